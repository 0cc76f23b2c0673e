import { expect, test } from 'vitest';
import { agendaOf, checkEntry, type Entry } from './entry.ts';

const point = (minutes: number | null, section: Entry['section'] = 'point') => ({ section, minutes }) as Entry;

test('points without minutes share what is left of the talk', () => {
	const { points, total, over } = agendaOf([point(5), point(null), point(null), point(null, 'well')], 15);
	expect(points.map(({ takes }) => takes)).toEqual([5, 5, 5]);
	expect([total, over]).toEqual([15, 0]);
});

test('more than fits is said, and no point is left without a minute', () => {
	const { points, over } = agendaOf([point(10), point(10), point(null)], 15);
	expect(points.map(({ takes }) => takes)).toEqual([10, 10, 1]);
	expect(over).toBe(6);
});

test('an empty agenda fits', () => {
	expect(agendaOf([], 15)).toEqual({ points: [], total: 0, over: 0 });
});

test('only spaces are no words', () => {
	expect(checkEntry(' \n ')).toEqual({ ok: false, reason: 'empty' });
	expect(checkEntry(' graag ')).toEqual({ ok: true, value: 'graag' });
});
