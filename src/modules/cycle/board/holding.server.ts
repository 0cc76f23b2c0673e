import { mayPlan } from '#modules/cycle/round.access.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { callOutIn } from '#platform/live.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import * as store from './board.store.server.ts';
import * as rules from './board.ts';
import type { Obstacle } from './judgement.ts';
import { subjectOf } from './progress.server.ts';
import * as runs from './run.store.server.ts';
import { stateNow } from './run.ts';
import { type Laid, laidOutIn } from './situations.server.ts';
import * as steps from './step.store.server.ts';

export type BoardReason = 'missing' | 'wrong-state' | 'way-gone' | rules.BoardRefusal | Obstacle;

/** Hold the board, look at everything as it is now, decide, write once. */
export function changeBoard(
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
