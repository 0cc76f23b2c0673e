import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Companion, CompanionId, Part } from './companion.ts';

type Tables = {
	'conversations.companion': {
		school_id: SchoolId;
		id: CompanionId;
		conversation_id: ConversationId;
		named_by: PersonId;
		name: string;
		part: Part;
		named_at: Date;
	};
};

export function findOf(db: Db, ctx: Ctx, conversation: ConversationId): Promise<Companion[]> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.companion')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', conversation)
		.orderBy('named_at')
		.orderBy('id')
		.select(['id', 'conversation_id as conversation', 'named_by as namedBy', 'name', 'part'])
		.execute();
}

export async function add(db: Db, ctx: Ctx, { id, conversation, namedBy, name, part }: Companion) {
	await db
		.withTables<Tables>()
		.insertInto('conversations.companion')
		.values({
			...{ school_id: ctx.school, id, conversation_id: conversation, named_by: namedBy },
			...{ name, part, named_at: ctx.now }
		})
		.execute();
}

export async function remove(db: Db, ctx: Ctx, id: CompanionId) {
	await db
		.withTables<Tables>()
		.deleteFrom('conversations.companion')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}
