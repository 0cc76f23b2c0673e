import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import { conflicts, type Db } from '#platform/db.server.ts';
import type { BookingId, PersonId } from '#platform/ids.ts';
import type { Booking } from './booking.ts';

/**
 * No talk is agreed in a time that is kept for another family, or at which its teacher cannot be there. Asked after the row was
 * written: who keeps a time holds its block first (after/absence.store.server.ts), the row waits for that at `booking_block`, and
 * this statement sees what was kept meanwhile. @throws as the database does for a time that is taken
 */
export async function refuseKept(db: Db, ctx: Ctx, { id, teacher, startsAt, endsAt, state }: Booking) {
	if (state !== 'booked') return;
	const { rows } = await sql<{ kept: boolean }>`
		select exists (select 1 from cycle.absence a
		                where a.school_id = ${ctx.school} and a.teacher_id = ${teacher}
		                  and a.starts_at < ${endsAt} and a.ends_at > ${startsAt})
		    or exists (select 1 from cycle.proposal p
		                 join cycle.booking o on o.school_id = p.school_id and o.id = p.booking_id
		                where p.school_id = ${ctx.school} and p.teacher_id = ${teacher} and p.state = 'asked'
		                  and p.booking_id <> ${id} and o.state = 'booked' and o.sequence = p.sequence
		                  and p.starts_at < ${endsAt} and p.ends_at > ${startsAt}) as kept`.execute(db);
	if (rows[0]?.kept) throw Object.assign(new Error('This time is kept.'), { code: conflicts.overlap });
}

/** When these people cannot be there, or have a time kept for another family than that of `keptFor`: `occupant`, from, to. */
export function keptSpans(
	ctx: Ctx,
	people: readonly PersonId[],
	from: Date,
	to: Date,
	keptFor: BookingId | null = null
) {
	return sql`
		select a.teacher_id, a.starts_at, a.ends_at
		  from cycle.absence a
		 where a.school_id = ${ctx.school} and a.teacher_id = any(${people}::uuid[])
		   and a.starts_at < ${to} and a.ends_at > ${from}
		union all
		select k.teacher_id, k.starts_at, k.ends_at
		  from cycle.proposal k
		  join cycle.booking o on o.school_id = k.school_id and o.id = k.booking_id
		 where k.school_id = ${ctx.school} and k.teacher_id = any(${people}::uuid[]) and k.state = 'asked'
		   and (${keptFor}::uuid is null or k.booking_id <> ${keptFor})
		   and o.state = 'booked' and o.sequence = k.sequence and k.starts_at < ${to} and k.ends_at > ${from}`;
}
