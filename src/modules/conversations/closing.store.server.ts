import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import { noClosing, type Closing } from './closing.ts';

type Tables = {
	'conversations.closing': Closing & {
		school_id: SchoolId;
		conversation_id: ConversationId;
		person_id: PersonId;
		answered_at: Date;
	};
};

/** Of who asks, and of nobody else. */
export async function find(db: Db, ctx: Ctx, id: ConversationId): Promise<Closing> {
	const found = await db
		.withTables<Tables>()
		.selectFrom('conversations.closing')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', id)
		.where('person_id', '=', ctx.person.id)
		.select(['heard', 'knows', 'words'])
		.executeTakeFirst();
	return found ?? noClosing;
}

export async function save(db: Db, ctx: Ctx, id: ConversationId, closing: Closing) {
	const row = { ...closing, answered_at: ctx.now };
	await db
		.withTables<Tables>()
		.insertInto('conversations.closing')
		.values({ school_id: ctx.school, conversation_id: id, person_id: ctx.person.id, ...row })
		.onConflict((on) => on.columns(['school_id', 'conversation_id', 'person_id']).doUpdateSet(row))
		.execute();
}
