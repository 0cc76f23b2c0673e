import { checkPlan } from '#modules/planner/check.ts';
import { difference, type Change } from '#modules/planner/difference.ts';
import type { Instance, Placed } from '#modules/planner/instance.ts';
import { plan } from '#modules/planner/plans.server.ts';
import { choosableUntil, type Round } from '#modules/cycle/round.ts';
import type { OccupiedSpan } from '#modules/cycle/times.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { addMinutes } from '#platform/time.ts';
import * as store from './board.store.server.ts';
import { problemOf, type Problem } from './problem.ts';
import type { Standing } from './situation.ts';
import { laidOutIn } from './situations.server.ts';
import { dayAt, minuteOf } from './span.ts';
import { standingOf } from './standing.ts';
import type { TalkKey } from './talk-key.ts';

/** A published plan to be planned again, after something became impossible. Pure data: nothing is read any more. */
export type Again = { problem: Problem; instance: Instance; standing: Standing[] };

/** What holds while planning again: who confirmed, which talks stay by name, and who cannot be there when. */
export type Held = {
	confirmed: ReadonlySet<TalkKey>;
	held: ReadonlySet<TalkKey>;
	away: readonly OccupiedSpan[];
};

/**
 * A published round as a problem with its plan in it: what was confirmed weighs fully, and what has begun or is within the
 * notice period, or is held by name, stays where it is if it can. A talk of who is away may go to who shares the group.
 */
export async function againIn(db: Db, ctx: Ctx, round: Round, { confirmed, held, away }: Held): Promise<Again> {
	const { situation, standing, problem: before } = await laidOutIn(db, ctx, round, await store.find(db, ctx, round.id));
	const isGone = ({ talk, teacher, startsAt }: Standing) => {
		const endsAt = addMinutes(startsAt, before.talks.get(talk)?.minutes ?? round.minutes);
		return away.some((one) => one.occupant === teacher && one.startsAt < endsAt && startsAt < one.endsAt);
	};
	const kept = standing.filter((each) => !isGone(each));
	const occupied = [...situation.occupied, ...away];
	const problem = problemOf({ ...situation, occupied, standing: kept });
	const placed = standing.flatMap(({ talk, startsAt }): Placed[] => {
		const day = problem.days.indexOf(dayAt(startsAt));
		return day < 0 || !problem.talks.has(talk) ? [] : [{ request: talk, day, start: minuteOf(startsAt) }];
	});
	const stays = new Set<string>(
		kept.filter((each) => held.has(each.talk) || choosableUntil(round, each.startsAt) < ctx.now).map(({ talk }) => talk)
	);
	const instance: Instance = {
		...problem.instance,
		previous: { talks: placed.map((talk) => ({ ...talk, confirmed: confirmed.has(talk.request as TalkKey) })) }
	};
	const locks = keepable(
		instance,
		placed.filter(({ request }) => stays.has(request))
	);
	return { problem, instance: { ...instance, locks }, standing };
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
	const { faults } = checkPlan({ ...instance, locks: [] }, { talks: [...talks] });
	const gone = new Set(faults.flatMap(({ about }) => about));
	return talks.filter(({ request }) => !gone.has(request));
}
