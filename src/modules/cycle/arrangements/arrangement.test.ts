import { describe, expect, test } from 'vitest';
import type { Circle } from '#modules/people/circle.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { no } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import { anke, autumn, noor, samira, samirasHome, therapist, youssef, youssefsHome } from '#seeds/cast.ts';
import { maySee, mayPart, seatsOf } from './arrangement.access.ts';
import {
	arrangementMoves,
	arrangementStates,
	missing,
	movesFrom,
	runningOn,
	type Arrangement,
	type Draft,
	type Move,
	type Seat,
	type Turn
} from './arrangement.ts';
import { partiesOf, type Party } from './party.ts';
import type { Terms } from './terms.ts';
import * as rules from './handshake.ts';

const lastDay = '2027-07-16' as Day;
const calls: Terms = {
	ways: [{ form: 'phone', rhythm: 'weeks-6' }],
	initiative: 'in-turn',
	people: [samira.id],
	until: lastDay,
	wish: ''
};
const mails: Terms = { ...calls, ways: [{ form: 'mail', rhythm: 'weeks-4' }] };

const draft: Draft = {
	...{ id: 'x' as Arrangement['id'], pupil: noor.id, year: '2026-2027', home: null },
	...{ state: 'nothing', version: 0, agreed: null, offered: null, madeIn: null, steps: [] }
};
const parties: Party[] = ['school', samirasHome, youssefsHome];

/** Acts as the table of seats has it, without a circle. */
function turn<Before extends Arrangement | Draft>(arrangement: Before, party: Party | 'child'): Turn<Before> {
	const offering = arrangement.steps.findLast(({ move }) => move === 'propose' || move === 'change')?.party === party;
	const asked = missing(arrangement, parties).some((one) => one === party);
	const side: Seat[] = ['side', ...(asked ? (['asked'] as const) : []), ...(offering ? (['offering'] as const) : [])];
	const seats: Seat[] = party === 'child' ? ['child'] : side;
	return { arrangement, seats, party, parties, by: anke.id, now: autumn };
}
function made(outcome: ReturnType<typeof rules.propose>): Arrangement {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.value;
}
const proposed = () => made(rules.propose(turn(draft, 'school'), calls, lastDay));
const accepted = (arrangement: Arrangement, ...by: Party[]) =>
	by.reduce((so, party) => made(rules.accept(turn(so, party), { seen: so.version })), arrangement);
const agreed = () => accepted(proposed(), samirasHome, youssefsHome);

describe('the handshake', () => {
	test('what one side offers counts when every other side has said yes', () => {
		const half = accepted(proposed(), samirasHome);
		expect(half).toMatchObject({ state: 'proposed', agreed: null });
		expect(missing(half, parties)).toEqual([youssefsHome]);
		expect(accepted(half, youssefsHome)).toMatchObject({
			...{ state: 'agreed', offered: null },
			agreed: { terms: calls, on: '2026-09-22' }
		});
	});

	test('who offered it cannot say yes for the other side, and nobody says yes twice', () => {
		const offered = proposed();
		expect(rules.accept(turn(offered, 'school'), { seen: 1 })).toEqual(no('refused'));
		const half = accepted(offered, samirasHome);
		expect(rules.accept(turn(half, samirasHome), { seen: 1 })).toEqual(no('refused'));
	});

	test('another offer asks everybody anew, and until then what was agreed goes on', () => {
		const other = made(rules.change(turn(agreed(), samirasHome), { seen: 2, terms: mails }, lastDay));
		expect(other).toMatchObject({ state: 'reconsidered', agreed: { terms: calls }, offered: { terms: mails } });
		expect(missing(other, parties)).toEqual(['school', youssefsHome]);
		expect(runningOn(other, '2026-10-01' as Day)).toBe(calls);
		expect(accepted(other, 'school', youssefsHome)).toMatchObject({ state: 'agreed', agreed: { terms: mails } });
		expect(made(rules.withdraw(turn(other, samirasHome), { seen: 3 }))).toMatchObject({
			...{ state: 'agreed', offered: null },
			agreed: { terms: calls }
		});
	});

	test('an answer to another version than the one that was seen is no answer', () => {
		for (const answer of [
			rules.accept(turn(proposed(), samirasHome), { seen: 0 }),
			rules.change(turn(proposed(), samirasHome), { seen: 0, terms: mails }, lastDay),
			rules.withdraw(turn(proposed(), 'school'), { seen: 0 }),
			rules.suit(turn(agreed(), 'school'), { seen: 1 })
		])
			expect(answer).toEqual(no('changed'));
	});

	test('that it still suits and what the child would like change nothing that others answer to', () => {
		const suits = made(rules.suit(turn(agreed(), samirasHome), { seen: 2 }));
		expect(made(rules.wish(turn(suits, 'child'), 'Ik wil erbij zijn'))).toMatchObject({ state: 'agreed', version: 2 });
	});

	test('it runs until a day that is still to come, in this school year, with somebody of the family', () => {
		const offered = (more: Partial<Terms>) => rules.propose(turn(draft, 'school'), { ...calls, ...more }, lastDay);
		expect(offered({ until: '2026-09-22' as Day })).toEqual(no('until-past'));
		expect(offered({ until: '2027-07-17' as Day })).toEqual(no('until-late'));
		expect(offered({ people: [] })).toEqual(no('nobody-takes-part'));
		expect(runningOn(agreed(), '2027-07-17' as Day)).toBeUndefined();
	});

	// Guards the table: every state × every move, from every seat.
	test('the table is the only road', () => {
		const open = arrangementStates.flatMap((state) =>
			(['side', 'asked', 'offering', 'child'] as const).map((seat) => [state, seat, movesFrom(state, [seat])])
		);
		expect(open).toEqual([
			['proposed', 'side', ['change']],
			['proposed', 'asked', ['accept']],
			['proposed', 'offering', ['withdraw']],
			['proposed', 'child', ['wish']],
			['agreed', 'side', ['change', 'suit']],
			['agreed', 'asked', []],
			['agreed', 'offering', []],
			['agreed', 'child', ['wish']],
			['reconsidered', 'side', ['change']],
			['reconsidered', 'asked', ['accept']],
			['reconsidered', 'offering', ['withdraw']],
			['reconsidered', 'child', ['wish']],
			['withdrawn', 'side', ['propose']],
			['withdrawn', 'asked', []],
			['withdrawn', 'offering', []],
			['withdrawn', 'child', []]
		]);
		const all: Move[] = ['propose', 'accept', 'change', 'withdraw', 'suit', 'wish'];
		expect(Object.keys(arrangementMoves)).toEqual(all);
	});
});

