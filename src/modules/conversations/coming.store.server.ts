import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { addDays, momentOf, type Day, type Time } from '#platform/time.ts';
import type { Tables } from './conversation.store.server.ts';

/** The talks that stand on a day as it is now: for reminders, which are always for the current time. */
export async function findPlannedOn(db: Db, ctx: Ctx, day: Day): Promise<ConversationId[]> {
	const midnight = '00:00' as Time;
	const rows = await db
		.withTables<Tables>()
		.selectFrom('conversations.conversation')
		.where('school_id', '=', ctx.school)
		.where('state', '=', 'planned')
		.where('starts_at', '>=', momentOf(day, midnight))
		.where('starts_at', '<', momentOf(addDays(day, 1), midnight))
		.select('id')
		.execute();
	return rows.map(({ id }) => id);
}
