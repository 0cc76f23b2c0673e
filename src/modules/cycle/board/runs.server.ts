import { brokenLocks, checkPlan } from '#modules/planner/check.ts';
import type { Instance } from '#modules/planner/instance.ts';
import type { Sliders } from '#modules/planner/objective.ts';
import { plan as search } from '#modules/planner/plans.server.ts';
import { mayPlan } from '#modules/cycle/round.access.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { now } from '#platform/clock.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { callOut, callOutIn } from '#platform/live.server.ts';
import { log } from '#platform/log.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { changesBetween } from './board.ts';
import * as boards from './board.store.server.ts';
import { subjectOf } from './progress.server.ts';
import { beatMs, believedMs, secondsFor, type Run, type RunId } from './run.ts';
import * as store from './run.store.server.ts';
import { laidOutIn, type Laid } from './situations.server.ts';
import { addIn, holdIn, type BoardReason } from './holding.server.ts';
import { standingOf } from './standing.ts';

export type RunReason = BoardReason | 'nothing-to-plan';

/** Of this process: what is being planned, and how to stop it. */
const working = new Map<RunId, { work: Promise<void>; stop: AbortController }>();

/** Begin to plan; the server goes on answering while a thread searches. Talks that are locked stay where they are. */
export async function plan(
	ctx: Ctx,
	id: RoundId,
	version: number,
	sliders: Sliders,
	seconds?: number
): Promise<Outcome<RunId, RunReason>> {
	let laid: Laid | undefined;
	const begun = await change<Run, RunReason, RunReason>(
		ctx,
		async (db) => {
			const held = await holdIn(db, ctx, id, version);
			if (!held.ok) return held;
			const board = { ...held.value.board, sliders };
			await boards.save(db, ctx, board);
			laid = await laidOutIn(db, ctx, held.value.round, board);
			const asked = laid.problem.instance.requests.length;
			if (!asked) return no('nothing-to-plan');
			await store.breakOff(db, ctx, id);
			const run: Run = {
				id: newId<RunId>(),
				round: id,
				state: 'running',
				askedBy: ctx.person.id,
				startedAt: ctx.now,
				seconds: seconds ?? secondsFor(asked),
				aliveUntil: new Date(ctx.now.getTime() + believedMs),
				cancelAsked: false,
				honoured: 0,
				asked
			};
			await store.add(db, ctx, run);
			await callOutIn(db, subjectOf(ctx, id), { run: run.id });
			return ok(run);
		},
		{ [conflicts.double]: 'running' }
	);
	if (!begun.ok) return begun;
	const run = begun.value;
	const stop = new AbortController();
	const work = carryOut(ctx, run, laid!, stop).finally(() => working.delete(run.id));
	working.set(run.id, { work, stop });
	return ok(run.id);
}

/** Stop planning; the best plan so far comes on the board. */
export function cancel(ctx: Ctx, id: RoundId) {
	return change<undefined, RunReason>(ctx, async (db) => {
		const round = mayPlan(ctx) ? await rounds.find(db, ctx, id) : undefined;
		if (!round) return no('missing');
		if (!(await store.askCancel(db, ctx, id))) return no('wrong-state');
		return ok(undefined);
	});
}

/** Resolves once a run of this process has ended, in whichever way. */
export async function endOf(run: RunId) {
	await working.get(run)?.work;
}

/** The house closes: what was found so far comes on the boards. */
export async function stopRuns() {
	for (const { stop } of working.values()) stop.abort();
	await Promise.all([...working.values()].map(({ work }) => work));
}

async function carryOut(ctx: Ctx, run: Run, laid: Laid, stop: AbortController) {
	let honoured = 0;
	const beat = async () => {
		const at = new Date(now().getTime() + believedMs);
		const alive = await change(ctx, async (db) => ok(await store.beat(db, ctx, run.id, at, honoured)));
		if (!alive.ok || !alive.value || alive.value.cancelAsked) stop.abort();
		await callOut(subjectOf(ctx, run.round), { honoured });
	};
	const beating = setInterval(
		() => void beat().catch((error) => log.warn({ error }, 'a planning did not beat')),
		beatMs
	);
	try {
		const instance = withoutBrokenLocks(laid.problem.instance);
		const { plan } = await search(
			instance,
			{ seconds: run.seconds, seed: 1, workers: 1 },
			{ signal: stop.signal, onBetter: (progress) => (honoured = progress.honoured) }
		);
		clearInterval(beating);
		await keep(ctx, run, laid, instance, plan.talks);
	} catch (error) {
		log.error({ error, round: run.round }, 'a planning failed');
		await change(ctx, async (db) => ok(await store.end(db, ctx, run.id, 'failed', 0))).catch(() => {});
	} finally {
		clearInterval(beating);
		await callOut(subjectOf(ctx, run.round), { ended: run.id }).catch(() => {});
	}
}

/** What was found comes on the board in one transaction, or not at all; the product's own checker has the last word. */
async function keep(ctx: Ctx, run: Run, laid: Laid, instance: Instance, talks: Parameters<typeof standingOf>[1]) {
	const { faults } = checkPlan(instance, { talks: [...talks] });
	if (faults.length) throw new Error(`The planner broke ${faults.map(({ rule }) => rule).join()}.`);
	await change(ctx, async (db) => {
		const board = await boards.findToChange(db, ctx, run.round);
		// Believed dead for a while, and somebody went on with the board: what they did stands.
		if (board.version !== laid.board.version) return no('changed');
		const last = await store.findLast(db, ctx, run.round);
		const state = last?.cancelAsked ? 'cancelled' : 'done';
		if (!(await store.end(db, ctx, run.id, state, talks.length))) return no('wrong-state');
		const before = await boards.findStanding(db, ctx, run.round);
		const locked = new Set<string>(instance.locks.map(({ request }) => request));
		const after = standingOf(laid.problem, talks, locked);
		await addIn(db, ctx, board, { kind: 'plan', changes: changesBetween(before, after) });
		recordFact(db, ctx, 'round.plan-made', run.round, { round: run.round });
		return ok(undefined);
	});
}

/** A lock on a time that nobody has any more holds nothing: that talk is planned anew. */
function withoutBrokenLocks(instance: Instance): Instance {
	const broken = new Set(brokenLocks(instance).flatMap(({ about }) => about));
	return { ...instance, locks: instance.locks.filter(({ request }) => !broken.has(request)) };
}
