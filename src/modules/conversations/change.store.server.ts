import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, SchoolId } from '#platform/ids.ts';

type Tables = { 'conversations.conversation': { school_id: SchoolId; id: ConversationId; changes: string } };
type At = Pick<Ctx, 'school'>;

export async function count(db: Db, { school }: At, id: ConversationId): Promise<number> {
	const found = await db
		.withTables<Tables>()
		.selectFrom('conversations.conversation')
		.where('school_id', '=', school)
		.where('id', '=', id)
		.select('changes')
		.executeTakeFirst();
	return Number(found?.changes ?? 0);
}

/** One more; the answer is the new number, or undefined when there is no such talk. */
export async function countOneMore(db: Db, { school }: At, id: ConversationId): Promise<number | undefined> {
	const found = await db
		.withTables<Tables>()
		.updateTable('conversations.conversation')
		.set((row) => ({ changes: row('changes', '+', '1') }))
		.where('school_id', '=', school)
		.where('id', '=', id)
		.returning('changes')
		.executeTakeFirst();
	return found && Number(found.changes);
}