describe('whose it is', () => {
	const member = { name: '', language: 'nl', household: null, authority: null } as const;
	const circle = (say: 1 | 2 | 3 = 1): Circle => ({
		...{ pupil: noor.id, callName: 'Noor', birthDate: null, say, group: null },
		members: [
			{ ...member, person: noor.id, role: 'pupil' },
			{ ...member, person: samira.id, role: 'guardian', household: samirasHome, authority: 'yes' },
			{ ...member, person: youssef.id, role: 'guardian', household: youssefsHome, authority: 'yes' },
			{ ...member, person: anke.id, role: 'staff', teaches: true },
			{ ...member, person: therapist.id, role: 'professional' }
		]
	});
	const seats = (who: PersonId, more: Partial<Arrangement> = {}, apart: HouseholdId[] = [], say: 1 | 2 | 3 = 1) =>
		seatsOf({ ...proposed(), ...more }, circle(say), who, apart);

	test('both homes and school are its sides; a home that has its own is none of the one together', () => {
		expect(partiesOf(null, circle())).toEqual(['school', samirasHome, youssefsHome]);
		expect(partiesOf(null, circle(), [samirasHome])).toEqual(['school', youssefsHome]);
		expect(seats(samira.id)).toEqual(['side', 'asked']);
		expect(seats(samira.id, {}, [samirasHome])).toEqual([]);
		expect(seats(anke.id)).toEqual(['side', 'offering']);
	});

	test('a home neither sees nor answers the other home’s own; school and the child see both', () => {
		const own = { home: samirasHome };
		const sees = circle().members.map((reader) => maySee(own, reader));
		expect(sees).toEqual([true, true, false, true, false]);
		expect(seats(youssef.id, own, [samirasHome])).toEqual([]);
		expect(seats(samira.id, own, [samirasHome])).toEqual(['side', 'asked']);
	});

	test('the child says what it would like as soon as it answers for itself, and agrees to nothing', () => {
		expect([1, 2, 3].map((say) => seats(noor.id, {}, [], say as 1))).toEqual([[], [], ['child']]);
	});

	test('nobody from outside, and nobody whom a judge keeps from the child’s talks', () => {
		expect(seats(therapist.id)).toEqual([]);
		const [, guardian] = circle().members;
		expect(maySee({ home: null }, { ...guardian!, outsideTalks: true })).toBe(false);
	});

	test('only of two homes one can ask for its own', () => {
		const [, mother, , teacher] = circle().members;
		expect(mayPart(circle(), mother!)).toBe(true);
		expect(mayPart(circle(), teacher!)).toBe(false);
		const together = { ...circle(), members: circle().members.filter(({ person }) => person !== youssef.id) };
		expect(mayPart(together, mother!)).toBe(false);
	});
});
