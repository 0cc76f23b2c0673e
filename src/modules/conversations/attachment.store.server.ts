import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, FileId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Attachment, AttachmentId } from './attachment.ts';
import { howOf } from './entry.store.server.ts';
import type { AnyQuestion, Preparer } from './preparation.ts';
import type { Carried } from './preparation.store.server.ts';

type Tables = {
	'conversations.attachment': {
		school_id: SchoolId;
		id: AttachmentId;
		conversation_id: ConversationId;
		person_id: PersonId;
		helper_id: PersonId;
		question: AnyQuestion;
		kind: Attachment['kind'];
		caption: string;
		file_id: FileId;
		audience: Attachment['audience'];
		made_at: Date;
	};
};

const columns = [
	...(['id', 'conversation_id as conversation', 'person_id as person', 'helper_id as helper', 'question'] as const),
	...(['kind', 'caption', 'file_id as file', 'audience', 'made_at as madeAt'] as const)
] as const;

function ofTalk(db: Db, ctx: Ctx, conversation: ConversationId) {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.attachment')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', conversation)
		.select(columns);
}

/** All of a talk, the oldest first; who may see which is for the rules. */
export function findOf(db: Db, ctx: Ctx, conversation: ConversationId): Promise<Attachment[]> {
	const all = ofTalk(db, ctx, conversation).orderBy('made_at').orderBy('id');
	return all.select(howOf(ctx, 'conversations.attachment').as('how')).execute();
}

export function find(db: Db, ctx: Ctx, conversation: ConversationId, id: AttachmentId) {
	return ofTalk(db, ctx, conversation).where('id', '=', id).executeTakeFirst();
}

export async function add(db: Db, ctx: Ctx, one: Attachment) {
	const { conversation, person, helper, file, madeAt, how: _, ...rest } = one;
	await db
		.withTables<Tables>()
		.insertInto('conversations.attachment')
		.values({
			...{ school_id: ctx.school, conversation_id: conversation, person_id: person, helper_id: helper },
			...{ ...rest, file_id: file, made_at: madeAt }
		})
		.execute();
}

export async function remove(db: Db, ctx: Ctx, id: AttachmentId) {
	await db
		.withTables<Tables>()
		.deleteFrom('conversations.attachment')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}

export async function describe(db: Db, ctx: Ctx, id: AttachmentId, caption: string) {
	await db
		.withTables<Tables>()
		.updateTable('conversations.attachment')
		.set({ caption })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}

/** From now on for these readers; what was shared before keeps whom it was for. */
export async function share(
	db: Db,
	ctx: Ctx,
	{ conversation, person, helper }: Preparer,
	audience: 'adults' | 'circle'
) {
	await db
		.withTables<Tables>()
		.updateTable('conversations.attachment')
		.set({ audience })
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', conversation)
		.where('person_id', '=', person)
		.where('helper_id', '=', helper)
		.where('audience', 'is', null)
		.execute();
}

/** They go with their answers to the talk that takes the place of this one. */
export async function carry(db: Db, ctx: Ctx, from: ConversationId, to: ConversationId, { writers, people }: Carried) {
	await db
		.withTables<Tables>()
		.updateTable('conversations.attachment')
		.set({ conversation_id: to })
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', from)
		.where('helper_id', 'in', writers)
		.where('person_id', 'in', people)
		.execute();
}
