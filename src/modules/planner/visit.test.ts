import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostInOneVisit, type Stop } from './visit.ts';

const stop = fc.record({
	starts: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 6 }).map((list) => list.sort((a, b) => a - b)),
	minutes: fc.integer({ min: 1, max: 4 })
});

/** Every order of every choice, tried out. */
function tried(stops: Stop[], walk: number, from = 0): number {
	let most = 0;
	stops.forEach(({ starts, minutes }, i) => {
		const rest = stops.filter((_, other) => other !== i);
		for (const start of starts) if (start >= from) most = Math.max(most, 1 + tried(rest, walk, start + minutes + walk));
	});
	return most;
}

describe('the most talks in one visit', () => {
	it('is what trying every order finds', () => {
		fc.assert(
			fc.property(fc.array(stop, { maxLength: 4 }), fc.integer({ min: 0, max: 2 }), (stops, walk) => {
				expect(mostInOneVisit(stops, () => walk)).toBe(tried(stops, walk));
			}),
			{ numRuns: 60 }
		);
	});

	it('is eight for nine talks of ten minutes in two and a half hours with walking', () => {
		const starts = Array.from({ length: 15 }, (_, i) => 10 * i);
		const stops = Array.from({ length: 9 }, () => ({ starts, minutes: 10 }));
		expect(mostInOneVisit(stops, () => 5)).toBe(8);
	});
});
