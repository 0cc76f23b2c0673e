import { describe, expect, test } from 'vitest';
import type { RoundId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import {
	can,
	choosableUntil,
	close,
	isInWindow,
	open,
	plain,
	publish,
	roundModes,
	roundMoves,
	takesChoices,
	takesWishes,
	roundStates,
	takesOffers,
	isNear
} from './round.ts';
import type { Round, RoundMode, RoundMove, RoundState } from './round.ts';

const september: Round = {
	id: 'r' as RoundId,
	...plain,
	kind: 'start',
	state: 'draft',
	firstDay: '2026-09-14' as Day,
	lastDay: '2026-09-25' as Day,
	minutes: 15,
	noticeHours: 24,
	invitation: '',
	groups: []
};
const within = new Date('2026-09-15T10:00:00Z');
const lastEvening = new Date('2026-09-25T21:30:00Z');
const dayAfter = new Date('2026-09-25T22:30:00Z');

const tries: Record<RoundMove, (round: Round) => { ok: boolean }> = {
	open: (round) => open(round, within),
	publish,
	close
};

const modes = roundModes.flatMap((mode) => roundStates.map((state): [RoundMode, RoundState] => [mode, state]));
describe.each(modes)('a round of %s that is %s', (mode, state) => {
	test.each(Object.keys(roundMoves) as RoundMove[])('answers %s as the table says', (move) => {
		const round = { ...september, mode, state };
		expect(tries[move](round).ok).toBe(can(move, round));
	});
});

test('a round whose days are over is not opened any more; on its last evening it still is', () => {
	expect(open(september, dayAfter)).toEqual({ ok: false, reason: 'round-over' });
	expect(open(september, lastEvening)).toMatchObject({ ok: true, value: { state: 'open' } });
});

test('teachers offer before and while it is open, not after', () => {
	expect(takesOffers(september, within)).toBe(true);
	expect(takesOffers({ ...september, state: 'open' }, lastEvening)).toBe(true);
	expect(takesOffers({ ...september, state: 'open' }, dayAfter)).toBe(false);
	expect(takesOffers({ ...september, state: 'closed' }, within)).toBe(false);
});

test('the window is whole days at school', () => {
	expect(isInWindow(september, lastEvening)).toBe(true);
	expect(isInWindow(september, dayAfter)).toBe(false);
	expect(choosableUntil(september, within)).toEqual(new Date('2026-09-14T10:00:00Z'));
});

test('times are chosen while a round of choices is open, and when the plan of a round of wishes stands', () => {
	const asked = (mode: RoundMode) => roundStates.filter((state) => takesChoices({ mode, state }));
	expect(asked('choose')).toEqual(['open']);
	expect(asked('wishes')).toEqual(['published']);
	expect(roundStates.filter((state) => takesWishes({ mode: 'wishes', state }))).toEqual(['open']);
	expect(roundStates.filter((state) => takesWishes({ mode: 'choose', state }))).toEqual([]);
});

test('only a round of wishes is published', () => {
	expect(publish({ ...september, state: 'open' })).toEqual({ ok: false, reason: 'wrong-state' });
	expect(publish({ ...september, mode: 'wishes', state: 'open' })).toMatchObject({ value: { state: 'published' } });
});

test('a round of next spring asks nothing of anybody this autumn', () => {
	expect(isNear({ firstDay: '2026-11-10' as Day }, within)).toBe(true);
	expect(isNear({ firstDay: '2026-11-11' as Day }, within)).toBe(false);
});
