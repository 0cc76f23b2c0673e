import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { BookingId, PersonId } from '#platform/ids.ts';
import type { Absence, AbsenceId } from './absence.ts';
import type { Slot } from '#modules/cycle/offer.ts';

type Span = Slot & { teacher: PersonId };

export async function add(db: Db, ctx: Ctx, { id, teacher, startsAt, endsAt }: Absence) {
	await sql`
		insert into cycle.absence (school_id, id, teacher_id, starts_at, ends_at, said_by)
		values (${ctx.school}, ${id}, ${teacher}, ${startsAt}, ${endsAt}, ${ctx.person.id})`.execute(db);
}

/** Nobody agrees on a time in these blocks until the transaction ends: what is on its way there waits for it. */
export async function holdBlocks(db: Db, ctx: Ctx, teachers: readonly PersonId[], { startsAt, endsAt }: Slot) {
	await sql`
		select b.id from cycle.block b
		 where b.school_id = ${ctx.school} and b.teacher_id = any(${teachers}::uuid[])
		   and b.starts_at < ${endsAt} and b.ends_at > ${startsAt}
		 order by b.id for update`.execute(db);
}

/** Talks of rounds that run which this teacher would hold in this time, the first first. */
export async function findFallen(db: Db, ctx: Ctx, { teacher, startsAt, endsAt }: Span): Promise<BookingId[]> {
	const { rows } = await sql<{ id: BookingId }>`
		select b.id from cycle.booking b
		 where b.school_id = ${ctx.school} and b.teacher_id = ${teacher} and b.state = 'booked' and b.attended is null
		   and b.starts_at < ${endsAt} and b.ends_at > ${startsAt} and b.ends_at > ${ctx.now}
		 order by b.starts_at, b.id`.execute(db);
	return rows.map(({ id }) => id);
}

/** When these teachers, or all, cannot be there, from now on. */
export async function findAbsences(db: Db, ctx: Ctx, teachers: readonly PersonId[] | null = null): Promise<Absence[]> {
	const { rows } = await sql<Absence>`
		select a.id, a.teacher_id as teacher, a.starts_at as "startsAt", a.ends_at as "endsAt"
		  from cycle.absence a
		 where a.school_id = ${ctx.school} and a.ends_at > ${ctx.now}
		   and (${teachers}::uuid[] is null or a.teacher_id = any(${teachers}::uuid[]))
		 order by a.starts_at, a.id`.execute(db);
	return rows;
}

export async function find(db: Db, ctx: Ctx, id: AbsenceId): Promise<Absence | undefined> {
	const { rows } = await sql<Absence>`
		select a.id, a.teacher_id as teacher, a.starts_at as "startsAt", a.ends_at as "endsAt"
		  from cycle.absence a where a.school_id = ${ctx.school} and a.id = ${id} for update`.execute(db);
	return rows[0];
}

export async function remove(db: Db, ctx: Ctx, id: AbsenceId) {
	await sql`delete from cycle.absence where school_id = ${ctx.school} and id = ${id}`.execute(db);
}

/** That somebody could not be there goes when it is over. */
export async function removeOver(db: Db, ctx: Pick<Ctx, 'school' | 'now'>) {
	await sql`delete from cycle.absence where school_id = ${ctx.school} and ends_at <= ${ctx.now}`.execute(db);
}
