import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Handover } from './record.ts';

type Tables = {
	'conversations.handover': {
		school_id: SchoolId;
		conversation_id: ConversationId;
		edition: number;
		person_id: PersonId;
		given_by: PersonId;
		given_at: Date;
	};
};

export function findHandovers(db: Db, ctx: Ctx, id: ConversationId): Promise<Handover[]> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.handover')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', id)
		.orderBy('given_at')
		.select(['edition', 'person_id as person', 'given_by as givenBy', 'given_at as givenAt'])
		.execute();
}

/** Noted twice is noted once: the first moment stands. */
export async function addHandover(db: Db, ctx: Ctx, id: ConversationId, edition: number, person: PersonId) {
	await db
		.withTables<Tables>()
		.insertInto('conversations.handover')
		.values({
			...{ school_id: ctx.school, conversation_id: id, edition, person_id: person },
			...{ given_by: ctx.person.id, given_at: ctx.now }
		})
		.onConflict((on) => on.columns(['school_id', 'conversation_id', 'edition', 'person_id']).doNothing())
		.execute();
}
