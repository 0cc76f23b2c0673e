import { anke, deLinde, group5, noor, samira } from '#seeds/cast.ts';
import type { Form } from './doors.ts';
import { eveningPlain } from './evening-rows.ts';
import { informForms } from './inform-rows.ts';
import type { Things } from './objects.ts';

/** Forms of addresses without a parameter, filled in as somebody of Noor's circle or school would. */
export function plainForms(ids: Things): Record<string, Record<string, Form>> {
	const round = { firstDay: '2026-10-05', lastDay: '2026-10-09', minutes: '15', noticeHours: '24', invitation: '' };
	return {
		...informForms,
		'/planner/nieuw': { plan: { ...round, groups: group5 }, forecast: {} },
		'/planner/jaar': {
			...{ add: { name: 'Studiedag', firstDay: '2026-11-11' }, restore: {}, chooseRegion: { region: 'midden' } },
			...{ alter: { holiday: ids.holiday, name: 'x', firstDay: '2026-10-17' }, remove: { holiday: ids.holiday } },
			...{ mark: { kind: 'meeting', day: '2026-11-12' }, unmark: { moment: ids.marked } }
		},
		'/planner/voorstel': { plan: {} },
		'/aanbod/uitval': {
			propose: { teacher: anke.id, day: '2026-09-24', seen: 'x' },
			retract: { absence: ids.booking }
		},
		'/aanbod/geweest': { hold: { booking: ids.booking }, miss: { booking: ids.booking, side: 'home' } },
		...eveningPlain,
		'/school': {
			changeSchool: { name: 'De Linde', kind: 'po', region: 'midden' },
			giveTasks: { staff: anke.id, task: 'teacher' }
		},
		'/school/import': { upload: {} },
		'/school/jaarwisseling': { changeYear: { seen: '' } },
		'/beheer/post': { retry: {} },
		'/profiel': { speak: { language: 'nl' }, callMe: { called: '' } },
		'/profiel/voorstellen': { introduce: { text: 'x' }, speak: {}, fallSilent: {} },
		'/profiel/apparaten': { end: { session: ids.session } },
		'/profiel/wensen': {
			...{ keep: { piece: 'pictures', wish: 'yes' }, callMe: { called: '' } },
			...{ withdraw: { piece: 'pictures' }, confirm: { piece: 'speaks' }, deny: { piece: 'speaks' } }
		},
		'/school/verslag': { changeTerms: { shareDays: '5', respondDays: '5' }, changeDays: { days: '3' } },
		'/school/bewaren': { changeTerm: { kind: 'dossier', length: '2' } },
		'/school/toestemming': {
			addPurpose: { title: 'x', what: 'x', why: 'x', readers: 'x' },
			retirePurpose: { purpose: ids.purpose }
		},
		'/school/uitnodigingen': { send: { person: samira.id }, withdraw: { person: samira.id } },
		'/school/uitnodigingen/brieven': { POST: { person: samira.id } },
		'/informatie': { ask: { pupil: noor.id, question: 'x' } },
		'/profiel/inloggen': {
			...{ rename: { passkey: ids.passkey, name: 'x' }, remove: { passkey: ids.passkey } },
			make: { answer: '{}' }
		},
		'/profiel/gegevens': { askClaim: { kind: 'correction', about: noor.id, words: 'x' } },
		'/school/inloggen': {
			tryOut: {
				...{ label: 'School', issuer: 'https://login.example.org', clientId: 'x', clientSecret: 'x' },
				domains: 'school.example.org'
			},
			forgetSecondStep: { staff: anke.id }
		},
		'/school/verbeteringen': { answer: { check: ids.check, outcome: 'corrected' } },
		'/school/verzoeken': {
			...{ grant: { claim: ids.claim, words: 'x' }, refuse: { claim: ids.claim, words: 'x' } },
			extend: { claim: ids.claim, words: 'x' }
		},
		'/school/wie-voor-wat': { adaptSchool: { source: 'teacher', forWhat: 'x', shown: 'yes' } },
		'/inloggen/als': { choose: { school: deLinde, person: samira.id } },
		'/gesprekken/nieuw': { request: { kind: 'concern', pupil: noor.id, text: 'x' } }
	};
}
