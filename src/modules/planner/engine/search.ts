import type { Placed } from '#modules/planner/instance.ts';
import { construct } from './construct.ts';
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
	/** Annealing goes from hot to cold; both in units of the objective. */
	hot(w: Work): number;
	cold: number;
};

/** From nothing: construct, then chains and removals everywhere. */
export const fromNothing: Manner = {
	begin: construct,
	step,
	allowed: () => true,
	hot: ({ mix }) => mix.hot,
	cold: 0.5
};

export type Search = {
	/** Takes `steps` steps at `heat`, 1 (begin) to 0 (end). Answers whether a better plan was found. */
	advance(steps: number, heat: number): boolean;
	/** Objective of the best plan so far. */
	cost(): number;
	honoured(): number;
	talks(): Placed[];
	readonly work: Work;
};

/** Large-neighbourhood search with annealing acceptance. The same problem, seed and steps give the same plan. */
export function searchFrom(problem: Problem, seed: number, manner: Manner = fromNothing): Search {
	const w = workOn(problem, seed);
	const { cold } = manner;
	const hot = manner.hot(w);
	manner.begin(w);
	const best = w.s.at.slice();
	let bestCost = w.s.cost;
	let bestHonoured = w.s.honoured;

	function advance(steps: number, heat: number) {
		const temperature = cold * (hot / cold) ** heat * thousand;
		let better = false;
		for (let i = 0; i < steps; i++) {
			const before = w.s.cost;
			w.step++;
			w.waitingCount = 0;
			w.journal.begin();
			manner.step(w);
			const rise = w.s.cost - before;
			const welcome = rise <= 0 || w.chance.real() < Math.exp(-rise / temperature);
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
