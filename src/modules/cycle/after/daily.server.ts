import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import * as absences from './absence.store.server.ts';
import * as proposals from './proposal.store.server.ts';

/** Talks whose time falls out: nobody is reminded of it. What is over is cleared away on the way. */
export async function fallingOutIn(db: Db, ctx: Ctx): Promise<Set<ConversationId>> {
	await absences.removeOver(db, ctx);
	await proposals.lapseMoved(db, ctx);
	return proposals.findFallingOut(db, ctx);
}
