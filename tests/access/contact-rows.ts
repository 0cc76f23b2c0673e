import { value } from '#seeds/start-round.ts';
import * as arrangements from '#modules/cycle/arrangements/arrangements.server.ts';
import type { Day } from '#platform/time.ts';
import { as } from '#seeds/cast.ts';
import type { Door, Form } from './doors.ts';
import type { Family, Furnished } from './furnished.ts';
import type { Args } from './use-cases.ts';
import { anyOffice, circle, found, guardians, office, ofRole, only, staff, type Policy } from './policies.ts';

const readers = [...guardians, 'pupil', ...staff] as const;
/** A home and school; the pupil reads, and says what it would like. */
const sides = only([...guardians, ...staff], readers);
/** Who answers for itself: from twelve here (handbook §1 P5). */
const grown: Policy = (who, child) => only(child === 'milan' || child === 'yara' ? ['pupil'] : [], readers)(who, child);
const noting: Policy = (who, child) =>
	child === 'milan' || child === 'yara'
		? found(...readers)(who, child)
		: only([...guardians, ...staff], readers)(who, child);

/** How a home and school keep in touch about a child. */
export const contactDoors: Record<string, Policy> = {
	'/leerlingen/contact': ofRole('staff'),
	'/leerlingen/[id]/contact': found(...readers),
	...Object.fromEntries(
		['propose', 'accept', 'change', 'withdraw', 'suit'].map((move) => [`/leerlingen/[id]/contact ?/${move}`, sides])
	),
	'/leerlingen/[id]/contact ?/wish': grown,
	'/leerlingen/[id]/contact ?/note': noting,
	'/leerlingen/[id]/contact ?/takeBack': noting,
	'/planner/[id] ?/draw': office,
	// The talk behind this door was chosen in a round: nobody asked for it. asks.test.ts holds who answers what was.
	'/gesprekken/[id] ?/answer': found(),
	'/gesprekken/[id] ?/agree': found(),
	'/school/verslag ?/changeDays': anyOffice
};

const cases = 'cycle/arrangements/arrangements';
const notes = 'cycle/arrangements/contact-notes';
const waiting = 'cycle/arrangements/waiting';

export const contactUseCases: Record<string, Policy> = {
	...Object.fromEntries(['propose', 'accept', 'change', 'withdraw', 'suit'].map((move) => [`${cases}.${move}`, sides])),
	[`${cases}.wish`]: grown,
	'cycle/arrangements/contact-page.get': found(...readers),
	[`${notes}.note`]: noting,
	[`${notes}.takeBack`]: noting,
	// In September nothing asks yet, and every home has said yes: arrangements.test.ts holds who sees what does.
	[`${waiting}.waitingFor`]: found(),
	[`${waiting}.answersOf`]: found(),
	'cycle/arrangements/without.listWithout': ofRole('staff'),
	'cycle/arrangements/draws.draw': office,
	// A start round is for everybody, and says no numbers; draws.test.ts holds what the office sees of others.
	'cycle/arrangements/draws.drawnOf': found(),
	'cycle/arrangements/asks.ask': found(...circle),
	'cycle/arrangements/asks.answer': only(staff, ['mother']),
	// Nobody offered a time yet: asks.test.ts holds that who asked says yes to it.
	'cycle/arrangements/asks.agree': only(['mother'], staff),
	// A day and who of school is asked, which name no child: asks.test.ts holds who sees them.
	'cycle/arrangements/asks.ofTalk': found(),
	'cycle/arrangements/asks.openOf': found('mother'),
	'cycle/arrangements/asks.clocksOf': found(...staff),
	'cycle/arrangements/answer-terms.daysOf': anyOffice,
	'cycle/arrangements/answer-terms.changeDays': anyOffice,
	'cycle/arrangements/telling.tell': found(...readers)
};

