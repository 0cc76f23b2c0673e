import { propose } from '#modules/agreements/handshakes.server.ts';
import { askClaim } from '#modules/consent/claims.server.ts';
import * as consents from '#modules/consent/consents.server.ts';
import type { ConsentId } from '#modules/consent/consent.ts';
import * as exports from '#modules/consent/exports.server.ts';
import { lookIn } from '#modules/consent/looks.server.ts';
import * as entries from '#modules/conversations/entries.server.ts';
import * as plans from '#modules/conversations/plans.server.ts';
import * as preparations from '#modules/conversations/preparations.server.ts';
import * as records from '#modules/conversations/records.server.ts';
import * as responses from '#modules/conversations/responses.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import { checkAuthority } from '#modules/people/authorities.server.ts';
import * as fileChecks from '#modules/people/file-checks.server.ts';
import * as requests from '#modules/people/information-requests.server.ts';
import * as lines from '#modules/people/lines.server.ts';
import { keep } from '#modules/people/profiles.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, deLinde, joris, noor, samira, samirasHome, youssef, yvonne } from '#seeds/cast.ts';
import { september, value } from '#seeds/start-round.ts';
import { rowsAsOwner } from '#tests/harness/databases.ts';
import type { Furnished } from './furnished.ts';

export const readers = { noor, samira, youssef, anke, yvonne } as const;
export type Reader = keyof typeof readers;

/** Words that stand somewhere in Noor's dossier: what they are, who must come across them nowhere, and who does. */
export type Secret = { of: string; word: string; never: readonly Reader[]; by: Reader };

/** Between adults, so not the child's (handbook §1 P13); what is of one home, so not the other's (§16). */
const forAdults = ['noor'] as const;
const ofHer = ['noor', 'youssef'] as const;
const ofHim = ['noor', 'samira'] as const;

export const secrets: readonly Secret[] = [
	{ of: 'an agreement between adults', word: 'GEHEIM-AFSPRAAK', never: forAdults, by: 'samira' },
	{ of: 'a point for adults', word: 'GEHEIM-PUNT', never: forAdults, by: 'anke' },
	{ of: 'the record for the adults', word: 'GEHEIM-VERSLAG', never: forAdults, by: 'samira' },
	{ of: 'an own view for adults', word: 'GEHEIM-KIJK', never: forAdults, by: 'anke' },
	{ of: 'a preparation shared with adults', word: 'GEHEIM-GEDEELD', never: forAdults, by: 'anke' },
	{ of: 'a line for two homes', word: 'GEHEIM-LIJN', never: forAdults, by: 'youssef' },
	{ of: 'why leadership looked in', word: 'GEHEIM-REDEN', never: forAdults, by: 'samira' },
	{ of: 'which home said no', word: 'Youssef Benali zei nee', never: forAdults, by: 'samira' },
	{ of: 'her draft', word: 'GEHEIM-KLAD-HAAR', never: ofHer, by: 'samira' },
	{ of: 'his draft', word: 'GEHEIM-KLAD-ZIJN', never: ofHim, by: 'youssef' },
	{ of: 'what she would see corrected', word: 'GEHEIM-GEGEVEN-HAAR', never: ofHer, by: 'samira' },
	{ of: 'what he would see corrected', word: 'GEHEIM-GEGEVEN-ZIJN', never: ofHim, by: 'youssef' },
	{ of: 'what she asked by law', word: 'GEHEIM-VERZOEK', never: ofHer, by: 'samira' },
	{ of: 'her wish', word: 'GEHEIM-WENS-HAAR', never: ofHer, by: 'samira' },
	{ of: 'his wish', word: 'GEHEIM-WENS-ZIJN', never: ofHim, by: 'youssef' },
	{ of: 'his question to school', word: 'GEHEIM-VRAAG', never: ofHim, by: 'youssef' },
	{ of: 'the answer to it', word: 'GEHEIM-ANTWOORD', never: ofHim, by: 'youssef' },
	{ of: 'where he meets school', word: 'GEHEIM-PLEK', never: ofHim, by: 'youssef' },
	{ of: 'her address', word: 'samira@example.org', never: ofHer, by: 'samira' },
	{ of: 'his address', word: 'youssef@example.org', never: ofHim, by: 'youssef' },
	{ of: 'her number', word: '0687654321', never: ofHer, by: 'samira' },
	{ of: 'his number', word: '0612345678', never: ofHim, by: 'youssef' }
];

