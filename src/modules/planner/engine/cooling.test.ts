import { expect, test } from 'vitest';
import { coolingAt, straight, type Cooling } from './cooling.ts';

const once: Cooling = { hot: 50, cold: 0.5, legs: straight };
const twice: Cooling = {
	...once,
	legs: [
		{ share: 0.6, from: 1, forgets: true },
		{ share: 0.4, from: 0.5 }
	]
};
const temperatureAt = (done: number, cooling: Cooling) => coolingAt(done, cooling).temperature;

test('cooling goes from hot to cold, halfway at their geometric mean', () => {
	expect([0, 0.5, 1].map((done) => temperatureAt(done, once))).toEqual([50, 5, 0.5]);
});

test('a second leg begins less hot and ends as cold', () => {
	expect(temperatureAt(0, twice)).toBe(50);
	expect(temperatureAt(0.6 - 1e-9, twice)).toBeCloseTo(0.5);
	expect(temperatureAt(0.6, twice)).toBeCloseTo(5);
	expect(temperatureAt(1, twice)).toBe(0.5);
});

test('prices fade only in the leg that says so', () => {
	expect([0, 0.59, 0.6, 1].map((done) => coolingAt(done, twice).forgets)).toEqual([true, true, false, false]);
});

test('more than the whole budget is as cold as its end', () => {
	expect(temperatureAt(1.2, twice)).toBe(0.5);
});
