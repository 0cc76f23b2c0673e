import { anke, deLinde, group5, mees, noor, samira, samirasHome } from '#seeds/cast.ts';
import type { Form } from './doors.ts';
import type { Furnished } from './furnished.ts';
import { informOwn } from './inform-rows.ts';

/** A form of one's own, sent with what belongs to somebody else. */
export type Stray = { who: string; path: string; action: string; form: Form };

const moment = { day: '2026-09-25', time: '15:00', minutes: '30', place: 'school' };
const wording = { what: 'leest voor', why: 'Noor meer woorden kent', rhythm: 'elke avond', evaluateOn: '2026-12-10' };

export function straysOf(ids: Furnished & { message: string }): Stray[] {
	const { otherRound, otherBlock, block, session, passkey, check, message } = ids;
	const slot = `${otherBlock}_2026-09-24T13:30:00.000Z_school`;
	const choose = `/afspreken/${otherRound}`;
	const offer = `/aanbod/${otherRound}`;
	const talk = { ...moment, kind: 'concern' };
	const round = { firstDay: '2026-10-05', lastDay: '2026-10-09', minutes: '15', noticeHours: '24', invitation: '' };
	return [
		{ who: 'the office', path: '/school/verbeteringen', action: 'answer', form: { check, outcome: 'corrected' } },
		{ who: 'Rik', path: choose, action: 'book', form: { pupil: noor.id, time: slot } },
		{ who: 'Rik', path: choose, action: 'bookTogether', form: { times: `${noor.id}_${slot} ${mees.id}_${slot}` } },
		{ who: 'Rik', path: choose, action: 'askOwnTalk', form: { pupil: noor.id } },
		{ who: 'Bram', path: offer, action: 'withdraw', form: { block } },
		{ who: 'Bram', path: offer, action: 'bookFor', form: { guardian: samira.id, pupil: noor.id, time: slot } },
		{ who: 'Bram', path: offer, action: 'bookFor', form: { guardian: samira.id, pupil: mees.id, time: slot } },
		{ who: 'Rik', path: '/gesprekken/nieuw', action: 'request', form: { kind: 'concern', pupil: noor.id, text: 'x' } },
		{ who: 'Bram', path: '/gesprekken/nieuw', action: 'plan', form: { ...talk, pupil: noor.id, people: samira.id } },
		{ who: 'Bram', path: '/gesprekken/nieuw', action: 'plan', form: { ...talk, pupil: mees.id, people: samira.id } },
		{
			who: 'Rik',
			path: `/afspraken/nieuw?leerling=${mees.id}`,
			action: 'propose',
			form: { ...wording, owner: `home:${samirasHome}` }
		},
		{ who: 'Bram', path: '/aanbod/geweest', action: 'hold', form: { booking: ids.booking } },
		{ who: 'Bram', path: '/aanbod/geweest', action: 'miss', form: { booking: ids.booking, side: 'home' } },
		{ who: 'Bram', path: '/aanbod/uitval', action: 'propose', form: { teacher: anke.id, day: '2026-09-24', seen: '' } },
		{
			who: 'the office',
			path: '/aanbod/uitval',
			action: 'propose',
			form: { teacher: anke.id, day: '2026-09-24', seen: '' }
		},
		{ who: 'Bram', path: '/aanbod/uitval', action: 'retract', form: { absence: ids.booking } },
		{ who: 'the office', path: '/planner/nieuw', action: 'plan', form: { ...round, groups: group5 } },
		{
			...{ who: 'the office', path: '/planner/jaar', action: 'alter' },
			form: { holiday: ids.holiday, name: 'x', firstDay: '2026-10-17' }
		},
		{ who: 'the office', path: '/planner/jaar', action: 'remove', form: { holiday: ids.holiday } },
		{ who: 'the office', path: '/planner/jaar', action: 'unmark', form: { moment: ids.marked } },
		{
			...{ who: 'the office', path: '/planner/lokalen', action: 'keep' },
			form: { room: block, [`zone-${block}`]: 'x', near: '1', far: '2' }
		},
		{ who: 'the office', path: '/school/inloggen', action: 'forgetSecondStep', form: { staff: anke.id } },
		{ who: 'the office', path: '/school', action: 'giveTasks', form: { staff: anke.id, task: 'office' } },
		...['grant', 'refuse', 'extend'].map((action) => ({
			...{ who: 'the office', path: '/school/verzoeken', action, form: { claim: ids.claim, words: 'x' } }
		})),
		{
			who: 'Rik',
			path: '/profiel/gegevens',
			action: 'askClaim',
			form: { kind: 'erasure', about: noor.id, words: 'x' }
		},
		{ who: 'the office', path: '/school/toestemming', action: 'retirePurpose', form: { purpose: ids.consent } },
		{ who: 'the office', path: '/school/uitnodigingen', action: 'send', form: { person: samira.id } },
		{ who: 'the office', path: '/school/uitnodigingen', action: 'withdraw', form: { person: samira.id } },
		{ who: 'Rik', path: '/school/uitnodigingen', action: 'send', form: { person: samira.id } },
		{ who: 'Rik', path: '/informatie', action: 'ask', form: { pupil: noor.id, question: 'x' } },
		{ who: 'the office', path: '/beheer/post', action: 'retry', form: { message } },
		{ who: 'Rik', path: '/profiel/apparaten', action: 'end', form: { session } },
		{ who: 'Rik', path: '/profiel/berichten', action: 'endDevice', form: { device: samira.id } },
		{ who: 'Rik', path: '/profiel/inloggen', action: 'rename', form: { passkey, name: 'x' } },
		{ who: 'Rik', path: '/profiel/inloggen', action: 'remove', form: { passkey } },
		{ who: 'Rik', path: '/inloggen/als', action: 'choose', form: { school: deLinde, person: samira.id } }
	];
}

