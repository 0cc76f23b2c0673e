import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import type { AimChoice } from './aim.ts';
import type { Aim } from './kinds.ts';

type Tables = {
	'conversations.aim': {
		school_id: SchoolId;
		conversation_id: ConversationId;
		aim: Aim;
		person_id: PersonId;
		chosen: boolean;
		changed_at: Date;
	};
};

export function findOf(db: Db, ctx: Ctx, conversation: ConversationId): Promise<AimChoice[]> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.aim')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', conversation)
		.select(['aim', 'person_id as person', 'chosen'])
		.execute();
}

/** One aim at a time: two who choose at once both have their way. */
export async function put(db: Db, ctx: Ctx, conversation: ConversationId, aim: Aim, chosen: boolean) {
	await db
		.withTables<Tables>()
		.insertInto('conversations.aim')
		.values({
			...{ school_id: ctx.school, conversation_id: conversation, aim, chosen },
			...{ person_id: ctx.person.id, changed_at: ctx.now }
		})
		.onConflict((on) =>
			on.columns(['school_id', 'conversation_id', 'aim']).doUpdateSet((row) => ({
				person_id: row.ref('excluded.person_id'),
				chosen: row.ref('excluded.chosen'),
				changed_at: row.ref('excluded.changed_at')
			}))
		)
		.execute();
}
