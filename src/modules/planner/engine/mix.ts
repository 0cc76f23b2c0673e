import { straight, type Cooling } from './cooling.ts';
import type { Problem } from './problem.ts';
import { comesOnce } from './visits.ts';

/** Shares of the kinds of step, the rest removals anywhere; how hot annealing begins, in units of the objective; its legs. */
export type Mix = {
	chainsFromUnmet: number;
	chainsFromAny: number;
	removalsAtUnmet: number;
	hot: number;
	legs: Cooling['legs'];
};

/** Families that come once want many talks close together: runs of them must change places at the same time. */
const once: Mix = { chainsFromUnmet: 0.2, chainsFromAny: 0.15, removalsAtUnmet: 0.3, hot: 15, legs: straight };
/**
 * One talk after another finds its way in chains, and needs room to: a visit more costs 60. A plan that is still a wish
 * short of the best after the first leg is loosened again in two short ones.
 */
const often: Mix = {
	chainsFromUnmet: 0.1,
	chainsFromAny: 0.75,
	removalsAtUnmet: 0,
	hot: 70,
	legs: [
		{ share: 0.6, from: 1, forgets: true },
		{ share: 0.2, from: 0.8 },
		{ share: 0.2, from: 0.8 }
	]
};

export function mixFor(p: Problem): Mix {
	let comingOnce = 0;
	for (let unit = 0; unit < p.units; unit++) if (comesOnce(p, unit)) comingOnce++;
	return 2 * comingOnce > p.units ? once : often;
}
