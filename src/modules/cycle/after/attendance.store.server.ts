import { sql } from 'kysely';
import type { ConversationState } from '#modules/conversations/conversation.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { BookingId, PersonId, RoundId } from '#platform/ids.ts';
import type { Booking } from '#modules/cycle/booking.ts';
import type { Passed } from './attendance.ts';

/** Talks of this teacher that are over and of which nobody has said whether they were held; the first first. */
export async function findUnsaid(db: Db, ctx: Ctx, teacher: PersonId) {
	const { rows } = await sql<Pick<Booking, 'id' | 'pupil' | 'household' | 'place' | 'startsAt' | 'endsAt'>>`
		select b.id, b.pupil_id as pupil, b.household_id as household, b.place, b.starts_at as "startsAt", b.ends_at as "endsAt"
		  from cycle.booking b
		  join conversations.conversation c on c.school_id = b.school_id and c.id = b.conversation_id
		 where b.school_id = ${ctx.school} and b.teacher_id = ${teacher} and b.state = 'booked' and b.attended is null
		   and b.ends_at <= ${ctx.now} and c.state = 'planned'
		 order by b.starts_at, b.id`.execute(db);
	return rows;
}

/** What was said of it. A talk that was held at the table says so itself. */
export async function findSaid(db: Db, ctx: Ctx, id: BookingId) {
	const { rows } = await sql<
		Pick<Passed, 'attended'> & { schoolSide: boolean; talk: ConversationState; round: RoundId }
	>`
		select case when c.state in ('held', 'recorded', 'closed') then true else b.attended end as attended,
		       b.school_side as "schoolSide", c.state as talk, b.round_id as round
		  from cycle.booking b
		  join conversations.conversation c on c.school_id = b.school_id and c.id = b.conversation_id
		 where b.school_id = ${ctx.school} and b.id = ${id}`.execute(db);
	return rows[0];
}

export async function say(db: Db, ctx: Ctx, id: BookingId, said: { attended: boolean; schoolSide?: boolean }) {
	await sql`
		update cycle.booking set attended = ${said.attended}, school_side = ${said.schoolSide ?? false}
		 where school_id = ${ctx.school} and id = ${id}`.execute(db);
}
