import { explainPlan } from '#modules/planner/explain.ts';
import { agendaOf } from '#modules/planner/agenda.ts';
import { applyWay } from '#modules/planner/ways.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { mayPlan } from '#modules/cycle/round.access.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { callOutIn } from '#platform/live.server.ts';
import * as rules from './board.ts';
import * as store from './board.store.server.ts';
import { judge, type Obstacle } from './judgement.ts';
import { placedIn, planIn, problemOf, standingOf } from './problem.ts';
import { subjectOf } from './progress.server.ts';
import { stateNow } from './run.ts';
import * as runs from './run.store.server.ts';
import type { Concession, Standing, TalkKey } from './situation.ts';
import { laidOutIn, type Laid } from './situations.server.ts';
import { minuteOf } from './span.ts';
import * as steps from './step.store.server.ts';

export type BoardReason = 'missing' | 'wrong-state' | 'way-gone' | rules.BoardRefusal | Obstacle;

export type Target = { talk: TalkKey; teacher: PersonId; startsAt: Date };

/** Put a talk at another time, or on the board; the checker of the planner judges before anything is written. */
export function move(ctx: Ctx, id: RoundId, version: number, target: Target) {
	return changeBoard(ctx, id, version, (laid) => {
		const before = laid.standing.find(({ talk }) => talk === target.talk);
		const after = { teacher: target.teacher, startsAt: target.startsAt, locked: before?.locked ?? false };
		const obstacle = obstacleAt(laid, target);
		if (obstacle) return no(obstacle);
		return ok({ kind: 'move' as const, changes: [{ talk: target.talk, before: rules.spotOf(before), after }] });
	});
}

/** What keeps a talk from being there, as things are now. */
export function obstacleAt({ situation, standing }: Laid, target: Target): Obstacle | undefined {
	const others = standing.filter(({ talk }) => talk !== target.talk);
	const moved: Standing = { ...target, locked: false };
	const problem = problemOf({ ...situation, standing: [...others, moved] });
	if (problem.talks.get(target.talk)?.lead !== target.teacher) return 'not-offered';
	const day = problem.days.indexOf(dayOf(target.startsAt));
	const at = { request: target.talk, day, start: minuteOf(target.startsAt) };
	return judge(problem.instance, placedIn(problem, others), at);
}

/** Take a talk off the board; it stands with those without a time. */
export function takeOut(ctx: Ctx, id: RoundId, version: number, talk: TalkKey) {
	return changeBoard(ctx, id, version, ({ standing }) => {
		const before = standing.find((each) => each.talk === talk);
		if (!before) return no('unknown' as const);
		return ok({ kind: 'take-out' as const, changes: [{ talk, before: rules.spotOf(before), after: null }] });
	});
}

/** A talk that is locked stays where it is when there is planned again. */
export function lock(ctx: Ctx, id: RoundId, version: number, talk: TalkKey) {
	return fasten(ctx, id, version, talk, true);
}

export function release(ctx: Ctx, id: RoundId, version: number, talk: TalkKey) {
	return fasten(ctx, id, version, talk, false);
}

function fasten(ctx: Ctx, id: RoundId, version: number, talk: TalkKey, locked: boolean) {
	return changeBoard(ctx, id, version, ({ standing }) => {
		const before = rules.spotOf(standing.find((each) => each.talk === talk));
		if (!before) return no('unknown' as const);
		const changes = [{ talk, before, after: { ...before, locked } }];
		return ok({ kind: locked ? ('lock' as const) : ('release' as const), changes });
	});
}

