import type { Placed } from '#modules/planner/instance.ts';
import { forget } from './chain.ts';
import { construct } from './construct.ts';
import { coolingAt, type Cooling } from './cooling.ts';
import { thousand, type Problem } from './problem.ts';
import { step } from './step.ts';
import { workOn, type Work } from './work.ts';

/** How to look for better plans. */
export type Manner = {
	/** Makes the first plan. */
	begin(w: Work): void;
	/** Changes the plan in one neighbourhood. */
	step(w: Work): void;
	/** Whether the plan may be as it is now, apart from its cost. */
	allowed(w: Work): boolean;
	cooling(w: Work): Cooling;
};

/** From nothing: construct, then chains and removals everywhere. */
export const fromNothing: Manner = {
	begin: construct,
	step,
	allowed: () => true,
	cooling: ({ mix: { hot, legs } }) => ({ hot, legs, cold: 0.5 })
};

export type Search = {
	/** Takes `steps` steps when a share `done` of the budget is spent, 0 to 1. Answers whether a better plan was found. */
	advance(steps: number, done: number): boolean;
	/** Objective of the best plan so far. */
	cost(): number;
	honoured(): number;
	talks(): Placed[];
	readonly work: Work;
};

/** Steps between two moments at which prices fade. */
const memory = 2000;

/** Large-neighbourhood search with annealing acceptance. The same problem, seed and steps give the same plan. */
export function searchFrom(problem: Problem, seed: number, manner: Manner = fromNothing): Search {
	const w = workOn(problem, seed);
	const cooling = manner.cooling(w);
	manner.begin(w);
	const best = w.s.at.slice();
	let bestCost = w.s.cost;
	let bestHonoured = w.s.honoured;

	function advance(steps: number, done: number) {
		const { temperature, forgets } = coolingAt(done, cooling);
		let better = false;
		for (let i = 0; i < steps; i++) {
			const before = w.s.cost;
			w.step++;
			if (forgets && w.step % memory === 0) forget(w);
			w.waitingCount = 0;
			w.journal.begin();
			manner.step(w);
			const rise = w.s.cost - before;
			const welcome = rise <= 0 || w.chance.real() < Math.exp(-rise / (temperature * thousand));
			if (!welcome || !manner.allowed(w)) w.journal.undo();
			else if (w.s.cost < bestCost) {
				bestCost = w.s.cost;
				bestHonoured = w.s.honoured;
				best.set(w.s.at);
				better = true;
			}
		}
		return better;
	}
	return {
		advance,
		cost: () => bestCost / thousand,
		honoured: () => bestHonoured,
		talks: () => talksOf(problem, best),
		work: w
	};
}

function talksOf(p: Problem, at: Int32Array): Placed[] {
	const talks: Placed[] = [];
	p.instance.requests.forEach((request, r) => {
		const c = at[r]!;
		if (c >= 0) talks.push({ request: request.id, day: p.candDay[c]!, start: p.candStart[c]! });
	});
	return talks;
}
