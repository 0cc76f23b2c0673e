import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { Day } from '#platform/time.ts';
import { findPlannedOn } from './coming.store.server.ts';
import { conversationForMessage } from './conversations.server.ts';

/** The talks that stand on this day, for who reminds of them: never for a page. */
export async function talksOn(db: Db, ctx: Ctx, day: Day) {
	const talks = [];
	for (const id of await findPlannedOn(db, ctx, day)) {
		const talk = await conversationForMessage(db, ctx, id);
		if (talk) talks.push(talk);
	}
	return talks;
}
