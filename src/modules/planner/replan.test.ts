import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from './check.ts';
import { difference } from './difference.ts';
import type { Instance, Request } from './instance.ts';
import { planInSteps } from './plan.ts';
import { sampleRound } from './sample.ts';

/** A round whose plan has been published. */
function published(seed: number): Instance {
	const instance = sampleRound({ teachers: 5, families: 30, days: 3, seed });
	const { talks } = planInSteps(instance, { steps: 150, seed: 1 });
	return { ...instance, previous: { talks: talks.map((talk) => ({ ...talk, confirmed: true })) } };
}

function replanned(instance: Instance, steps = 100) {
	const plan = planInSteps(instance, { steps, seed: 2 });
	expect(checkPlan(instance, plan).faults).toEqual([]);
	return difference(instance, plan);
}

const seeds = fc.integer({ min: 0, max: 1e6 });

describe('planning again', () => {
	it('changes little when nothing happened, and withdraws nothing', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const changes = replanned(published(seed));
				expect(changes.filter((change) => change.kind === 'withdrawn')).toEqual([]);
				expect(changes.filter((change) => change.kind === 'moved').length).toBeLessThanOrEqual(10);
			}),
			{ numRuns: 5 }
		);
	});

	it('withdraws nothing when a family cancels', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const round = published(seed);
				const gone = round.requests[0]!.parties[0]!;
				const requests = round.requests.filter((request) => !request.parties.includes(gone));
				expect(replanned({ ...round, requests }).filter((change) => change.kind === 'withdrawn')).toEqual([]);
			}),
			{ numRuns: 5 }
		);
	});

	it('finds other times for the talks of a teacher who is ill on one day', () => {
		const round = published(3);
		const staff = round.staff.map((one) =>
			one.id === 'T1' ? { ...one, windows: one.windows.filter((window) => window.day !== 1) } : one
		);
		const ill = new Set(
			round
				.previous!.talks.filter((talk) => talk.day === 1 && requestOf(round, talk.request).staff.includes('T1'))
				.map((talk) => talk.request)
		);
		const changes = replanned({ ...round, staff });
		expect(ill.size).toBeGreaterThan(0);
		for (const change of changes) if (change.kind === 'withdrawn') expect(ill).toContain(change.request);
		expect(changes.filter((change) => change.kind === 'moved' && !ill.has(change.request)).length).toBeLessThanOrEqual(
			10
		);
	});

	it('keeps what is locked where it is', () => {
		const round = published(5);
		const locks = round.previous!.talks.slice(0, 8).map(({ request, day, start }) => ({ request, day, start }));
		const staff = round.staff.map((one) => ({ ...one, maxPerDay: 4 }));
		const plan = planInSteps({ ...round, locks, staff }, { steps: 50, seed: 1 });
		for (const lock of locks) expect(plan.talks).toContainEqual(lock);
	});

	it('gives a request that comes late a place if there is one', () => {
		const round = published(8);
		const late: Request = {
			...round.requests[0]!,
			id: 'late',
			priority: 'must',
			staff: ['T5'],
			minutes: 15,
			place: 'room'
		};
		const staff = round.staff.map((one) =>
			one.id === 'T5' ? { ...one, windows: [...one.windows, { day: 2, from: 1200, to: 1260 }] } : one
		);
		const parties = round.parties.map((one) => ({
			...one,
			maxDays: 9,
			windows: [...one.windows, { day: 2, from: 1200, to: 1260, cost: 0 as const }]
		}));
		const changes = replanned({ ...round, staff, parties, requests: [...round.requests, late] });
		expect(changes).toContainEqual(expect.objectContaining({ kind: 'new', request: 'late' }));
	});
});

function requestOf(round: Instance, id: string) {
	return round.requests.find((request) => request.id === id)!;
}
