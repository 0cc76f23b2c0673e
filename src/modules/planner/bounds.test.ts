import { describe, expect, it } from 'vitest';
import { proveBound, proveLevelOne } from './bounds.server.ts';
import { checkPlan } from './check.ts';
import { planInSteps } from './plan.ts';
import { sampleRound } from './sample.ts';

const solver = await import('highs').catch(() => undefined);

describe.skipIf(!solver)('the bound', () => {
	it('is never below what a plan honours', async () => {
		for (const seed of [1, 2, 3, 4]) {
			const instance = sampleRound({ teachers: 3, families: 40, days: 3, seed });
			const bound = await proveBound(instance);
			const plan = planInSteps(instance, { steps: 300, seed: 1 });
			expect(bound!.atMost).toBeGreaterThanOrEqual(plan.talks.length);
		}
	});

	it('at level 1 is never above what a plan costs, and reached where a plan is as good as can be', async () => {
		let reached = 0;
		for (const seed of [1, 2, 3, 4, 5]) {
			const instance = sampleRound({ teachers: 3, families: 25, days: 3, seed });
			const proof = await proveLevelOne(instance, 60);
			const { costs } = checkPlan(instance, planInSteps(instance, { steps: 1500, seed: 1 })).figures;
			expect(proof!.proven).toBe(true);
			expect(proof!.atLeast).toBeLessThanOrEqual(costs.unmet + costs.fairness);
			if (proof!.atLeast === costs.unmet + costs.fairness) reached++;
		}
		expect(reached).toBeGreaterThan(0);
	});

	it('names who is full, and on which day', async () => {
		const round = sampleRound({ teachers: 1, families: 60, days: 1, seed: 2 });
		const requests = round.requests.map((one) => ({
			...one,
			staff: ['T1'],
			minutes: 15,
			place: 'room' as const,
			travel: 0
		}));
		const parties = round.parties.map((one) => ({
			...one,
			windows: [{ day: 0, from: 840, to: 1200, cost: 0 as const }]
		}));
		const bound = await proveBound({ ...round, requests, parties });
		expect(bound).toMatchObject({ atMost: 8, bottlenecks: [{ staff: 'T1', day: 0, minutes: 120 }] });
	});

	it('is nought when nothing is possible', async () => {
		const round = sampleRound({ teachers: 1, families: 2, days: 1, seed: 1 });
		const parties = round.parties.map((one) => ({ ...one, windows: [] }));
		expect((await proveBound({ ...round, parties }))!.atMost).toBe(0);
	});
});
