import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { addDays, momentOf, type Day, type Time } from '#platform/time.ts';
import type { Stop } from './stop.ts';

/** The agreed talks of a round, soonest first: of these children, or with this teacher. */
export async function findStops(
	db: Db,
	ctx: Ctx,
	round: RoundId,
	of: { pupils: readonly PersonId[] } | { teacher: PersonId }
): Promise<Stop[]> {
	const whose = 'teacher' in of ? sql`b.teacher_id = ${of.teacher}` : sql`b.pupil_id = any(${of.pupils}::uuid[])`;
	const { rows } = await sql<Stop>`
		select b.id, b.round_id as round, b.pupil_id as pupil, b.teacher_id as teacher, b.guardian_id as guardian,
		       b.household_id as household, b.block_id as block, b.place, b.starts_at as "startsAt", b.ends_at as "endsAt",
		       b.sequence, b.state, b.conversation_id as conversation,
		       case when l.id is null then null else
		         json_build_object('id', l.id, 'name', l.name, 'zone', l.zone, 'direction', l.direction) end as location,
		       c.started_at as "startedAt", c.held_at as "heldAt", c.state as "talkState",
		       c.pupil_invited as "pupilInvited"
		  from cycle.booking b
		  join conversations.conversation c on c.school_id = b.school_id and c.id = b.conversation_id
		  left join cycle.location l on l.school_id = b.school_id and l.id = b.location_id
		 where b.school_id = ${ctx.school} and b.round_id = ${round} and b.state = 'booked' and ${whose}
		 order by b.starts_at, b.id`.execute(db);
	return rows;
}

/** In which rounds these talks have their time. */
export async function findRoundsOf(
	db: Db,
	ctx: Pick<Ctx, 'school'>,
	conversations: readonly string[]
): Promise<RoundId[]> {
	const { rows } = await sql<{ round: RoundId }>`
		select distinct b.round_id as round from cycle.booking b
		 where b.school_id = ${ctx.school} and b.conversation_id = any(${conversations}::uuid[])`.execute(db);
	return rows.map(({ round }) => round);
}

/** In which rounds `ctx.person` comes to more than one talk on this day, and whether they lead them. */
export async function findEveningsOf(db: Db, ctx: Ctx, day: Day): Promise<{ round: RoundId; teaches: boolean }[]> {
	const [from, to] = [momentOf(day, '00:00' as Time), momentOf(addDays(day, 1), '00:00' as Time)];
	const { rows } = await sql<{ round: RoundId; teaches: boolean }>`
		select b.round_id as round, b.teacher_id = ${ctx.person.id} as teaches
		  from cycle.booking b
		  join conversations.participant p on p.school_id = b.school_id and p.conversation_id = b.conversation_id
		 where b.school_id = ${ctx.school} and b.state = 'booked' and b.starts_at >= ${from} and b.starts_at < ${to}
		   and p.person_id = ${ctx.person.id}
		 group by 1, 2
		having count(*) > 1
		 order by 1, 2`.execute(db);
	return rows;
}
