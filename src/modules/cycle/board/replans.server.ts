import { checkPlan } from '#modules/planner/check.ts';
import { difference, type Change } from '#modules/planner/difference.ts';
import type { Instance, Placed } from '#modules/planner/instance.ts';
import { plan } from '#modules/planner/plans.server.ts';
import type { Round } from '#modules/cycle/round.ts';
import { choosableUntil } from '#modules/cycle/round.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import * as store from './board.store.server.ts';
import type { Problem } from './problem.ts';
import type { Standing } from './situation.ts';
import { laidOutIn } from './situations.server.ts';
import { placedIn, standingOf } from './standing.ts';
import type { TalkKey } from './talk-key.ts';

/** A published plan to be planned again, after something became impossible. Pure data: nothing is read any more. */
export type Again = { problem: Problem; instance: Instance; standing: Standing[] };

/**
 * A published round as a problem with its plan in it: what was confirmed weighs fully, and what has begun or is within the
 * notice period, or is held by name, stays where it is. Talks whose time is gone are left for the search to place.
 */
export async function againIn(
	db: Db,
	ctx: Ctx,
	round: Round,
	{ confirmed, held }: { confirmed: ReadonlySet<TalkKey>; held: ReadonlySet<TalkKey> }
): Promise<Again> {
	const { problem, standing } = await laidOutIn(db, ctx, round, await store.find(db, ctx, round.id));
	const placed = placedIn(problem, standing);
	const stays = new Set<string>(
		standing
			.filter((each) => held.has(each.talk) || choosableUntil(round, each.startsAt) < ctx.now)
			.map(({ talk }) => talk)
	);
	const instance: Instance = {
		...problem.instance,
		previous: { talks: placed.map((talk) => ({ ...talk, confirmed: confirmed.has(talk.request as TalkKey) })) }
	};
	return {
		problem,
		instance: {
			...instance,
			locks: keepable(
				instance,
				placed.filter((talk) => stays.has(talk.request))
			)
		},
		standing
	};
}

/** The smallest new plan, as a difference with the published one, and where everybody then is. Nothing is written. */
export async function replanFor(
	{ problem, instance }: Again,
	seconds = 2
): Promise<{ changes: Change[]; standing: Standing[]; unmet: TalkKey[] }> {
	const found = await plan(instance, { seconds, seed: 1, workers: 1 });
	const { faults } = checkPlan(instance, found.plan);
	if (faults.length) throw new Error(`The planner broke ${faults.map(({ rule }) => rule).join()}.`);
	const met = new Set(found.plan.talks.map(({ request }) => request));
	return {
		changes: difference(instance, found.plan),
		standing: standingOf(problem, found.plan.talks, new Set()),
		unmet: [...problem.talks.keys()].filter((talk) => !met.has(talk))
	};
}

/** Of the talks that should stay, those that still can. */
function keepable(instance: Instance, talks: readonly Placed[]): Placed[] {
	const gone = new Set(
		checkPlan({ ...instance, locks: [] }, { talks: [...talks] }).faults.flatMap(({ about }) => about)
	);
	return talks.filter(({ request }) => !gone.has(request));
}
