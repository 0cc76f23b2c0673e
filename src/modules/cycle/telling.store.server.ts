import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Nudge } from '#modules/cycle/after/nudge.ts';
import type { ProposalState } from '#modules/cycle/after/proposal.ts';
import type { BookingState } from './booking.ts';
import type { Place } from './offer.ts';
import type { Participant } from './participant.ts';
import type { RoundKind } from './round.ts';

export type BookedTime = {
	kind: RoundKind;
	teacher: PersonId;
	household: HouseholdId | null;
	place: Place;
	location: string | null;
	startsAt: Date;
	state: BookingState;
	/** Whether it was held, as far as anybody said. */
	attended: boolean | null;
};

/** Every time that was ever chosen for a child, those given up too. */
export async function findTimes(db: Db, ctx: Ctx, pupil: PersonId): Promise<BookedTime[]> {
	const { rows } = await sql<BookedTime>`
		select r.kind, b.teacher_id as teacher, b.household_id as household, b.place, l.name as location,
		       b.starts_at as "startsAt", b.state, b.attended
		  from cycle.booking b
		  join cycle.round r on r.school_id = b.school_id and r.id = b.round_id
		  left join cycle.location l on l.school_id = b.school_id and l.id = b.location_id
		 where b.school_id = ${ctx.school} and b.pupil_id = ${pupil}
		 order by b.starts_at, b.id`.execute(db);
	return rows;
}

/** The rounds for which something was settled about a child. */
export async function findParts(db: Db, ctx: Ctx, pupil: PersonId) {
	const { rows } = await sql<{ kind: RoundKind; on: Day } & Pick<Participant, 'because' | 'minutes'>>`
		select r.kind, r.first_day as "on", p.because, p.minutes
		  from cycle.participant p
		  join cycle.round r on r.school_id = p.school_id and r.id = p.round_id
		 where p.school_id = ${ctx.school} and p.pupil_id = ${pupil}
		 order by r.first_day`.execute(db);
	return rows;
}

/** Other times that were proposed for a child's talk. */
export async function findProposed(db: Db, ctx: Ctx, pupil: PersonId) {
	const { rows } = await sql<{
		kind: RoundKind;
		household: HouseholdId | null;
		at: Date;
		startsAt: Date | null;
		state: ProposalState;
	}>`
		select r.kind, b.household_id as household, p.made_at as at, p.starts_at as "startsAt", p.state
		  from cycle.proposal p
		  join cycle.booking b on b.school_id = p.school_id and b.id = p.booking_id
		  join cycle.round r on r.school_id = p.school_id and r.id = p.round_id
		 where p.school_id = ${ctx.school} and p.pupil_id = ${pupil}
		 order by p.made_at, p.id`.execute(db);
	return rows;
}

/** What school did to reach the family, and what came of it. */
export async function findNudges(db: Db, ctx: Ctx, pupil: PersonId) {
	const { rows } = await sql<
		{ kind: RoundKind; household: HouseholdId | null; step: Nudge['kind']; on: Day } & Pick<Nudge, 'outcome'>
	>`
		select r.kind, n.household_id as household, n.kind as step, n.made_on as "on", n.outcome
		  from cycle.nudge n
		  join cycle.round r on r.school_id = n.school_id and r.id = n.round_id
		 where n.school_id = ${ctx.school} and n.pupil_id = ${pupil}
		 order by n.made_on, n.id`.execute(db);
	return rows;
}

/** When `ctx.person` asked for a talk of their own about this child, and in which kind of round. */
export async function findPartings(db: Db, ctx: Ctx, pupil: PersonId) {
	const { rows } = await sql<{ kind: RoundKind; at: Date }>`
		select r.kind, o.asked_at as at
		  from cycle.own_talk o
		  join cycle.round r on r.school_id = o.school_id and r.id = o.round_id
		 where o.school_id = ${ctx.school} and o.pupil_id = ${pupil} and o.asked_by = ${ctx.person.id}
		 order by o.asked_at`.execute(db);
	return rows;
}
