import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, SchoolId } from '#platform/ids.ts';
import type { Part } from './part.ts';

type Tables = { 'conversations.conversation': { school_id: SchoolId; id: ConversationId; part: Part | null } };

export async function find(db: Db, ctx: Ctx, id: ConversationId): Promise<Part | null> {
	const found = await db
		.withTables<Tables>()
		.selectFrom('conversations.conversation')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.select('part')
		.executeTakeFirst();
	return found?.part ?? null;
}

export async function save(db: Db, ctx: Ctx, id: ConversationId, part: Part) {
	await db
		.withTables<Tables>()
		.updateTable('conversations.conversation')
		.set({ part })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}
