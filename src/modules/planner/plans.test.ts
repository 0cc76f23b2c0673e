import { describe, expect, it } from 'vitest';
import { checkPlan } from './check.ts';
import { planInSteps } from './plan.ts';
import { plan } from './plans.server.ts';
import { sampleRound } from './sample.ts';

const instance = sampleRound({ teachers: 4, families: 25, days: 3, seed: 6 });

describe('planning in worker threads', () => {
	it('gives the plan that the engine gives for these steps', async () => {
		const planned = await plan(instance, { seconds: 0, steps: 128, seed: 5, workers: 1 });
		expect(planned.plan).toEqual(planInSteps(instance, { steps: 128, seed: 5 }));
	});

	it('takes the better plan of two', async () => {
		const [one, two] = await Promise.all(
			([1, 2] as const).map((workers) => plan(instance, { seconds: 0, steps: 64, seed: 5, workers }))
		);
		expect(two!.cost).toBeLessThanOrEqual(one!.cost);
	});

	it('stops when asked to, with a plan that is sound', async () => {
		const stopping = new AbortController();
		const planning = plan(instance, { seconds: 600, seed: 5, workers: 1 }, { signal: stopping.signal });
		stopping.abort();
		expect(checkPlan(instance, (await planning).plan).faults).toEqual([]);
	});
});
