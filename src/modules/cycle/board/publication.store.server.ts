import { sql } from 'kysely';
import type { LocationId, BlockId } from '#modules/cycle/offer.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { BookingId, ConversationId, HouseholdId, PersonId, RoundId } from '#platform/ids.ts';
import type { TalkPlace } from './situation.ts';

/** A talk of a plan, as it becomes an agreed time. */
export type NewBooking = {
	id: BookingId;
	pupil: PersonId;
	teacher: PersonId;
	guardian: PersonId;
	household: HouseholdId | null;
	forTeacher: PersonId | null;
	block: BlockId;
	location: LocationId | null;
	place: TalkPlace;
	startsAt: Date;
	endsAt: Date;
	conversation: ConversationId;
};

/** All of them in one statement; a room that is taken (23P01) or a talk that has a time (23505) refuses them all. */
export async function addMany(db: Db, ctx: Ctx, round: RoundId, bookings: readonly NewBooking[]) {
	const rows = bookings.map(({ startsAt, endsAt, forTeacher, ...rest }) => ({
		...rest,
		starts: startsAt,
		ends: endsAt,
		whom: forTeacher
	}));
	await sql`
		insert into cycle.booking (school_id, id, round_id, pupil_id, teacher_id, guardian_id, household_id, block_id,
		       location_id, place, starts_at, ends_at, sequence, state, conversation_id, for_teacher)
		select ${ctx.school}::uuid, b.id, ${round}::uuid, b.pupil, b.teacher, b.guardian, b.household, b.block,
		       b.location, b.place, b.starts, b.ends, 0, 'booked', b.conversation, b.whom
		  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
		       as b(id uuid, pupil uuid, teacher uuid, guardian uuid, household uuid, block uuid, location uuid, place text,
		            starts timestamptz, ends timestamptz, conversation uuid, whom uuid)
		returning id`.execute(db);
}

/** The blocks of a round, held: nobody takes one back while its talks are being agreed. */
export async function holdBlocks(db: Db, ctx: Ctx, round: RoundId) {
	await sql`
		select b.id from cycle.block b where b.school_id = ${ctx.school} and b.round_id = ${round}
		 order by b.id for share of b`.execute(db);
}
