import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '#modules/planner/check.ts';
import { planInSteps } from '#modules/planner/plan.ts';
import { sampleRound } from '#modules/planner/sample.ts';
import { prepare } from './prepare.ts';
import { searchFrom } from './search.ts';

describe('the search', () => {
	it('keeps the cost that the checker counts, to the thousandth', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 3, max: 24 }), (seed, families) => {
				const instance = sampleRound({ teachers: 4, families, days: 3, seed });
				const search = searchFrom(prepare(instance), seed);
				search.advance(100, 0.5);
				const { faults, figures } = checkPlan(instance, { talks: search.talks() });
				expect(faults).toEqual([]);
				expect(search.cost()).toBeCloseTo(figures.cost, 3);
				expect(search.honoured()).toBe(figures.honoured);
			}),
			{ numRuns: 15 }
		);
	});

	it('gives the same plan for the same seed and steps', () => {
		const instance = sampleRound({ teachers: 5, families: 40, days: 3, seed: 7 });
		const [once, twice] = [1, 2].map(() => JSON.stringify(planInSteps(instance, { steps: 500, seed: 3 })));
		expect(once).toBe(twice);
	});

	it('only gets better', () => {
		const instance = sampleRound({ teachers: 4, families: 40, days: 3, seed: 9 });
		const costs: number[] = [];
		planInSteps(instance, { steps: 2000, seed: 1 }, ({ cost }) => costs.push(cost));
		expect(costs.length).toBeGreaterThan(1);
		expect(costs).toEqual([...costs].sort((a, b) => b - a));
	});

	it('stops when told to', () => {
		const instance = sampleRound({ teachers: 4, families: 40, days: 3, seed: 9 });
		let asked = 0;
		const plan = planInSteps(instance, { steps: 1e9, seed: 1 }, undefined, () => ++asked > 3);
		expect(checkPlan(instance, plan).faults).toEqual([]);
	});

	it('plans nothing when nobody asks', () => {
		const instance = { ...sampleRound({ teachers: 2, families: 2, days: 2, seed: 1 }), requests: [] };
		expect(planInSteps(instance, { steps: 10, seed: 1 }).talks).toEqual([]);
	});
});