export type Planted = { talks: string[]; agreements: string[]; exports: Partial<Record<Reader, string>> };

/** Writes all of them down, by whoever would. */
export async function plantSecrets(owner: string, { talk, question, consent }: Furnished): Promise<Planted> {
	const wording = { what: 'GEHEIM-AFSPRAAK', why: 'x', rhythm: 'elke avond', by: null, how: '', helpers: '' };
	const agreement = value(
		await propose(as(anke), {
			...{ pupil: noor.id, kind: 'do', owner: { household: samirasHome }, audience: 'adults', wording },
			evaluateOn: '2026-12-03' as Day
		})
	);
	value(await entries.say(as(samira), talk, point('GEHEIM-PUNT')));
	await write(samira, talk, 'GEHEIM-KLAD-HAAR');
	await write(youssef, talk, 'GEHEIM-KLAD-ZIJN');
	const held = await heldTalk();
	const his = await plan([youssef], 'GEHEIM-PLEK', '17:00');
	value(await lines.propose(as(samira), noor.id, 'to-whom', 'GEHEIM-LIJN'));
	value(await lookIn(as(joris), noor.id, 'GEHEIM-REDEN'));
	value(await consents.decline(as(youssef), consent as ConsentId));
	value(await fileChecks.ask(as(samira), noor.id, 'email', 'GEHEIM-GEGEVEN-HAAR'));
	value(await fileChecks.ask(as(youssef), noor.id, 'email', 'GEHEIM-GEGEVEN-ZIJN'));
	value(await askClaim(as(samira), { kind: 'objection', about: noor.id, words: 'GEHEIM-VERZOEK' }));
	value(await keep(as(samira), { callWhen: 'GEHEIM-WENS-HAAR' }));
	value(await keep(as(youssef), { callWhen: 'GEHEIM-WENS-ZIJN', channel: 'mail' }));
	value(await requests.answer(as(yvonne), question, { answer: 'GEHEIM-ANTWOORD', ground: null }));
	await authority('no');
	value(await requests.ask(as(youssef), { pupil: noor.id, question: 'GEHEIM-VRAAG' }));
	await authority('yes');
	for (const [{ id }, mobile] of [
		[samira, '0687654321'],
		[youssef, '0612345678']
	] as const)
		await rowsAsOwner(owner, `update people.person set mobile = '${mobile}' where id = '${id}'`);
	const made: Planted['exports'] = {};
	for (const who of ['noor', 'samira', 'youssef'] as const) {
		made[who] = value(await exports.askExport(as(readers[who]), noor.id));
	}
	await exports.makeWaiting(deLinde);
	return { talks: [talk, held, his], agreements: [agreement.id], exports: made };
}

const point = (text: string) =>
	({ section: 'point', audience: 'adults', text, minutes: null, forChild: false }) as const;

async function write(who: typeof samira, talk: ConversationId, text: string) {
	const [question] = value(await preparations.get(as(who), talk, 'own')).questions;
	value(await preparations.save(as(who), talk, 'own', { question: question!, text, version: 0 }));
}

async function plan(people: (typeof samira)[], location: string, time: string) {
	const moment = { startsAt: september(23, time), minutes: 30, place: { kind: 'school', location } as const };
	const who = { people: people.map(({ id }) => id), pupilInvited: people.length > 1 };
	return value(await plans.plan(as(anke), { kind: 'concern', pupil: noor.id, ...who, ...moment }));
}

async function heldTalk() {
	const talk = await plan([samira, youssef, noor], 'Lokaal 5', '18:00');
	await write(samira, talk, 'GEHEIM-GEDEELD');
	value(await preparations.share(as(samira), talk, 'own', { audience: 'adults' }));
	value(await sittings.start(as(anke), talk));
	value(await sittings.hold(as(anke), talk));
	const record = { forAdults: 'GEHEIM-VERSLAG', forCircle: 'We helpen Noor samen.', version: 0 };
	value(await records.write(as(anke), talk, record));
	value(await records.record(as(anke), talk));
	value(await responses.view(as(youssef), talk, 'GEHEIM-KIJK', 'adults'));
	return talk;
}

async function authority(has: 'yes' | 'no') {
	const seen = { guardian: youssef.id, institution: null, proof: 'court', proofOn: '2026-09-21' as Day } as const;
	value(await checkAuthority(as(yvonne), noor.id, { ...seen, authority: has }));
}
