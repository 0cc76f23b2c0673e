import { describe, expect, it } from 'vitest';
import { agendaOf } from './agenda.ts';
import { checkPlan } from './check.ts';
import { explainPlan, type Explanation } from './explain.ts';
import { planOf, type Instance } from './instance.ts';
import { planInSteps } from './plan.ts';
import { sampleRound } from './sample.ts';
import { applyWay } from './ways.ts';

/** Far more is asked than fits. */
function crowded(seed: number): Instance {
	return sampleRound({ teachers: 2, families: 45, days: 2, seed });
}

describe('explaining what is unmet', () => {
	it('every way out, applied, gives a plan without faults that honours the request', () => {
		const kinds = new Set<string>();
		for (const seed of [1, 2, 3, 4, 5, 6]) {
			const instance = crowded(seed);
			const plan = planInSteps(instance, { steps: 64, seed: 1 });
			const agenda = agendaOf(instance, plan.talks);
			for (const { request, ways } of explainPlan(instance, plan).unmet)
				for (const way of ways) {
					kinds.add(way.kind);
					const applied = applyWay(agenda, plan, request, way);
					const { faults, figures } = checkPlan(applied.instance, applied.plan);
					expect({ way, faults }).toEqual({ way, faults: [] });
					expect(figures.honoured).toBe(plan.talks.length + 1);
				}
		}
		expect([...kinds]).toContain('staff-time');
	});

	it('lets a third person who is busy join by phone', () => {
		const round = sampleRound({ teachers: 2, families: 2, days: 1, seed: 1 });
		const asked = (id: string, teacher: string, party: string) => ({
			...round.requests[0]!,
			...{ id, staff: [teacher, 'TOLK'], parties: [party], minutes: 15, place: 'room' as const, travel: 0 }
		});
		const windows = [{ day: 0, from: 900, to: 915, cost: 0 as const }];
		const party = (id: string) => ({ id, household: id, maxDays: 1, windows });
		const instance: Instance = {
			...round,
			requests: [asked('Q1', 'T1', 'A'), asked('Q2', 'T2', 'B')],
			parties: [party('A'), party('B')]
		};
		const plan = planOf(instance, [{ request: 'Q1', day: 0, start: 900 }]);
		const [{ ways }] = explainPlan(instance, plan).unmet as [Explanation];
		const way = ways.find(({ kind }) => kind === 'by-phone')!;
		expect(way).toEqual({ kind: 'by-phone', staff: 'TOLK', at: { day: 0, start: 900 } });
		const applied = applyWay(agendaOf(instance, plan.talks), plan, 'Q2', way);
		expect(checkPlan(applied.instance, applied.plan).faults).toEqual([]);
		expect(applied.plan.talks).toHaveLength(2);
	});

	it('finds the one other family that could go elsewhere, and does not name it', () => {
		const round = sampleRound({ teachers: 1, families: 2, days: 1, seed: 1 });
		const asked = (id: string, party: string) => ({
			...round.requests[0]!,
			...{ id, staff: ['T1'], parties: [party], minutes: 15, place: 'room' as const, travel: 0 }
		});
		const party = (id: string, to: number) => ({
			...{ id, household: id, maxDays: 1 },
			windows: [{ day: 0, from: 900, to, cost: 0 as const }]
		});
		const instance: Instance = {
			...round,
			requests: [asked('Q1', 'A'), asked('Q2', 'B')],
			parties: [party('A', 930), party('B', 915)]
		};
		const plan = planOf(instance, [{ request: 'Q1', day: 0, start: 900 }]);
		const [{ ways }] = explainPlan(instance, plan).unmet as [Explanation];
		expect(ways[0]).toEqual({ kind: 'other-family', at: { day: 0, start: 900 } });
		const applied = applyWay(agendaOf(instance, plan.talks), plan, 'Q2', ways[0]!);
		expect(checkPlan(applied.instance, applied.plan).faults).toEqual([]);
		expect(applied.plan.talks).toHaveLength(2);
	});

	it('explains each unmet request once, and each over-full member of staff once', () => {
		const instance = crowded(3);
		const plan = planInSteps(instance, { steps: 64, seed: 1 });
		const { unmet, overFull } = explainPlan(instance, plan);
		expect(unmet.length).toBe(instance.requests.length - plan.talks.length);
		expect(new Set(overFull.map((one) => one.staff)).size).toBe(overFull.length);
		for (const one of overFull) expect(one.askedMinutes).toBeGreaterThan(one.offeredMinutes);
	});

	it('tells nothing about another family', () => {
		const instance = crowded(4);
		const plan = planInSteps(instance, { steps: 64, seed: 1 });
		for (const explanation of explainPlan(instance, plan).unmet) {
			const request = instance.requests.find((one) => one.id === explanation.request)!;
			const own = new Set([request.id, ...request.parties, ...request.staff]);
			const names = [...instance.requests, ...instance.parties].map((one) => one.id).filter((id) => !own.has(id));
			const words: string[] = JSON.stringify(explanation).match(/"[^"]*"/g) ?? [];
			expect(names.filter((name) => words.includes(`"${name}"`))).toEqual([]);
		}
	});

	it('names the two who are never free together', () => {
		const round = sampleRound({ teachers: 1, families: 1, days: 2, seed: 1 });
		const [request] = round.requests;
		const instance: Instance = {
			...round,
			requests: [{ ...request!, staff: ['T1'], parties: ['H1a'] }],
			parties: [{ id: 'H1a', household: 'H1', maxDays: 1, windows: [{ day: 0, from: 480, to: 600, cost: 0 }] }]
		};
		const { unmet } = explainPlan(instance, { talks: [] });
		expect(unmet[0]!.reason).toMatchObject({ code: 'NO_COMMON_TIME', sides: [{ id: 'T1' }, { id: 'H1a' }] });
		expect(unmet[0]!.ways.map((way) => way.kind)).toContain('family-time');
	});
});
