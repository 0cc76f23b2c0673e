import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import * as store from './stop.store.server.ts';

/** For Today: the rounds in which the reader sits at more than one table today, as the teacher of it or as family. */
export function ofToday(ctx: Ctx): Promise<{ round: RoundId; teaches: boolean }[]> {
	return read(ctx, (db) => store.findEveningsOf(db, ctx, dayOf(ctx.now)));
}
