import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, FileId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Retelling, RetellingId } from './understanding.ts';

type Tables = {
	'conversations.retelling': {
		school_id: SchoolId;
		id: RetellingId;
		conversation_id: ConversationId;
		person_id: PersonId;
		file_id: FileId;
		told_at: Date;
	};
};

export function findRetold(db: Db, ctx: Ctx, id: ConversationId): Promise<Retelling[]> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.retelling')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', id)
		.orderBy('told_at')
		.orderBy('id')
		.select(['id', 'person_id as person', 'file_id as file', 'told_at as toldAt'])
		.execute();
}

export async function addRetold(db: Db, ctx: Ctx, conversation: ConversationId, { id, file }: Retelling) {
	await db
		.withTables<Tables>()
		.insertInto('conversations.retelling')
		.values({
			...{ school_id: ctx.school, id, conversation_id: conversation },
			...{ person_id: ctx.person.id, file_id: file, told_at: ctx.now }
		})
		.execute();
}

export async function dropRetold(db: Db, ctx: Ctx, id: RetellingId) {
	await db
		.withTables<Tables>()
		.deleteFrom('conversations.retelling')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}
