import { now } from '#platform/clock.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import type { RoundId, SchoolId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { noteChangeIn } from './changes.server.ts';
import * as rules from './delay.ts';
import * as store from './delay.store.server.ts';
import { talksOfIn } from './teachers.server.ts';

export type DelayReason = 'missing' | rules.DelayRefusal;

/**
 * A teacher says that they run `minutes` late, or are back on time. Families see it at once; no time moves. No fact is kept
 * of it: how late somebody once ran is nobody's business afterwards.
 */
export function runLate(ctx: Ctx, id: RoundId, minutes: number): Promise<Outcome<number, DelayReason>> {
	return change<number, DelayReason>(ctx, async (db) => {
		if (!(await talksOfIn(db, ctx, id))) return no('missing');
		const day = dayOf(ctx.now);
		const evening = await store.findEvening(db, ctx, id, ctx.person.id, day);
		const decided = rules.runLate(evening, minutes, ctx.now);
		if (!decided.ok) return decided;
		const changed = await store.saveDelay(db, ctx, id, day, { teacher: ctx.person.id, minutes });
		if (changed) await noteChangeIn(db, ctx, id);
		return decided;
	});
}

/** Who runs late in this round now, and how much: for routes, lists and the display in the hall. No family and no child. */
export async function delaysIn(db: Db, ctx: Ctx, round: RoundId): Promise<rules.Delay[]> {
	const found = await store.findDelays(db, ctx, round, dayOf(ctx.now));
	return found
		.filter(({ to, minutes }) => !rules.hasEnded({ to }, minutes, ctx.now))
		.map(({ teacher, minutes }) => ({ teacher, minutes }));
}

/** Delays of earlier days go, every night. */
export async function letGoOfDelays(school: SchoolId) {
	const here = { school };
	await change(here, async (db) => {
		await store.removeBefore(db, here, dayOf(now()));
		return ok(undefined);
	});
}