const until = '2027-07-01' as Day;
const termsOf = ({ guardian }: Family) => ({
	ways: [{ form: 'phone', rhythm: 'weeks-6' }] as const,
	...({ initiative: 'in-turn', people: [guardian.id], until, wish: 'Ik wil erbij zijn' } as const)
});
const asked = { form: 'phone', fallsOn: '2026-11-03' as Day } as const;
const withId =
	(more: object): Args =>
	({ ids, family }) => [family.pupil.id, ids.arrangement, more];

export const contactCalls: Record<string, Args> = {
	[`${cases}.propose`]: ({ family }) => [family.pupil.id, { terms: termsOf(family), own: false }],
	[`${cases}.change`]: ({ ids, family }) => [family.pupil.id, ids.arrangement, { seen: 1, terms: termsOf(family) }],
	...Object.fromEntries(['accept', 'withdraw', 'suit'].map((move) => [`${cases}.${move}`, withId({ seen: 1 })])),
	[`${cases}.wish`]: ({ ids, family }) => [family.pupil.id, ids.arrangement, 'Ik wil erbij zijn'],
	'cycle/arrangements/contact-page.get': ({ family }) => [family.pupil.id],
	[`${notes}.note`]: ({ ids, family }) => [family.pupil.id, { id: ids.arrangement, ...asked }],
	[`${notes}.takeBack`]: ({ ids, family }) => [family.pupil.id, { id: ids.arrangement, ...asked }],
	[`${waiting}.waitingFor`]: () => [],
	[`${waiting}.answersOf`]: () => [],
	'cycle/arrangements/without.listWithout': () => [],
	'cycle/arrangements/draws.draw': ({ ids }) => [ids.draft],
	'cycle/arrangements/draws.drawnOf': ({ ids }) => [ids.draft],
	'cycle/arrangements/asks.ask': ({ family }) => [{ kind: 'concern', pupil: family.pupil.id, text: 'x' }],
	'cycle/arrangements/asks.answer': ({ ids }) => [
		ids.requested,
		{ kind: 'call', at: new Date('2026-09-25T15:00:00Z') }
	],
	'cycle/arrangements/asks.agree': ({ ids }) => [ids.requested],
	'cycle/arrangements/asks.ofTalk': ({ ids }) => [ids.requested],
	'cycle/arrangements/asks.openOf': () => [],
	'cycle/arrangements/asks.clocksOf': ({ ids }) => [[ids.requested]],
	'cycle/arrangements/answer-terms.daysOf': () => [],
	'cycle/arrangements/answer-terms.changeDays': () => [3],
	'cycle/arrangements/telling.tell': ({ family }) => [family.pupil.id]
};

/** The teacher offers, and every home says yes: something runs, in which a call falls on 3 November. */
export async function furnishContact(family: Family) {
	const { school, pupil, guardians: homes, teacher } = family;
	const terms = termsOf(family);
	const { id } = value(await arrangements.propose(as(teacher, school), pupil.id, { terms, own: false }));
	for (const guardian of homes) {
		value(await arrangements.accept(as(guardian, school), pupil.id, id, { seen: 1 }));
	}
	return { arrangement: id };
}

/** Its doors about this child, in the shape of doors.ts. */
export function contactForms(
	ids: Pick<Furnished, 'arrangement'>,
	pupil: string,
	guardian: string
): Record<string, Door> {
	const terms: Form = { form: 'phone', 'rhythm-phone': 'weeks-6', initiative: 'in-turn', people: guardian, until };
	const seen: Form = { arrangement: ids.arrangement, seen: '1' };
	const moment: Form = { arrangement: ids.arrangement, ...asked };
	return {
		'/leerlingen/[id]/contact': {
			path: `/leerlingen/${pupil}/contact`,
			forms: {
				...{ propose: terms, change: { ...seen, ...terms }, accept: seen, withdraw: seen, suit: seen },
				...{ wish: { arrangement: ids.arrangement, wish: 'x' }, note: moment, takeBack: moment }
			}
		}
	};
}
