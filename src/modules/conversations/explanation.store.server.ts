import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, HouseholdId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Explanation, ExplanationId, OwnWords, Way } from './understanding.ts';

type Tables = {
	'conversations.own_words': {
		school_id: SchoolId;
		conversation_id: ConversationId;
		person_id: PersonId;
		text: string;
		version: number;
		said_at: Date;
	};
	'conversations.explanation': {
		school_id: SchoolId;
		id: ExplanationId;
		conversation_id: ConversationId;
		household_id: HouseholdId;
		asked_by: PersonId;
		asked_at: Date;
		unclear: string;
		way: Way | null;
		said: string | null;
		explained_by: PersonId | null;
		explained_at: Date | null;
	};
};

type Told = Omit<OwnWords, 'household'>;

export function findTold(db: Db, ctx: Ctx, id: ConversationId): Promise<Told[]> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.own_words')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', id)
		.orderBy('person_id')
		.select(['person_id as person', 'text', 'version', 'said_at as saidAt'])
		.execute();
}

export async function saveTold(
	db: Db,
	ctx: Ctx,
	id: ConversationId,
	{ text, version }: Pick<Told, 'text' | 'version'>
) {
	const words = { text, version, said_at: ctx.now };
	await db
		.withTables<Tables>()
		.insertInto('conversations.own_words')
		.values({ school_id: ctx.school, conversation_id: id, person_id: ctx.person.id, ...words })
		.onConflict((on) => on.columns(['school_id', 'conversation_id', 'person_id']).doUpdateSet(words))
		.execute();
}

export function findAsked(db: Db, ctx: Ctx, id: ConversationId): Promise<Explanation[]> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.explanation')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', id)
		.orderBy('asked_at')
		.orderBy('id')
		.select(['id', 'household_id as household', 'asked_by as askedBy', 'asked_at as askedAt', 'unclear', 'way', 'said'])
		.select(['explained_by as explainedBy', 'explained_at as explainedAt'])
		.execute();
}

export async function ask(
	db: Db,
	ctx: Ctx,
	conversation: ConversationId,
	asked: Pick<Explanation, 'id' | 'household' | 'unclear'>
) {
	await db
		.withTables<Tables>()
		.insertInto('conversations.explanation')
		.values({
			...{ school_id: ctx.school, id: asked.id, conversation_id: conversation, household_id: asked.household },
			...{ asked_by: ctx.person.id, asked_at: ctx.now, unclear: asked.unclear }
		})
		.execute();
}

export async function explain(db: Db, ctx: Ctx, id: ExplanationId, way: Way, said: string) {
	await db
		.withTables<Tables>()
		.updateTable('conversations.explanation')
		.set({ way, said, explained_by: ctx.person.id, explained_at: ctx.now })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}

/** Talks that `person` leads and in which a home waits for another explanation. */
export function findWaiting(db: Db, ctx: Ctx, person: PersonId) {
	return db
		.withTables<Tables & { 'conversations.conversation': ChairedTalk }>()
		.selectFrom('conversations.explanation as e')
		.innerJoin('conversations.conversation as c', (on) =>
			on.onRef('c.school_id', '=', 'e.school_id').onRef('c.id', '=', 'e.conversation_id')
		)
		.where('e.school_id', '=', ctx.school)
		.where('c.school_id', '=', ctx.school)
		.where('e.explained_at', 'is', null)
		.where('c.chair_id', '=', person)
		.select(['c.id', 'c.pupil_id as pupil', 'c.starts_at as startsAt'])
		.distinct()
		.execute();
}
type ChairedTalk = {
	school_id: SchoolId;
	id: ConversationId;
	chair_id: PersonId | null;
	pupil_id: PersonId;
	starts_at: Date | null;
};
