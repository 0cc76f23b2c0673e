import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Answer, Ask } from './ask.ts';

type Tables = {
	'cycle.talk_ask': {
		school_id: SchoolId;
		conversation_id: ConversationId;
		pupil_id: PersonId;
		asked_of: PersonId | null;
		answer_by: Day;
		answer: Answer['kind'] | null;
		answer_at: Date | null;
		answered_by: PersonId | null;
		answered_at: Date | null;
	};
	'cycle.answer_term': { school_id: SchoolId; days: number; changed_by: PersonId; changed_at: Date };
};

/** What was asked in these talks. */
export async function find(db: Db, ctx: Ctx, talks: readonly ConversationId[]): Promise<Ask[]> {
	if (!talks.length) return [];
	const rows = await db
		.withTables<Tables>()
		.selectFrom('cycle.talk_ask')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', sql<ConversationId>`any(${talks}::uuid[])`)
		.select(['conversation_id as talk', 'pupil_id as pupil', 'asked_of as of', 'answer_by as answerBy'])
		.select(['answer', 'answer_at', 'answered_by'])
		.execute();
	return rows.map(({ answer, answer_at, answered_by, ...row }) => ({
		...row,
		answer: answer && { kind: answer, at: answer_at!, by: answered_by! }
	}));
}

/** What this person asked, of talks without a moment. */
export async function findOpenBy(db: Db, ctx: Ctx, person: PersonId): Promise<Ask[]> {
	const { rows } = await sql<{ id: ConversationId }>`
		select c.id from conversations.conversation c
		 where c.school_id = ${ctx.school} and c.requested_by = ${person} and c.state = 'requested'`.execute(db);
	return find(
		db,
		ctx,
		rows.map(({ id }) => id)
	);
}

export async function add(db: Db, ctx: Ctx, { talk, pupil, of, answerBy }: Ask) {
	const nothing = { answer: null, answer_at: null, answered_by: null, answered_at: null };
	await db
		.withTables<Tables>()
		.insertInto('cycle.talk_ask')
		.values({
			...{ school_id: ctx.school, conversation_id: talk, pupil_id: pupil, asked_of: of, answer_by: answerBy },
			...nothing
		})
		.execute();
}

export async function saveAnswer(db: Db, ctx: Ctx, talk: ConversationId, { kind, at, by }: Answer) {
	await db
		.withTables<Tables>()
		.updateTable('cycle.talk_ask')
		.set({ answer: kind, answer_at: at, answered_by: by, answered_at: ctx.now })
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', talk)
		.execute();
}

export async function daysOf(db: Db, ctx: Pick<Ctx, 'school'>): Promise<number | undefined> {
	const row = await db
		.withTables<Tables>()
		.selectFrom('cycle.answer_term')
		.where('school_id', '=', ctx.school)
		.select('days')
		.executeTakeFirst();
	return row?.days;
}

export async function saveDays(db: Db, ctx: Ctx, days: number) {
	const chosen = { days, changed_by: ctx.person.id, changed_at: ctx.now };
	await db
		.withTables<Tables>()
		.insertInto('cycle.answer_term')
		.values({ school_id: ctx.school, ...chosen })
		.onConflict((on) => on.columns(['school_id']).doUpdateSet(chosen))
		.execute();
}
