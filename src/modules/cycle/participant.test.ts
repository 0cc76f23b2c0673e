import { expect, test } from 'vitest';
import type { GroupId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { isInvited, minutesOf, participantOf, type Participant } from './participant.ts';

const pupil = 'noor' as PersonId;
const group = 'five' as GroupId;
const settled: Participant = {
	pupil,
	because: 'arrangement',
	priority: 'normal',
	minutes: null,
	first: false,
	third: null
};

test('everybody takes part in a start round, and only who is drawn takes part in another', () => {
	expect(participantOf({ kind: 'start' }, pupil, undefined)).toMatchObject({ because: 'everybody', priority: 'must' });
	expect(participantOf({ kind: 'report-card' }, pupil, undefined)).toBeUndefined();
	expect(participantOf({ kind: 'report-card' }, pupil, settled)).toEqual(settled);
});

test('who is invited first hears of it at the opening, the others from the day after that time', () => {
	const round = { state: 'open', firstUntil: '2026-09-10' as Day } as const;
	const lastEvening = new Date('2026-09-10T21:30:00Z');
	const dayAfter = new Date('2026-09-10T22:30:00Z');
	expect(isInvited(round, settled, lastEvening)).toBe(false);
	expect(isInvited(round, { ...settled, first: true }, lastEvening)).toBe(true);
	expect(isInvited(round, settled, dayAfter)).toBe(true);
	expect(isInvited({ ...round, firstUntil: null }, settled, lastEvening)).toBe(true);
	expect(isInvited({ ...round, state: 'draft' }, { ...settled, first: true }, dayAfter)).toBe(false);
});

test('a child may have a longer talk than its group, and a group than the round', () => {
	const round = { minutes: 15, groupMinutes: { [group]: 20 } };
	expect(minutesOf(round, group, { minutes: 30 })).toBe(30);
	expect(minutesOf(round, group, settled)).toBe(20);
	expect(minutesOf(round, 'six' as GroupId, settled)).toBe(15);
});
