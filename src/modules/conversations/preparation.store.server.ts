import { sql, type ColumnType } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Answer, AnyQuestion, Preparation, Preparer } from './preparation.ts';

type Key = { school_id: SchoolId; conversation_id: ConversationId; person_id: PersonId; helper_id: PersonId };
type Tables = {
	'conversations.preparation': Key & {
		shared_at: Date | null;
		confirmed_at: ColumnType<Date | null, undefined, Date>;
		confirmed_by: ColumnType<PersonId | null, undefined, PersonId>;
		alone: ColumnType<boolean, undefined, boolean>;
	};
	'conversations.answer': Key & { question: AnyQuestion; text: string; version: number; saved_at: Date };
};

function keyOf(ctx: Ctx, { conversation, person, helper }: Preparer): Key {
	return { school_id: ctx.school, conversation_id: conversation, person_id: person, helper_id: helper };
}

/** Open the preparation and hold it, so that two who save at once come after each other. */
export async function hold(db: Db, ctx: Ctx, whose: Preparer) {
	await db
		.withTables<Tables>()
		.insertInto('conversations.preparation')
		.values({ ...keyOf(ctx, whose), shared_at: null })
		.onConflict((on) => on.doNothing())
		.execute();
	await db
		.withTables<Tables>()
		.selectFrom('conversations.preparation')
		.where((where) => where.and(keyOf(ctx, whose)))
		.select('shared_at')
		.forNoKeyUpdate()
		.executeTakeFirst();
}

type Facts = Pick<Preparation, 'sharedAt' | 'confirmedAt' | 'confirmedBy' | 'alone'>;

export async function find(db: Db, ctx: Ctx, whose: Preparer): Promise<Preparation> {
	const { rows } = await sql<Facts & Partial<Answer>>`
		select p.shared_at as "sharedAt", p.confirmed_at as "confirmedAt", p.confirmed_by as "confirmedBy", p.alone, a.question, a.text, a.version, a.saved_at as "savedAt"
		  from conversations.preparation p
		  left join conversations.answer a on a.school_id = p.school_id and a.conversation_id = p.conversation_id
		       and a.person_id = p.person_id and a.helper_id = p.helper_id
		 where p.school_id = ${ctx.school} and p.conversation_id = ${whose.conversation}
		   and p.person_id = ${whose.person} and p.helper_id = ${whose.helper}`.execute(db);
	const answers = rows.filter((row): row is Answer & Facts => !!row.question);
	const { sharedAt = null, confirmedAt = null, confirmedBy = null, alone = false } = rows[0] ?? {};
	return { ...whose, sharedAt, confirmedAt, confirmedBy, alone, answers };
}

export async function saveAnswer(
	db: Db,
	ctx: Ctx,
	whose: Preparer,
	{ question, text, version }: Omit<Answer, 'savedAt'>
) {
	const said = { text, version, saved_at: ctx.now };
	await db
		.withTables<Tables>()
		.insertInto('conversations.answer')
		.values({ ...keyOf(ctx, whose), question, ...said })
		.onConflict((on) =>
			on.columns(['school_id', 'conversation_id', 'person_id', 'helper_id', 'question']).doUpdateSet(said)
		)
		.execute();
}

export async function share(db: Db, ctx: Ctx, whose: Preparer, alone: boolean) {
	await db
		.withTables<Tables>()
		.updateTable('conversations.preparation')
		.set({ shared_at: ctx.now, alone })
		.where((where) => where.and(keyOf(ctx, whose)))
		.where('school_id', '=', ctx.school)
		.execute();
}

/** What was taken down for this guardian on the phone, each with who typed. */
export async function findTakenDown(db: Db, ctx: Ctx, conversation: ConversationId, person: PersonId) {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('conversations.preparation')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', conversation)
		.where('person_id', '=', person)
		.where('helper_id', '!=', person)
		.orderBy('helper_id')
		.select('helper_id')
		.execute();
	return Promise.all(rows.map(({ helper_id: helper }) => find(db, ctx, { conversation, person, helper })));
}

/** They read it and it is theirs now; `by` is who pressed: themselves, or who sat beside them at the table. */
export async function confirm(db: Db, ctx: Ctx, whose: Preparer, by: PersonId) {
	await db
		.withTables<Tables>()
		.updateTable('conversations.preparation')
		.set({ confirmed_at: ctx.now, confirmed_by: by })
		.where((where) => where.and(keyOf(ctx, whose)))
		.where('school_id', '=', ctx.school)
		.execute();
}

/** Whose words go along: of these writers, for these people. */
export type Carried = { writers: readonly PersonId[]; people: readonly PersonId[] };

/** The same preparations, with their answers as they stand, for another talk that has none of theirs yet. */
export async function carry(db: Db, ctx: Ctx, from: ConversationId, to: ConversationId, { writers, people }: Carried) {
	await sql`
		insert into conversations.preparation
		  (school_id, conversation_id, person_id, helper_id, shared_at, confirmed_at, confirmed_by, alone)
		select p.school_id, ${to}, p.person_id, p.helper_id, p.shared_at, p.confirmed_at, p.confirmed_by, p.alone from conversations.preparation p
		 where p.school_id = ${ctx.school} and p.conversation_id = ${from}
		   and p.helper_id = any(${writers}::uuid[]) and p.person_id = any(${people}::uuid[])
		on conflict do nothing`.execute(db);
	await sql`
		insert into conversations.answer
		  (school_id, conversation_id, person_id, helper_id, question, text, version, saved_at)
		select a.school_id, ${to}, a.person_id, a.helper_id, a.question, a.text, a.version, a.saved_at
		  from conversations.answer a
		 where a.school_id = ${ctx.school} and a.conversation_id = ${from}
		   and a.helper_id = any(${writers}::uuid[]) and a.person_id = any(${people}::uuid[])
		on conflict do nothing`.execute(db);
}

/** Whose preparation was shared; that it was is for all, what it says is on the page. */
export async function findShared(db: Db, ctx: Ctx, conversation: ConversationId): Promise<PersonId[]> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('conversations.preparation')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', conversation)
		.where('shared_at', 'is not', null)
		.select('person_id')
		.distinct()
		.execute();
	return rows.map(({ person_id }) => person_id);
}
