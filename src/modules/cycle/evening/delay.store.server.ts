import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { addDays, momentOf, type Day, type Time } from '#platform/time.ts';
import type { Delay, Evening } from './delay.ts';

const midnight = '00:00' as Time;

/** Who runs late on this day, each with the end of their last talk of it. */
export async function findDelays(db: Db, ctx: Ctx, round: RoundId, day: Day): Promise<(Delay & Pick<Evening, 'to'>)[]> {
	const { rows } = await sql<Delay & Pick<Evening, 'to'>>`
		select d.teacher_id as teacher, d.minutes, max(b.ends_at) as "to"
		  from cycle.delay d
		  join cycle.booking b on b.school_id = d.school_id and b.round_id = d.round_id and b.teacher_id = d.teacher_id
		   and b.state = 'booked' and b.starts_at >= ${momentOf(day, midnight)} and b.starts_at < ${momentOf(addDays(day, 1), midnight)}
		 where d.school_id = ${ctx.school} and d.round_id = ${round} and d.day = ${day}
		 group by d.teacher_id, d.minutes
		 order by d.teacher_id`.execute(db);
	return rows;
}

/** From the first talk of this teacher on this day until the last. */
export async function findEvening(
	db: Db,
	ctx: Ctx,
	round: RoundId,
	teacher: PersonId,
	day: Day
): Promise<Evening | undefined> {
	const { rows } = await sql<{ from: Date | null; to: Date | null }>`
		select min(b.starts_at) as "from", max(b.ends_at) as "to"
		  from cycle.booking b
		 where b.school_id = ${ctx.school} and b.round_id = ${round} and b.teacher_id = ${teacher} and b.state = 'booked'
		   and b.starts_at >= ${momentOf(day, midnight)} and b.starts_at < ${momentOf(addDays(day, 1), midnight)}`.execute(db);
	const { from, to } = rows[0] ?? {};
	return from && to ? { from, to } : undefined;
}

/** Whether it changed; 0 minutes take it away. */
export async function saveDelay(
	db: Db,
	ctx: Ctx,
	round: RoundId,
	day: Day,
	{ teacher, minutes }: Delay
): Promise<boolean> {
	if (!minutes) {
		const { rows } = await sql`
			delete from cycle.delay
			 where school_id = ${ctx.school} and round_id = ${round} and teacher_id = ${teacher} and day = ${day}
			returning minutes`.execute(db);
		return rows.length > 0;
	}
	const { rows } = await sql`
		insert into cycle.delay as d (school_id, round_id, teacher_id, day, minutes)
		values (${ctx.school}, ${round}, ${teacher}, ${day}, ${minutes})
		    on conflict (school_id, round_id, teacher_id, day) do update set minutes = excluded.minutes
		 where d.minutes <> excluded.minutes
		returning minutes`.execute(db);
	return rows.length > 0;
}

export async function removeBefore(db: Db, ctx: Pick<Ctx, 'school'>, day: Day) {
	await sql`delete from cycle.delay where school_id = ${ctx.school} and day < ${day}`.execute(db);
}
