import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import type { TalkRecord } from './record.ts';

type Tables = {
	'conversations.record': {
		school_id: SchoolId;
		conversation_id: ConversationId;
		written_by: PersonId;
		for_adults: string;
		for_circle: string;
		version: number;
	};
};

export function find(db: Db, ctx: Ctx, id: ConversationId): Promise<TalkRecord | undefined> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.record')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', id)
		.select(['written_by as writtenBy', 'for_adults as forAdults', 'for_circle as forCircle', 'version'])
		.executeTakeFirst();
}

export async function save(db: Db, ctx: Ctx, id: ConversationId, record: TalkRecord) {
	const written = { for_adults: record.forAdults, for_circle: record.forCircle, version: record.version };
	await db
		.withTables<Tables>()
		.insertInto('conversations.record')
		.values({ school_id: ctx.school, conversation_id: id, written_by: record.writtenBy, ...written })
		.onConflict((on) => on.columns(['school_id', 'conversation_id']).doUpdateSet(written))
		.execute();
}
