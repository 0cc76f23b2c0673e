import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import type { DevelopmentId } from './development.ts';

type Tables = {
	'conversations.showing': {
		school_id: SchoolId;
		conversation_id: ConversationId;
		development_id: DevelopmentId;
		person_id: PersonId;
		shown_at: Date;
	};
};
type Here = Pick<Ctx, 'school'>;

/** Which notes were brought along to this talk. */
export async function findAt(db: Db, { school }: Here, conversation: ConversationId): Promise<DevelopmentId[]> {
	const found = await db
		.withTables<Tables>()
		.selectFrom('conversations.showing')
		.where('school_id', '=', school)
		.where('conversation_id', '=', conversation)
		.select('development_id as note')
		.execute();
	return found.map(({ note }) => note);
}

/** To which talks this note was brought along, and by whom. */
export function findOf(db: Db, { school }: Here, note: DevelopmentId) {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.showing')
		.where('school_id', '=', school)
		.where('development_id', '=', note)
		.select(['conversation_id as talk', 'person_id as by'])
		.execute();
}

/** Brought twice it lies there once, by who was first. */
export async function add(db: Db, ctx: Ctx, conversation: ConversationId, note: DevelopmentId) {
	await db
		.withTables<Tables>()
		.insertInto('conversations.showing')
		.values({
			...{ school_id: ctx.school, conversation_id: conversation, development_id: note },
			...{ person_id: ctx.person.id, shown_at: ctx.now }
		})
		.onConflict((on) => on.doNothing())
		.execute();
}

export async function remove(db: Db, { school }: Here, conversation: ConversationId, note: DevelopmentId) {
	await db
		.withTables<Tables>()
		.deleteFrom('conversations.showing')
		.where('school_id', '=', school)
		.where('conversation_id', '=', conversation)
		.where('development_id', '=', note)
		.execute();
}