/** Do one of the tried ways out; whoever it asks something of has been asked by the office. */
export function applyWayOut(ctx: Ctx, id: RoundId, version: number, talk: TalkKey, at: number) {
	return changeBoard(ctx, id, version, ({ problem, standing }) => {
		const plan = planIn(problem, standing);
		const { unmet } = explainPlan({ ...problem.instance }, plan);
		const way = unmet.find(({ request }) => request === talk)?.ways[at];
		if (!way || way.kind === 'staff-time') return no('way-gone' as const);
		const agenda = agendaOf(problem.instance, plan.talks);
		const locked = new Set<string>(standing.filter((each) => each.locked).map((each) => each.talk));
		const after = standingOf(problem, applyWay(agenda, plan, talk, way).plan.talks, locked);
		const startsAt = after.find((each) => each.talk === talk)!.startsAt;
		const conceded = [way.kind, ...(way.also ?? [])].flatMap((kind): Concession[] => {
			if (kind === 'by-phone')
				return [{ talk, kind, staff: 'staff' in way ? (way.staff as PersonId) : null, startsAt }];
			return kind === 'family-time' || kind === 'second-visit' ? [{ talk, kind, staff: null, startsAt }] : [];
		});
		return ok({ kind: 'way' as const, changes: rules.changesBetween(standing, after), conceded });
	});
}

export function undo(ctx: Ctx, id: RoundId, version: number) {
	return turn(ctx, id, version, 'nothing-to-undo', async (db, board) => {
		const step = await steps.find(db, ctx, id, board.step);
		return step && { step: board.step - 1, changes: rules.reversed(step.changes) };
	});
}

export function redo(ctx: Ctx, id: RoundId, version: number) {
	return turn(ctx, id, version, 'nothing-to-redo', async (db, board) => {
		const step = await steps.find(db, ctx, id, board.step + 1);
		return step && { step: board.step + 1, changes: step.changes };
	});
}

function turn(
	ctx: Ctx,
	id: RoundId,
	version: number,
	none: 'nothing-to-undo' | 'nothing-to-redo',
	find: (db: Db, board: rules.Board) => Promise<{ step: number; changes: rules.Change[] } | undefined>
) {
	return change<number, BoardReason>(ctx, async (db) => {
		const held = await holdIn(db, ctx, id, version);
		if (!held.ok) return held;
		const { board } = held.value;
		const turned = await find(db, board);
		if (!turned) return no(none);
		await steps.put(db, ctx, id, turned.changes);
		await store.save(db, ctx, { ...board, step: turned.step, version: version + 1 });
		await callOutIn(db, subjectOf(ctx, id), { version: version + 1 });
		return ok(version + 1);
	});
}

/** Hold the board, look at everything as it is now, decide, write once. */
function changeBoard(
	ctx: Ctx,
	id: RoundId,
	version: number,
	decide: (laid: Laid) => Outcome<rules.Step, BoardReason>
): Promise<Outcome<number, BoardReason>> {
	return change<number, BoardReason>(ctx, async (db) => {
		const held = await holdIn(db, ctx, id, version);
		if (!held.ok) return held;
		const { round, board } = held.value;
		const decided = decide(await laidOutIn(db, ctx, round, board));
		if (!decided.ok) return decided;
		await addIn(db, ctx, board, decided.value);
		recordFact(db, ctx, 'board.changed', id, { round: id, step: decided.value.kind });
		return ok(version + 1);
	});
}

/** One step further on the board that is held. */
export async function addIn(db: Db, ctx: Ctx, board: rules.Board, step: rules.Step) {
	await steps.add(db, ctx, board, step);
	await store.save(db, ctx, { ...board, step: board.step + 1, version: board.version + 1 });
	await callOutIn(db, subjectOf(ctx, board.round), { version: board.version + 1 });
}

/** The board of an open round of wishes, held until the transaction ends, for who saw it as it is. */
export async function holdIn(db: Db, ctx: Ctx, id: RoundId, version: number) {
	const round = mayPlan(ctx) ? await rounds.find(db, ctx, id) : undefined;
	if (!round || round.mode !== 'wishes') return no('missing');
	if (round.state !== 'open') return no(round.state === 'published' ? 'published' : 'wrong-state');
	const board = await store.findToChange(db, ctx, id);
	const current = rules.isCurrent(board, version);
	if (!current.ok) return current;
	const run = await runs.findLast(db, ctx, id);
	if (run && stateNow(run, ctx.now) === 'running') return no('running');
	return ok({ round, board });
}
