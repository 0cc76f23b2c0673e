import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asWeights, corners, leanOf, ofWeights, openCorners, toEmphasis } from './emphasis.ts';

const at = (warmth: number, structure: number, space: number) => ({ warmth, structure, space });

test.each([
	[at(34, 33, 33), []],
	[at(40, 30, 30), []],
	[at(60, 20, 20), ['warmth']],
	[at(20, 60, 20), ['structure']],
	[at(10, 10, 80), ['space']],
	[at(45, 45, 10), ['warmth', 'structure']],
	[at(5, 45, 50), ['space', 'structure']]
])('%o leans to %o', (emphasis, to) => expect(leanOf(emphasis).to).toEqual(to));

test('any three numbers become an emphasis that is the same as weights', () => {
	const number = fc.integer({ min: 0, max: 100 });
	fc.assert(
		fc.property(number, number, number, (warmth, structure, space) => {
			const emphasis = toEmphasis(at(warmth, structure, space));
			if (!warmth && !structure && !space) return void expect(emphasis).toBeUndefined();
			expect(ofWeights(asWeights(emphasis!))).toEqual(emphasis);
			expect(corners).toEqual(expect.arrayContaining([...leanOf(emphasis!).to]));
		})
	);
});

test('both steer: more space could be a goal', () => {
	expect(openCorners([at(30, 60, 10)], [at(25, 60, 15)])).toEqual(['space']);
});

test('one side alone, or one that sees it otherwise, suggests nothing', () => {
	expect(openCorners([at(30, 60, 10)], [])).toEqual([]);
	expect(openCorners([at(30, 60, 10)], [at(25, 40, 35)])).toEqual([]);
});
