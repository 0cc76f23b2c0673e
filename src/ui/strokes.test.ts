import { expect, test } from 'vitest';
import { between, timeAt, towards } from './strokes.ts';

const size = { day: 5, at: 56 };
const hours = [8, 9, 10];

test('a stroke covers the same times on each day it crosses, whichever way it was drawn', () => {
	const there = between({ day: 0, at: 2 }, { day: 1, at: 4 });
	expect(there).toHaveLength(6);
	expect(between({ day: 1, at: 4 }, { day: 0, at: 2 })).toEqual(there);
	expect(timeAt(hours, 5)).toBe('09:15');
});

test('arrows go a quarter or an hour, pages a day, and nobody falls off the edge', () => {
	const spot = { day: 1, at: 6 };
	expect(towards('ArrowRight', spot, size, false)).toEqual({ day: 1, at: 7 });
	expect(towards('ArrowRight', spot, size, true)).toEqual({ day: 1, at: 5 });
	expect(towards('ArrowDown', spot, size, false)).toEqual({ day: 1, at: 10 });
	expect(towards('PageDown', { day: 4, at: 6 }, size, false)).toEqual({ day: 4, at: 6 });
	expect(towards('ArrowUp', { day: 0, at: 2 }, size, false)).toEqual({ day: 0, at: 2 });
	expect(towards('ArrowDown', { day: 0, at: 54 }, size, false)).toEqual({ day: 0, at: 54 });
	expect(towards('a', spot, size, false)).toBeUndefined();
});
