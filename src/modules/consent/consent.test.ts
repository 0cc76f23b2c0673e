import { describe, expect, test } from 'vitest';
import type { Circle, Member } from '#modules/people/circle.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { no } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import { cardOf } from './card.ts';
import { seatsOf, waitingOf } from './consent.access.ts';
import { consentMoves, consentStates, make, movesFrom, refusalToAsk, standingOf, stands } from './consent.ts';
import type { Consent, ConsentId, Move, Seat } from './consent.ts';

const today = '2026-09-22' as Day;
const now = new Date('2026-09-22T07:15:00Z');
const member = (
	name: string,
	role: Member['role'],
	home: string | null = null,
	authority: Member['authority'] = null
): Member => ({
	...{ person: name as PersonId, role, name, language: 'nl', household: home as HouseholdId | null, authority }
});
const child = member('child', 'pupil');
const anke = member('anke', 'staff');
const mother = member('mother', 'guardian', 'a', 'yes');
const father = member('father', 'guardian', 'b', 'yes');

function circle(birthDate: string, ...members: Member[]): Circle {
	const all = [child, anke, ...members];
	return {
		...{ pupil: child.person, callName: 'Yara', say: 3 as const, group: null },
		birthDate: birthDate as Day,
		members: all
	};
}

const asked: Consent = {
	...{
		id: 'one' as ConsentId,
		pupil: child.person,
		purpose: 'organisation',
		until: '2026-12-31' as Day,
		outsider: null
	},
	...{ title: 't', what: 'w', why: 'y', readers: 'r', state: 'asked', askedBy: anke.person, askedAt: now },
	steps: [{ move: 'ask', person: anke.person, household: null, words: '', at: now }]
};

function moved(consent: Consent, who: Member, around: Circle, move: Move, words = '') {
	const seats = seatsOf(consent, around, who.person, today);
	return make({ consent, seats, by: who.person, household: who.household, today, now }, move, words);
}

function after(consent: Consent, who: Member, around: Circle, move: Move): Consent {
	const outcome = moved(consent, who, around, move);
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.value;
}

describe('the table of moves', () => {
	const seats: Seat[] = ['school', 'decider', 'last', 'answered', 'heard'];
	const moves = Object.keys(consentMoves) as Move[];
	test.each(consentStates.flatMap((state) => seats.map((seat) => [state, seat] as const)))('%s, %s', (state, seat) => {
		const consent = { ...asked, state };
		const open = moves.filter((move) =>
			consentMoves[move].some(({ by, from }) => by === seat && (from as readonly string[]).includes(state))
		);
		expect(movesFrom(consent, [seat], today)).toEqual(open);
		for (const move of moves) {
			const turn = { consent, seats: [seat], by: anke.person, household: null, today, now };
			expect(make(turn, move, 'woorden').ok, move).toBe(open.includes(move));
		}
	});
});

describe('who decides', () => {
	test.each([
		['2010-09-22', [child]],
		['2010-09-23', [mother, father]],
		['2017-01-01', [mother, father]]
	])('born on %s', (born, deciding) => {
		const around = circle(born, mother, father);
		const able = around.members.filter((who) => seatsOf(asked, around, who.person, today).includes('decider'));
		expect(able).toEqual(deciding);
	});

	test.each(['no', 'unknown'] as const)('a guardian with authority %s does not', (authority) => {
		const other = member('other', 'guardian', 'b', authority);
		expect(moved(asked, other, circle('2017-01-01', mother, other), 'give')).toEqual(no('refused'));
	});

	test('nor do staff, a professional, or a child under sixteen', () => {
		const around = circle('2014-01-01', mother, member('pro', 'professional'));
		for (const who of [anke, child, member('pro', 'professional')]) {
			expect(moved(asked, who, around, 'give')).toEqual(no('refused'));
		}
	});
});

describe('a yes of each home', () => {
	const around = circle('2017-01-01', mother, father);

	test('it is given when the last home has said yes, and not before', () => {
		const once = after(asked, mother, around, 'give');
		expect(once.state).toBe('asked');
		expect(moved(once, mother, around, 'give')).toEqual(no('refused'));
		expect(after(once, father, around, 'give').state).toBe('given');
	});

	test('a home where nobody looked into authority is waited for', () => {
		const unknown = circle('2017-01-01', mother, member('father', 'guardian', 'b', 'unknown'));
		const once = after(asked, mother, unknown, 'give');
		expect(once.state).toBe('asked');
		expect(waitingOf(once, unknown, today)).toMatchObject({ homes: [], unknown: ['father'] });
		expect(cardOf(once, { circle: unknown, reader: mother, names: new Map(), today }).waitsFor).toBe('school');
	});

	test('a home without authority is not', () => {
		const alone = circle('2017-01-01', mother, member('father', 'guardian', 'b', 'no'));
		expect(after(asked, mother, alone, 'give').state).toBe('given');
	});

	test('one no ends it, also of who said yes before', () => {
		const once = after(asked, mother, around, 'give');
		expect(after(once, father, around, 'decline').state).toBe('declined');
		expect(after(once, mother, around, 'decline').state).toBe('declined');
	});

	test('either takes it back, alone', () => {
		const given = after(after(asked, mother, around, 'give'), father, around, 'give');
		expect(after(given, mother, around, 'withdraw').state).toBe('withdrawn');
		expect(after(given, father, around, 'withdraw').state).toBe('withdrawn');
		expect(moved(given, anke, around, 'withdraw')).toEqual(no('refused'));
	});
});

describe('the child', () => {
	test('is heard from twelve, in words', () => {
		const twelve = circle('2014-09-22', mother);
		expect(moved(asked, child, twelve, 'say', 'Liever niet')).toMatchObject({ value: { state: 'asked' } });
		expect(moved(asked, child, twelve, 'say')).toEqual(no('words-missing'));
		expect(moved(asked, child, circle('2014-09-23', mother), 'say', 'x')).toEqual(no('refused'));
	});

	test('reads what came of it, not which home said what', () => {
		const around = circle('2014-01-01', mother, father);
		const declined = after(after(asked, mother, around, 'give'), father, around, 'decline');
		const scene = { circle: around, names: new Map(), today };
		const card = cardOf(declined, { ...scene, reader: child });
		expect([card.standing, card.lines]).toEqual(['declined', []]);
		expect(cardOf(declined, { ...scene, reader: mother }).lines).toHaveLength(3);
	});
});

test('after its last day it does not stand, and nothing more is done to it', () => {
	const given: Consent = { ...asked, state: 'given', until: '2026-09-21' as Day };
	expect([stands(given, today), standingOf(given, today)]).toEqual([false, 'over']);
	expect(movesFrom(given, ['decider', 'school'], today)).toEqual([]);
	expect(moved(given, mother, circle('2017-01-01', mother), 'withdraw')).toEqual(no('over'));
	expect(stands({ ...given, until: today }, today)).toBe(true);
});

test.each([
	['2026-09-22', 'until-past'],
	['2026-09-23', undefined],
	['2027-09-23', undefined],
	['2027-09-24', 'until-late']
])('asked until %s: %s', (until, refusal) => {
	expect(refusalToAsk({ purpose: 'professional', until: until as Day }, today)).toBe(refusal);
});
