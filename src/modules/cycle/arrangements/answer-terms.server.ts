import type { Ctx } from '#platform/ctx.ts';
import { change, read } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { mayChooseTerm } from './ask.access.ts';
import { houseDays } from './ask.ts';
import * as store from './ask.store.server.ts';

/** Within how many school days this school answers who asks for a talk. */
export function daysOf(ctx: Ctx): Promise<Outcome<number, 'missing'>> {
	return read(ctx, async (db) => (mayChooseTerm(ctx) ? ok((await store.daysOf(db, ctx)) ?? houseDays) : no('missing')));
}

export function changeDays(ctx: Ctx, days: number): Promise<Outcome<undefined, 'missing'>> {
	return change<undefined, 'missing'>(ctx, async (db) => {
		if (!mayChooseTerm(ctx)) return no('missing');
		await store.saveDays(db, ctx, days);
		recordFact(db, ctx, 'answer-term.changed', ctx.school);
		return ok(undefined);
	});
}
