import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { BookingId, PersonId } from '#platform/ids.ts';
import type { OccupiedSpan } from '#modules/cycle/times.ts';

/**
 * When these people sit at a table, of a round or not, or cannot be there, or have a time kept for another family; and when
 * the rooms of the house are taken.
 */
export async function findOccupied(
	db: Db,
	ctx: Ctx,
	people: readonly PersonId[],
	from: Date,
	to: Date,
	keptFor: BookingId | null = null
) {
	const { rows } = await sql<OccupiedSpan>`
		select p.person_id as occupant, lower(p.during) as "startsAt", upper(p.during) as "endsAt"
		  from conversations.participant p
		 where p.school_id = ${ctx.school} and p.person_id = any(${people}::uuid[]) and p.during && tstzrange(${from}, ${to})
		union all
		select b.location_id, b.starts_at, b.ends_at
		  from cycle.booking b
		 where b.school_id = ${ctx.school} and b.state = 'booked' and b.location_id is not null
		   and b.starts_at < ${to} and b.ends_at > ${from}
		union all
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
		   and o.state = 'booked' and o.sequence = k.sequence and k.starts_at < ${to} and k.ends_at > ${from}`.execute(db);
	return rows;
}
