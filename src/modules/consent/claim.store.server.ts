import type { ColumnType } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Claim, ClaimId, ClaimKind, ClaimState } from './claim.ts';

type Once<T> = ColumnType<T, T, never>;
type Tables = {
	'consent.claim': {
		school_id: Once<SchoolId>;
		id: Once<ClaimId>;
		kind: Once<ClaimKind>;
		about_id: Once<PersonId>;
		asked_by: Once<PersonId>;
		words: Once<string>;
		asked_at: Once<Date>;
		due_on: Day;
		state: ClaimState;
		extended_why: string | null;
		answer: string | null;
		answered_by: PersonId | null;
		answered_at: Date | null;
	};
};

type Which = { id?: ClaimId; askedBy?: PersonId; about?: PersonId };

/** By the day on which an answer is due, what is open first. */
export async function find(db: Db, ctx: Ctx, { id, askedBy, about }: Which = {}): Promise<Claim[]> {
	return db
		.withTables<Tables>()
		.selectFrom('consent.claim')
		.where('school_id', '=', ctx.school)
		.$if(!!id, (query) => query.where('id', '=', id!))
		.$if(!!askedBy, (query) => query.where('asked_by', '=', askedBy!))
		.$if(!!about, (query) => query.where('about_id', '=', about!))
		.select(['id', 'kind', 'about_id as about', 'asked_by as askedBy', 'words', 'asked_at as askedAt', 'state'])
		.select(['due_on as dueOn', 'extended_why as extendedWhy', 'answer', 'answered_by as answeredBy'])
		.select('answered_at as answeredAt')
		.orderBy('due_on')
		.orderBy('id')
		.execute();
}

/** Hold it, so that of two answers one counts. */
export async function hold(db: Db, ctx: Ctx, id: ClaimId) {
	await db
		.withTables<Tables>()
		.selectFrom('consent.claim')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.forUpdate()
		.select('id')
		.execute();
}

export async function add(db: Db, ctx: Ctx, claim: Claim) {
	const { id, kind, about, askedBy, words, askedAt, dueOn, state } = claim;
	await db
		.withTables<Tables>()
		.insertInto('consent.claim')
		.values({
			...{ school_id: ctx.school, id, kind, about_id: about, asked_by: askedBy, words, asked_at: askedAt, state },
			...{ due_on: dueOn, extended_why: null, answer: null, answered_by: null, answered_at: null }
		})
		.execute();
}

export async function save(db: Db, ctx: Ctx, claim: Claim) {
	const { id, dueOn, state, extendedWhy, answer, answeredBy, answeredAt } = claim;
	await db
		.withTables<Tables>()
		.updateTable('consent.claim')
		.set({ due_on: dueOn, state, extended_why: extendedWhy, answer, answered_by: answeredBy, answered_at: answeredAt })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}
