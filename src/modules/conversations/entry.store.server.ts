import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Entry, EntryId, HowSaid } from './entry.ts';
import type { Section } from './steps.ts';
import type { AnyQuestion, Preparer } from './preparation.ts';
import type { Carried } from './preparation.store.server.ts';

type Tables = {
	'conversations.entry': {
		school_id: SchoolId;
		id: EntryId;
		conversation_id: ConversationId;
		section: Section;
		person_id: PersonId;
		helper_id: PersonId;
		audience: Entry['audience'];
		text: string;
		minutes: number | null;
		bearing: Entry['bearing'];
		starter: Entry['starter'];
		goal_id: EntryId | null;
		beside_id: EntryId | null;
		question: AnyQuestion | null;
		version: number;
		said_at: Date;
		removed_at: Date | null;
	};
};

const columns = [
	'id',
	'conversation_id as conversation',
	'section',
	'person_id as person',
	'helper_id as helper',
	'audience',
	'text',
	'minutes',
	'bearing',
	'starter',
	'goal_id as goal',
	'beside_id as beside',
	'version',
	'said_at as saidAt'
] as const;

/** How what was shared from a preparation came about, of a row that says whose it is and who typed it. */
export function howOf(ctx: Ctx, table: 'conversations.entry' | 'conversations.attachment') {
	const of = (column: string) => sql.ref(`${table}.${column}`);
	return sql<HowSaid | null>`(
		select case when p.alone then 'alone' when p.confirmed_by = p.helper_id then 'aloud' else 'together' end
		  from conversations.preparation p
		 where p.school_id = ${ctx.school} and p.school_id = ${of('school_id')}
		   and p.conversation_id = ${of('conversation_id')} and p.person_id = ${of('person_id')}
		   and p.helper_id = ${of('helper_id')} and p.helper_id <> p.person_id and ${of('question')} is not null)`;
}

export function findOf(db: Db, ctx: Ctx, conversation: ConversationId): Promise<Entry[]> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.entry')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', conversation)
		.where('removed_at', 'is', null)
		.orderBy('said_at')
		.orderBy('id')
		.select(columns)
		.select(howOf(ctx, 'conversations.entry').as('how'))
		.execute();
}

export function findToChange(db: Db, ctx: Ctx, conversation: ConversationId, id: EntryId): Promise<Entry | undefined> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.entry')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', conversation)
		.where('id', '=', id)
		.where('removed_at', 'is', null)
		.select(columns)
		.forNoKeyUpdate()
		.executeTakeFirst();
}

export async function add(db: Db, ctx: Ctx, entry: Entry) {
	await db
		.withTables<Tables>()
		.insertInto('conversations.entry')
		.values({ ...asRow(ctx, entry), question: null })
		.execute();
}

/** Changed at the table, words let go of the answer they were shared from: sharing again adds and replaces nothing. */
export async function save(db: Db, ctx: Ctx, entry: Entry, removedAt: Date | null = null) {
	const { audience, text, minutes, bearing, goal, version } = entry;
	await db
		.withTables<Tables>()
		.updateTable('conversations.entry')
		.set({ audience, text, minutes, bearing, goal_id: goal, version, question: null, removed_at: removedAt })
		.where('school_id', '=', ctx.school)
		.where('id', '=', entry.id)
		.execute();
}

const alone = { bearing: null, starter: null, goal: null, beside: null };
type Shared = { question: AnyQuestion; section: Section; text: string };

/** What was prepared, put on the page; shared again it takes the place of what the same person shared before. */
export async function putFromAnswers(
	db: Db,
	ctx: Ctx,
	{ conversation, person, helper }: Preparer,
	audience: Entry['audience'],
	answers: readonly Shared[]
) {
	const fresh = { conversation, person, helper, audience, minutes: null, ...alone, version: 1, saidAt: ctx.now };
	await db
		.withTables<Tables>()
		.insertInto('conversations.entry')
		.values(
			answers.map(({ question, section, text }) => ({
				...asRow(ctx, { ...fresh, id: newId(), section, text }),
				question
			}))
		)
		.onConflict((on) =>
			on.columns(['school_id', 'conversation_id', 'person_id', 'helper_id', 'question']).doUpdateSet((row) => ({
				text: row.ref('excluded.text'),
				audience: row.ref('excluded.audience'),
				version: row(row.ref('conversations.entry.version'), '+', 1),
				removed_at: null
			}))
		)
		.execute();
}

/** The same words on the page of another talk, each still tied to the answer it was shared from, a need to a goal that goes along. */
export async function carry(db: Db, ctx: Ctx, from: ConversationId, to: ConversationId, { writers, people }: Carried) {
	const said = await db
		.withTables<Tables>()
		.selectFrom('conversations.entry')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', from)
		.where('removed_at', 'is', null)
		.where('helper_id', 'in', writers)
		.where('person_id', 'in', people)
		.selectAll()
		.execute();
	if (!said.length) return;
	const ids = new Map(said.map(({ id }) => [id, newId<EntryId>()]));
	const rows = said.map((entry) => ({
		...{ ...entry, id: ids.get(entry.id)!, conversation_id: to },
		...{ beside_id: null, goal_id: (entry.goal_id && ids.get(entry.goal_id)) ?? null }
	}));
	await db.withTables<Tables>().insertInto('conversations.entry').values(rows).execute();
}

function asRow(ctx: Ctx, entry: Entry) {
	return {
		school_id: ctx.school,
		id: entry.id,
		conversation_id: entry.conversation,
		section: entry.section,
		person_id: entry.person,
		helper_id: entry.helper,
		audience: entry.audience,
		text: entry.text,
		minutes: entry.minutes,
		bearing: entry.bearing,
		starter: entry.starter,
		goal_id: entry.goal,
		beside_id: entry.beside,
		version: entry.version,
		said_at: entry.saidAt,
		removed_at: null
	};
}
