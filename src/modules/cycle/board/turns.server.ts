import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { callOutIn } from '#platform/live.server.ts';
import { no, ok } from '#platform/outcome.ts';
import * as store from './board.store.server.ts';
import * as rules from './board.ts';
import { type BoardReason, holdIn } from './holding.server.ts';
import { subjectOf } from './progress.server.ts';
import * as steps from './step.store.server.ts';

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
