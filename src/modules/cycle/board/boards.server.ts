import { mayPlan } from '#modules/cycle/round.access.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { can } from '#modules/cycle/round.ts';
import { checkPlan } from '#modules/planner/check.ts';
import type { Ctx } from '#platform/ctx.ts';
import { type Db, read } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import * as store from './board.store.server.ts';
import { chosenIn } from './chosen.ts';
import { difference } from './comparison.ts';
import { stuckIn } from './judgement.ts';
import { nameOf } from './name.ts';
import { figuresOf, sayable } from './merit.ts';
import { rowsOf } from './row.ts';
import * as runs from './run.store.server.ts';
import { stateNow } from './run.ts';
import { type Laid, laidOutIn } from './situations.server.ts';
import { spotsIn } from './spot.ts';
import { planIn } from './standing.ts';
import * as steps from './step.store.server.ts';
import type { TalkKey } from './talk-key.ts';
import { unmetOf } from './unmet.ts';
import { dayAt } from './span.ts';

/** The board of a round on one day: who talks when, what has no time and why, and how good the plan is. */
export function look(ctx: Ctx, id: RoundId, asked?: Day, chosen?: TalkKey) {
	return read(ctx, async (db) => {
		const laid = await findIn(db, ctx, id);
		if (!laid) return no('missing');
		const { round, board, problem, standing } = laid;
		const plan = planIn(problem, standing);
		const { faults, figures } = checkPlan({ ...problem.instance, locks: [] }, plan);
		const placed = new Set<string>(plan.talks.map(({ request }) => request));
		const stuck = stuckIn(faults, plan.talks, problem.instance);
		for (const { talk } of standing) if (!placed.has(talk)) stuck.set(talk, 'unknown');
		const day = asked && problem.days.includes(asked) ? asked : (problem.days[0] ?? null);
		const perDay = Map.groupBy(standing, ({ startsAt }) => dayAt(startsAt));
		const run = await runs.findLast(db, ctx, id);
		const last = await steps.findLastPlan(db, ctx, board);
		const running = run && { ...run, state: stateNow(run, ctx.now) };
		return ok({
			round,
			version: board.version,
			sliders: board.sliders,
			days: problem.days.map((each) => ({
				day: each,
				talks: perDay.get(each)?.length ?? 0
			})),
			day,
			rows: day ? rowsOf(laid, day, stuck) : [],
			unmet: unmetOf(laid, figures, chosen),
			stuck: standing
				.filter(({ talk }) => stuck.has(talk))
				.map((each) => ({ ...nameOf(laid, each.talk), ...each, why: stuck.get(each.talk)! })),
			names: Object.fromEntries(laid.names),
			figures: figuresOf(figures),
			run: running ?? null,
			compared: last ? sayable(laid, difference(last)) : null,
			canUndo: board.step > 0,
			canRedo: (await steps.findLength(db, ctx, id)) > board.step,
			canPlan: round.state === 'open' && running?.state !== 'running',
			canPublish: can('publish', round) && running?.state !== 'running' && standing.length > 0,
			chosen: chosen ? chosenIn(laid, chosen) : null
		});
	});
}
export type BoardPage = Extract<Awaited<ReturnType<typeof look>>, { ok: true }>['value'];

/** Where a talk could go, and what keeps it from the other times. */
export function spots(ctx: Ctx, id: RoundId, talk: TalkKey) {
	return read(ctx, async (db) => {
		const laid = await findIn(db, ctx, id);
		return laid?.problem.talks.has(talk) ? ok(spotsIn(laid, talk)) : no('missing');
	});
}
async function findIn(db: Db, ctx: Ctx, id: RoundId): Promise<Laid | undefined> {
	const round = mayPlan(ctx) ? await rounds.find(db, ctx, id) : undefined;
	if (!round || round.mode !== 'wishes') return undefined;
	return laidOutIn(db, ctx, round, await store.find(db, ctx, id));
}
