import type { Problem } from './problem.ts';
import { comesOnce } from './visits.ts';

/** Shares of the kinds of step; the rest are removals anywhere. */
export type Mix = { chainsFromUnmet: number; chainsFromAny: number; removalsAtUnmet: number };

/** Families that come once want many talks close together: runs of them must change places at the same time. */
const once: Mix = { chainsFromUnmet: 0.2, chainsFromAny: 0.15, removalsAtUnmet: 0.3 };
/** One talk after another finds its way in chains. */
const often: Mix = { chainsFromUnmet: 0.3, chainsFromAny: 0.4, removalsAtUnmet: 0 };

export function mixFor(p: Problem): Mix {
	let comingOnce = 0;
	for (let unit = 0; unit < p.units; unit++) if (comesOnce(p, unit)) comingOnce++;
	return 2 * comingOnce > p.units ? once : often;
}
