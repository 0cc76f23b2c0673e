import { sql, type ColumnType } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import type { PupilKind, RetentionKind } from './retention.ts';

type Once<T> = ColumnType<T, T, never>;
export type Cause = 'term' | 'request';
type Tables = {
	'consent.term': {
		school_id: Once<SchoolId>;
		kind: Once<RetentionKind>;
		length: number;
		changed_by: PersonId;
		changed_at: Date;
	};
	'consent.clearing': {
		school_id: SchoolId;
		id: string;
		kind: RetentionKind;
		cause: Cause;
		length: number;
		removed: number;
		at: Date;
	};
	'consent.cleared': { school_id: SchoolId; pupil_id: PersonId; kind: PupilKind; left_on: Day };
};

export async function findTerms(db: Db, ctx: Pick<Ctx, 'school'>): Promise<Map<RetentionKind, number>> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('consent.term')
		.where('school_id', '=', ctx.school)
		.select(['kind', 'length'])
		.execute();
	return new Map(rows.map(({ kind, length }) => [kind, length]));
}

export async function saveTerm(db: Db, ctx: Ctx, kind: RetentionKind, length: number) {
	const changed = { length, changed_by: ctx.person.id, changed_at: ctx.now };
	await db
		.withTables<Tables>()
		.insertInto('consent.term')
		.values({ school_id: ctx.school, kind, ...changed })
		.onConflict((on) => on.columns(['school_id', 'kind']).doUpdateSet(changed))
		.execute();
}

export async function addClearing(
	db: Db,
	ctx: Ctx,
	clearing: { kind: RetentionKind; cause: Cause; length: number; removed: number }
) {
	await db
		.withTables<Tables>()
		.insertInto('consent.clearing')
		.values({ school_id: ctx.school, id: newId(), ...clearing, at: ctx.now })
		.execute();
}

/** The newest first; a year of it. */
export function findClearings(db: Db, ctx: Ctx) {
	return db
		.withTables<Tables>()
		.selectFrom('consent.clearing')
		.where('school_id', '=', ctx.school)
		.select(['id', 'kind', 'cause', 'length', 'removed', 'at'])
		.orderBy('at', 'desc')
		.orderBy('id')
		.limit(100)
		.execute();
}

export type Leaver = { pupil: PersonId; leftOn: Day };

/** Pupils who left on `until` or earlier and of whom this kind is still here, the first to leave first. */
export async function findLeavers(db: Db, ctx: Ctx, kind: PupilKind, until: Day, most: number): Promise<Leaver[]> {
	const { rows } = await sql<Leaver>`
		select e.pupil_id as pupil, max(e.ends_on) as "leftOn"
		  from people.enrolment e
		 where e.school_id = ${ctx.school}
		   and not exists (select from consent.cleared c
		                    where c.school_id = ${ctx.school} and c.pupil_id = e.pupil_id and c.kind = ${kind}
		                      and c.left_on >= e.ends_on)
		 group by e.pupil_id
		having bool_and(e.ends_on is not null) and max(e.ends_on) <= ${until}
		 order by max(e.ends_on), e.pupil_id
		 limit ${most}`.execute(db);
	return rows;
}

/** Which of these are pupils who are here today, or will be: an end that is still to come is none yet. */
export async function findPresent(db: Db, ctx: Ctx, pupils: readonly PersonId[]): Promise<Set<PersonId>> {
	if (!pupils.length) return new Set();
	const { rows } = await sql<{ pupil: PersonId }>`
		select distinct e.pupil_id as pupil from people.enrolment e
		 where e.school_id = ${ctx.school} and e.pupil_id = any(${pupils}::uuid[])
		   and (e.ends_on is null or e.ends_on > ${dayOf(ctx.now)})`.execute(db);
	return new Set(rows.map(({ pupil }) => pupil));
}

/**
 * The last day of a pupil who has left; undefined for one who is here. From here on until the transaction ends the database
 * knows which day it is for the house, and itself refuses to forget who is still here on it (people.refuse_present).
 */
export async function holdLeaver(db: Db, ctx: Ctx, pupil: PersonId): Promise<Day | undefined> {
	const today = dayOf(ctx.now);
	await sql`select platform.say_today(${today}::date)`.execute(db);
	const { rows } = await sql<{ endsOn: Day | null }>`
		select e.ends_on as "endsOn" from people.enrolment e
		 where e.school_id = ${ctx.school} and e.pupil_id = ${pupil}`.execute(db);
	const days = rows.map(({ endsOn }) => endsOn);
	if (!days.length || days.includes(null)) return undefined;
	const last = (days as Day[]).sort().at(-1)!;
	return last <= today ? last : undefined;
}

export async function markCleared(db: Db, ctx: Ctx, kind: PupilKind, { pupil, leftOn }: Leaver) {
	await db
		.withTables<Tables>()
		.insertInto('consent.cleared')
		.values({ school_id: ctx.school, pupil_id: pupil, kind, left_on: leftOn })
		.onConflict((on) => on.columns(['school_id', 'pupil_id', 'kind']).doUpdateSet({ left_on: leftOn }))
		.execute();
}

/** All that this room holds of a pupil, and the marks of what went before. */
export async function forgetPupil(db: Db, ctx: Ctx, pupil: PersonId, referrals: boolean): Promise<string[]> {
	const { rows } = await sql<{ gone: string[] | null }>`
		select consent.forget_pupil(${ctx.school}::uuid, ${pupil}::uuid, ${referrals}) as gone`.execute(db);
	return rows[0]?.gone ?? [];
}

/** What was asked by law about this pupil, or by guardians who are here for nobody else. */
export async function forgetClaims(db: Db, ctx: Ctx, pupil: PersonId): Promise<string[]> {
	const { rows } = await sql<{ gone: string[] | null }>`
		select consent.forget_claims(${ctx.school}::uuid, ${pupil}::uuid) as gone`.execute(db);
	return rows[0]?.gone ?? [];
}

export async function dropMarks(db: Db, ctx: Ctx, pupil: PersonId) {
	await db
		.withTables<Tables>()
		.deleteFrom('consent.cleared')
		.where('school_id', '=', ctx.school)
		.where('pupil_id', '=', pupil)
		.execute();
}

export async function countLooks(db: Db, ctx: Ctx, before: Day): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*)::int as count from consent.look l where l.school_id = ${ctx.school} and l.day < ${before}`.execute(db);
	return rows[0]?.count ?? 0;
}

export async function forgetLooks(db: Db, ctx: Ctx, before: Day): Promise<number> {
	const { rows } = await sql<{ removed: number }>`
		select consent.forget_looks(${ctx.school}::uuid, ${before}::date) as removed`.execute(db);
	return rows[0]?.removed ?? 0;
}
