import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan, type HardRule } from './check.ts';
import type { Instance, Plan } from './instance.ts';
import { planInSteps } from './plan.ts';
import { sampleRound } from './sample.ts';

type Case = { instance: Instance; plan: Plan };

const rounds = fc.record({
	teachers: fc.integer({ min: 2, max: 6 }),
	families: fc.integer({ min: 4, max: 20 }),
	days: fc.integer({ min: 2, max: 4 }),
	seed: fc.integer({ min: 0, max: 1e6 })
});

function planned(size: Parameters<typeof sampleRound>[0]): Case {
	const instance = sampleRound(size);
	return { instance, plan: planInSteps(instance, { steps: 64, seed: 1 }) };
}

/** Two talks of the same person on the same day, if there are any. */
function neighbours({ instance, plan }: Case, of: 'staff' | 'parties') {
	const asked = new Map(instance.requests.map((request) => [request.id, request]));
	for (const a of plan.talks)
		for (const b of plan.talks) {
			const both = asked.get(a.request)![of].some((id) => asked.get(b.request)![of].includes(id));
			if (a !== b && a.day === b.day && both) return { a, b };
		}
	return undefined;
}

/** One way to break each rule; undefined when this plan has nothing to break it with. */
const mistakes: Record<HardRule, (good: Case) => Case | undefined> = {
	H0: ({ instance, plan }) => ({ instance, plan: { ...plan, instance: 'another' } }),
	H1: ({ instance, plan }) => ({ instance, plan: { ...plan, talks: [...plan.talks, plan.talks[0]!] } }),
	H2: ({ instance, plan }) => {
		const talk = plan.talks.find(({ request }) => request)!;
		const lead = instance.requests.find(({ id }) => id === talk.request)!.staff[0];
		const staff = instance.staff.map((one) =>
			one.id === lead ? { ...one, slot: 47, windows: one.windows.map((w) => ({ ...w, from: talk.start - 46 })) } : one
		);
		return { instance: { ...instance, staff }, plan };
	},
	H3: ({ instance, plan }) => ({
		instance,
		plan: { ...plan, talks: plan.talks.map((talk, i) => (i ? talk : { ...talk, start: 0 })) }
	}),
	H4: ({ instance, plan }) => ({
		instance: { ...instance, parties: instance.parties.map((party) => ({ ...party, windows: [] })) },
		plan
	}),
	H5: (good) => {
		const pair = neighbours(good, 'staff');
		return pair && sameTime(good, pair);
	},
	H6: (good) => {
		const pair = neighbours(good, 'parties');
		return pair && sameTime(good, pair);
	},
	H7: ({ instance, plan }) => ({
		instance: { ...instance, staff: instance.staff.map((one) => ({ ...one, maxRun: 14 })) },
		plan
	}),
	H8: ({ instance, plan }) => ({
		instance: { ...instance, parties: instance.parties.map((party) => ({ ...party, maxDays: 0 })) },
		plan
	}),
	H9: ({ instance, plan }) => ({
		instance: { ...instance, locks: [{ ...plan.talks[0]!, start: plan.talks[0]!.start + 5 }] },
		plan
	}),
	H10: (good) =>
		neighbours(good, 'staff') && {
			...good,
			instance: { ...good.instance, staff: good.instance.staff.map((one) => ({ ...one, maxPerDay: 1 })) }
		}
};

function sameTime({ instance, plan }: Case, { a, b }: NonNullable<ReturnType<typeof neighbours>>): Case {
	return {
		instance,
		plan: { ...plan, talks: plan.talks.map((talk) => (talk === b ? { ...talk, start: a.start } : talk)) }
	};
}

describe('the checker', () => {
	it('finds nothing wrong with what the engine makes', () => {
		fc.assert(
			fc.property(rounds, (size) => {
				const { instance, plan } = planned(size);
				expect(checkPlan(instance, plan).faults).toEqual([]);
			}),
			{ numRuns: 12 }
		);
	});

	for (const [rule, breakIt] of Object.entries(mistakes))
		it(`notices a broken ${rule}`, () => {
			fc.assert(
				fc.property(rounds, (size) => {
					const good = planned(size);
					fc.pre(good.plan.talks.length > 0);
					const broken = breakIt(good);
					if (broken) expect(checkPlan(broken.instance, broken.plan).faults.map((fault) => fault.rule)).toContain(rule);
				}),
				{ numRuns: 4 }
			);
		});

	it('counts what leaving out costs, and what the household pays on top', () => {
		const instance = sampleRound({ teachers: 2, families: 3, days: 2, seed: 4 });
		const { costs } = checkPlan(instance, { talks: [] }).figures;
		const asked = instance.requests.map((request) => instance.weights.unmet[request.priority]);
		expect(costs.unmet).toBe(asked.reduce((a, b) => a + b, 0));
		expect(costs.fairness).toBeGreaterThan(0);
	});
});