/** Actions behind an address without a parameter that take nothing from outside that could be somebody else's. */
export const ownDoors: Record<string, string> = {
	...informOwn,
	'/profiel/apparaten ?/endOthers': 'ends the sessions of who asks',
	'/profiel/apparaten ?/know': 'is about the devices of who asks',
	'/profiel ?/signOut': 'ends the session of who asks',
	'/profiel ?/speak': 'is about who asks',
	'/profiel/voorstellen ?/introduce': 'is about who asks',
	'/profiel/voorstellen ?/speak': 'is about who asks',
	'/profiel/voorstellen ?/fallSilent': 'is about who asks',
	'/profiel ?/callMe': 'is about who asks',
	'/school/wie-voor-wat ?/adaptSchool': 'is about the school of who asks',
	'/school/jaarwisseling ?/changeYear':
		'takes only what it showed: names of groups and pupils of the school of who asks',
	'/planner/lokalen ?/add': 'is about the school of who asks',
	'/vandaag ?/putOff': 'is about who asks',
	'/profiel/wensen ?/keep': 'is about who asks',
	'/profiel/wensen ?/callMe': 'is about who asks',
	'/profiel/wensen ?/withdraw': 'is about who asks',
	'/profiel/wensen ?/confirm': 'is about who asks',
	'/profiel/wensen ?/deny': 'is about who asks',
	'/school ?/changeSchool': 'is about the school of who asks',
	'/planner/jaar ?/add': 'is about the school of who asks',
	'/planner/jaar ?/restore': 'is about the school of who asks',
	'/planner/jaar ?/chooseRegion': 'is about the school of who asks',
	'/planner/jaar ?/mark': 'is about the school of who asks',
	'/planner/nieuw ?/forecast': 'reckons with the groups of the school of who asks',
	'/planner/voorstel ?/plan': 'takes only what it showed: rounds of the school of who asks',
	'/profiel/gegevens ?/askExport': 'is about who asks',
	'/school/verslag ?/changeTerms': 'is about the school of who asks',
	'/school/verslag ?/changeDays': 'is about the school of who asks',
	'/school/bewaren ?/changeTerm': 'is about the school of who asks',
	'/school/toestemming ?/addPurpose': 'is about the school of who asks',
	'/school/import ?/upload': 'a file is read for the school of who asks',
	'/uitnodiging ?/find': 'the code is the key',
	'/uitnodiging/welkom ?/ask': 'the code is the key',
	'/uitnodiging/welkom ?/arrive': 'the code is the key',
	'/uitnodiging/welkom ?/arriveAlso': 'the code is the key, and the account that of who asks',
	'/uitnodiging/code ?/confirm': 'the code is the key',
	'/inloggen ?/ask': 'answers alike for every address',
	'/inloggen ?/askFor': 'asks the device, and tells nothing of anybody',
	'/inloggen ?/enter': 'the passkey is the key',
	'/profiel/inloggen ?/askToMake': 'is about who asks',
	'/profiel/inloggen ?/make': 'is about who asks',
	'/school/inloggen ?/tryOut': 'is about the school of who asks',
	'/school/inloggen ?/drop': 'is about the school of who asks',
	'/inloggen/eerste-keer ?/ask': 'answers alike for every address',
	'/inloggen/eerste-keer ?/introduce': 'the code is the key',
	'/inloggen/opnieuw ?/give': 'the code is the key',
	'/inloggen/opnieuw/bewaard ?/keep': 'gives back what was sent',
	'/inloggen/tweede-stap ?/give': 'the code is the key',
	'/inloggen/tweede-stap ?/setUp': 'is about who asks',
	'/inloggen/tweede-stap ?/askFor': 'is about who asks',
	'/inloggen/tweede-stap ?/prove': 'the passkey is the key',
	'/inloggen/tweede-stap ?/askToMake': 'is about who asks',
	'/inloggen/tweede-stap ?/make': 'is about who asks',
	'/profiel/inloggen ?/removeApp': 'is about who asks',
	'/profiel/inloggen/app ?/setUp': 'is about who asks',
	'/profiel/inloggen/herstelcodes ?/dropRecovery': 'is about who asks',
	'/inloggen/opnieuw ?/askFor': 'is about who asks',
	'/inloggen/opnieuw ?/prove': 'the passkey is the key',
	'/inloggen/opnieuw ?/askAs': 'mails the account of who asks',
	'/inloggen/opnieuw ?/confirmCode': 'the code is the key',
	'/inloggen/bevestig ?/confirm': 'the link is the key',
	'/inloggen/code ?/confirm': 'the code is the key'
};
