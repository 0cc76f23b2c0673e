import { describe, expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { no } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import { claimMoves, claimStates, dueOn, make, movesOf, type Claim, type ClaimId, type ClaimMove } from './claim.ts';

const by = 'office' as PersonId;
const now = new Date('2026-09-22T07:15:00Z');
const claim: Claim = {
	...{ id: 'one' as ClaimId, kind: 'correction', about: by, askedBy: by, words: 'x', askedAt: now, state: 'asked' },
	...{ dueOn: '2026-10-22' as Day, extendedWhy: null, answer: null, answeredBy: null, answeredAt: null }
};
const moves = Object.keys(claimMoves) as ClaimMove[];

test.each([
	['2026-09-22', '2026-10-22'],
	['2027-01-31', '2027-02-28'],
	['2026-12-31', '2027-01-31']
])('asked on %s, the answer is due on %s', (asked, due) => expect(dueOn(asked as Day)).toBe(due));

describe.each(claimStates)('%s', (state) => {
	test.each(moves)('%s', (move) => {
		const open = (claimMoves[move][0].from as readonly string[]).includes(state);
		expect(make({ ...claim, state }, move, { words: 'omdat', by, now }).ok).toBe(open);
		expect(movesOf({ state }).includes(move)).toBe(open);
	});
});

test('every answer has words: a no owes a reason, and so does more time', () => {
	for (const move of moves) expect(make(claim, move, { words: '', by, now })).toEqual(no('words-missing'));
});

test('more time comes once, and is two months', () => {
	const later = make(claim, 'extend', { words: 'Het archief is verhuisd', by, now });
	expect(later).toMatchObject({
		value: { state: 'extended', dueOn: '2026-12-22', extendedWhy: 'Het archief is verhuisd' }
	});
	expect(later.ok && make(later.value, 'extend', { words: 'nog eens', by, now })).toEqual(no('wrong-state'));
});
