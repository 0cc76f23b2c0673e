import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { BookingId, PersonId, RoundId } from '#platform/ids.ts';

/** Times in rounds that are not closed: what teachers offer, and what families chose of it. */
export type OfferedTime = { round: RoundId; teacher: PersonId; startsAt: Date };
export type ChosenTime = OfferedTime & { booking: BookingId; pupil: PersonId; guardian: PersonId };

export async function findOffered(db: Db, ctx: Ctx, from: Date, to: Date): Promise<OfferedTime[]> {
	const { rows } = await sql<OfferedTime>`
		select b.round_id as round, b.teacher_id as teacher, b.starts_at as "startsAt"
		  from cycle.block b join cycle.round r on r.school_id = b.school_id and r.id = b.round_id
		 where b.school_id = ${ctx.school} and r.state <> 'closed' and b.ends_at > ${ctx.now}
		   and b.starts_at >= ${from} and b.starts_at < ${to}
		 order by b.starts_at, b.id`.execute(db);
	return rows;
}

/** Times to come that stand. */
export async function findChosen(db: Db, ctx: Ctx, from: Date, to: Date): Promise<ChosenTime[]> {
	const { rows } = await sql<ChosenTime>`
		select b.id as booking, b.round_id as round, b.teacher_id as teacher, b.pupil_id as pupil,
		       b.guardian_id as guardian, b.starts_at as "startsAt"
		  from cycle.booking b
		 where b.school_id = ${ctx.school} and b.state = 'booked' and b.starts_at > ${ctx.now}
		   and b.starts_at >= ${from} and b.starts_at < ${to}
		 order by b.starts_at, b.id`.execute(db);
	return rows;
}
