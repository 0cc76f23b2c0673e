import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart, height, middle, moved, spotOf, toHundred, weightsAt, type Direction, type Weights } from './ternary.ts';

const part = fc.integer({ min: 0, max: 1000 });
const weights = fc
	.tuple(part, part, part)
	.filter((parts) => parts.some(Boolean))
	.map((parts) => toHundred(parts)!);
const directions: Direction[] = ['up', 'down', 'left', 'right'];

function isWhole(each: Weights) {
	expect(each.reduce((sum, one) => sum + one, 0)).toBe(100);
	for (const one of each) expect(Number.isInteger(one) && one >= 0).toBe(true);
}

test('three numbers become parts of a hundred, and keep their order', () => {
	fc.assert(
		fc.property(part, part, part, (a, b, c) => {
			const found = toHundred([a, b, c]);
			if (!a && !b && !c) return void expect(found).toBeUndefined();
			isWhole(found!);
			if (a > b) expect(found![0]).toBeGreaterThanOrEqual(found![1]);
			if (b > c) expect(found![1]).toBeGreaterThanOrEqual(found![2]);
		})
	);
	expect(toHundred([1, 1, 1])).toEqual(middle);
	expect(toHundred([0, 5, 0])).toEqual([0, 100, 0]);
});

test.each([[[-1, 1, 1]], [[Number.NaN, 1, 1]], [[Infinity, 1, 1]]] as [[number, number, number]][])(
	'%s cannot be divided',
	(parts) => expect(toHundred(parts)).toBeUndefined()
);

test('the corners are the corners, and a place tells its weights again', () => {
	expect(spotOf([100, 0, 0])).toEqual({ x: 0.5, y: 0 });
	expect(spotOf([0, 100, 0])).toEqual({ x: 0, y: height });
	expect(spotOf([0, 0, 100])).toEqual({ x: 1, y: height });
	fc.assert(
		fc.property(weights, (each) => {
			expect(weightsAt(spotOf(each))).toEqual(each);
		})
	);
});

test('wherever somebody points, it lands in the triangle', () => {
	const far = fc.double({ min: -3, max: 3, noNaN: true });
	fc.assert(fc.property(far, far, (x, y) => isWhole(weightsAt({ x, y }))));
});

test('a step stays in the triangle and goes the way of its arrow', () => {
	fc.assert(
		fc.property(weights, fc.constantFrom(...directions), fc.integer({ min: 1, max: 40 }), (each, direction, step) => {
			const next = moved(each, direction, step);
			isWhole(next);
			const [from, to] = [spotOf(each), spotOf(next)];
			if (direction === 'up') expect(to.y).toBeLessThanOrEqual(from.y);
			if (direction === 'down') expect(to.y).toBeGreaterThanOrEqual(from.y);
			if (direction === 'left') expect(to.x).toBeLessThanOrEqual(from.x);
			if (direction === 'right') expect(to.x).toBeGreaterThanOrEqual(from.x);
			if (direction === 'left' || direction === 'right') expect(to.y).toBe(from.y);
		})
	);
});

test('left and right again is where it began, as long as there was room', () => {
	fc.assert(
		fc.property(weights, fc.integer({ min: 1, max: 20 }), (each, step) => {
			if (each[2] >= step) expect(moved(moved(each, 'left', step), 'right', step)).toEqual(each);
		})
	);
});

test('marks on one spot lie next to each other, in their order, and a mark by itself stays', () => {
	const [here, there] = [
		{ x: 0.5, y: 0.5 },
		{ x: 0.1, y: 0.8 }
	];
	const [first, alone, second] = apart([here, there, { x: 0.51, y: 0.5 }], 0.1);
	expect(alone).toEqual(there);
	expect(second!.x - first!.x).toBeCloseTo(0.1);
	expect((first!.x + second!.x) / 2).toBeCloseTo(0.5);
	expect(second!.y).toBe(first!.y);
});
