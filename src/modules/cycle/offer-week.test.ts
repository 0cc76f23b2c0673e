import { expect, test } from 'vitest';
import { momentOf, type Day, type Time } from '#platform/time.ts';
import { repeated, weeksOf } from './offer-week.ts';
import { cellsOf, startOf, type Cell } from './paint.ts';

const [first, last] = ['2026-10-15', '2026-10-28'] as [Day, Day];
const now = momentOf('2026-10-01' as Day, '12:00' as Time);

test('a window from Thursday to the Wednesday after next has three weeks, without weekends', () => {
	expect(weeksOf(first, last, new Set())).toEqual([
		['2026-10-15', '2026-10-16'],
		['2026-10-19', '2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23'],
		['2026-10-26', '2026-10-27', '2026-10-28']
	]);
	expect(weeksOf(first, last, new Set(['2026-10-17' as Day]))[0]).toContain('2026-10-17');
});

test('a week is repeated on the same days at the same hour, over the change of the clock', () => {
	const weeks = weeksOf(first, last, new Set());
	const span = {
		startsAt: momentOf('2026-10-20' as Day, '19:00' as Time),
		endsAt: momentOf('2026-10-20' as Day, '19:30' as Time)
	};
	const copies = repeated(new Set(cellsOf(span)), weeks[1]!, weeks, now);
	expect(copies).toEqual(['2026-10-27 19:00', '2026-10-27 19:15']);
	expect(startOf(copies[0]!).toISOString()).toBe('2026-10-27T18:00:00.000Z');
});

test('what is over and what stands is not painted again', () => {
	const weeks = weeksOf(first, last, new Set());
	const painted = new Set(['2026-10-20 19:00', '2026-10-27 19:00'] as string[] as Cell[]);
	expect(repeated(painted, weeks[1]!, weeks, now)).toEqual([]);
	const late = momentOf('2026-10-28' as Day, '12:00' as Time);
	expect(repeated(new Set(['2026-10-20 19:00'] as string[] as Cell[]), weeks[1]!, weeks, late)).toEqual([]);
});
