import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Edition } from './record.ts';

type Tables = {
	'conversations.edition': {
		school_id: SchoolId;
		conversation_id: ConversationId;
		number: number;
		for_adults: string;
		for_circle: string;
		shared_by: PersonId;
		shared_at: Date;
	};
};

/** All that was shared of a record, the first edition first. */
export function findEditions(db: Db, ctx: Ctx, id: ConversationId): Promise<Edition[]> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.edition')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', id)
		.orderBy('number')
		.select(['number', 'for_adults as forAdults', 'for_circle as forCircle'])
		.select(['shared_by as sharedBy', 'shared_at as sharedAt'])
		.execute();
}

export async function addEdition(db: Db, ctx: Ctx, id: ConversationId, edition: Edition) {
	await db
		.withTables<Tables>()
		.insertInto('conversations.edition')
		.values({
			...{ school_id: ctx.school, conversation_id: id, number: edition.number },
			...{ for_adults: edition.forAdults, for_circle: edition.forCircle },
			...{ shared_by: edition.sharedBy, shared_at: edition.sharedAt }
		})
		.execute();
}
