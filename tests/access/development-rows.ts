import { write } from '#modules/conversations/developments.server.ts';
import { attach } from '#modules/conversations/evidences.server.ts';
import { noteOf } from '#modules/conversations/developments.server.ts';
import { show } from '#modules/conversations/showings.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { as } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import type { Door } from './doors.ts';
import type { Family, Furnished } from './furnished.ts';
import type { Objects } from './objects.ts';
import { atTheTable, circle, found, guardians, only, staff, type Policy } from './policies.ts';
import { dot } from './preparation-rows.ts';

const noted = { domain: 'learning', words: 'Las het hele menu voor', audience: 'circle' } as const;
const evidence = { kind: 'photo', bytes: dot, caption: 'Noor met het menu' } as const;

/** Two notes of her mother with a picture beside each; the first comes along to the talk. */
export async function furnishDevelopment({ school, pupil, guardian }: Family, talk: ConversationId) {
	const ctx = as(guardian, school);
	const make = async (words: string, caption: string) => {
		const said = { ...noted, words, voice: 'home' } as const;
		const note = value(await write(ctx, pupil.id, { ...said, evidence: { ...evidence, caption } }));
		return { note, picture: value(await noteOf(ctx, pupil.id, note)).note.evidence[0]!.id };
	};
	const first = await make(noted.words, evidence.caption);
	const second = await make('Telde het wisselgeld na', 'De kassa van de winkel');
	value(await attach(ctx, pupil.id, second.note, evidence));
	value(await show(ctx, pupil.id, first.note, talk));
	return { development: first.note, evidence: first.picture, otherNote: second.note, otherEvidence: second.picture };
}

const mine = only(['mother']);
const talkers = [...guardians, 'pupil', ...staff] as const;
const sitting = only(atTheTable, talkers);
/** She wrote it, and she brought it along. */
const brought = only(['mother'], talkers);
const page = '/leerlingen/[id]/ontwikkeling';

export const developmentDoors: Record<string, Policy> = {
	[page]: found(...circle),
	[`${page} ?/restore`]: found('mother'),
	[`${page}/meenemen`]: found(...guardians, 'pupil'),
	[`${page}/nieuw`]: found(...circle),
	[`${page}/nieuw ?/write`]: found(...circle),
	[`${page}/[notitie]`]: found(...circle),
	[`${page}/[notitie] ?/reword`]: mine,
	[`${page}/[notitie] ?/withdraw`]: mine,
	[`${page}/[notitie] ?/attach`]: mine,
	[`${page}/[notitie] ?/describe`]: mine,
	[`${page}/[notitie] ?/detach`]: mine,
	[`${page}/[notitie] ?/show`]: sitting,
	[`${page}/[notitie] ?/takeBack`]: brought,
	[`${page}/[notitie]/[voorbeeld]`]: found(...circle)
};

export const developmentUseCases: Record<string, Policy> = {
	'conversations/developments.get': found(...circle),
	'conversations/developments.forWriting': found(...circle),
	'conversations/developments.noteOf': found(...circle),
	'conversations/developments.write': found(...circle),
	'conversations/developments.reword': mine,
	'conversations/development-telling.tell': found(...circle),
	'conversations/development-parcels.takeAlong': found(...guardians, 'pupil'),
	'conversations/evidences.attach': mine,
	'conversations/evidences.describe': mine,
	'conversations/evidences.detach': mine,
	'conversations/evidences.open': found(...circle),
	'conversations/showings.talksOf': found(...circle),
	'conversations/showings.show': sitting,
	'conversations/showings.takeBack': brought,
	'conversations/withdrawals.withdraw': mine,
	'conversations/withdrawals.restore': found('mother')
};

/** What was taken away is asked about no more; of a note that was taken back nothing can be. */
export const developmentLast: readonly string[] = [`${page}/[notitie] ?/detach`, 'conversations/evidences.detach'];
export const developmentAtTheEnd: readonly string[] = [
	`${page}/[notitie] ?/withdraw`,
	'conversations/withdrawals.withdraw'
];

type Args = (objects: Objects) => readonly unknown[];
const pupil: Args = ({ family }) => [family.pupil.id];
const note =
	(...more: unknown[]): Args =>
	({ ids, family }) => [family.pupil.id, ids.development, ...more];
const beside =
	(...more: unknown[]): Args =>
	({ ids, family }) => [family.pupil.id, ids.development, ids.evidence, ...more];
const atTalk: Args = ({ ids, family }) => [family.pupil.id, ids.development, ids.talk];

export const developmentCalls: Record<string, Args> = {
	'conversations/developments.get': pupil,
	'conversations/developments.forWriting': pupil,
	'conversations/developments.noteOf': note(),
	'conversations/developments.write': ({ family }) => [family.pupil.id, { ...noted, voice: 'child' }],
	'conversations/developments.reword': note({ ...noted, version: 1 }),
	'conversations/development-telling.tell': pupil,
	'conversations/development-parcels.takeAlong': pupil,
	'conversations/evidences.attach': note(evidence),
	'conversations/evidences.describe': beside('x'),
	'conversations/evidences.detach': ({ ids, family }) => [family.pupil.id, ids.otherNote, ids.otherEvidence],
	'conversations/evidences.open': beside(),
	'conversations/showings.talksOf': note(),
	'conversations/showings.show': atTalk,
	'conversations/showings.takeBack': atTalk,
	'conversations/withdrawals.withdraw': ({ ids, family }) => [family.pupil.id, ids.otherNote],
	'conversations/withdrawals.restore': note()
};

export function developmentForms(
	{ development, evidence: picture, talk }: Furnished,
	pupil: string
): Record<string, Door> {
	const path = `/leerlingen/${pupil}/ontwikkeling`;
	return {
		[page]: { path, forms: { restore: { note: development } } },
		[`${page}/meenemen`]: { path: `${path}/meenemen` },
		[`${page}/nieuw`]: { path: `${path}/nieuw`, forms: { write: { ...noted, voice: 'child' } } },
		[`${page}/[notitie]`]: {
			path: `${path}/${development}`,
			forms: {
				...{ reword: { ...noted, version: '1' }, withdraw: {}, attach: { kind: 'photo' } },
				...{ describe: { evidence: picture, caption: 'x' }, detach: { evidence: picture } },
				...{ show: { talk }, takeBack: { talk } }
			}
		},
		[`${page}/[notitie]/[voorbeeld]`]: { path: `${path}/${development}/${picture}` }
	};
}
