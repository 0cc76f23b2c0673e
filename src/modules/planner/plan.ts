import { prepare } from '#modules/planner/engine/prepare.ts';
import { fromPublished } from '#modules/planner/engine/mend.ts';
import { fromNothing, searchFrom, type Search } from '#modules/planner/engine/search.ts';
import { planOf, type Instance, type Plan } from './instance.ts';

export type Effort = { steps: number; seed: number };

/** What is known while planning: steps done, objective and honoured requests of the best plan so far. */
export type Progress = { steps: number; of: number; cost: number; honoured: number };

/** Steps between two looks at the outside world. */
export const stride = 64;

/**
 * Plans with a budget of steps; the same instance, seed and steps give the same plan. `onBetter` hears each better plan,
 * `stopped` is asked every `stride` steps. An instance with a published plan is planned again from there: what is still
 * possible stays, few talks move, none is withdrawn for another.
 */
export function planInSteps(
	instance: Instance,
	{ steps, seed }: Effort,
	onBetter: (progress: Progress) => void = () => {},
	stopped: () => boolean = () => false
): Plan {
	const search = searchFor(instance, seed);
	for (let done = 0; done < steps && !stopped();) {
		const now = Math.min(stride, steps - done);
		const better = search.advance(now, done / steps);
		done += now;
		if (better) onBetter({ steps: done, of: steps, cost: search.cost(), honoured: search.honoured() });
	}
	return planOf(instance, search.talks());
}

/** A search that its caller advances: from the published plan when there is one, from nothing otherwise. */
export function searchFor(instance: Instance, seed: number): Search {
	return searchFrom(prepare(instance), seed, instance.previous ? fromPublished() : fromNothing);
}
