import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { dayOf, type Day } from '#platform/time.ts';
import type { Year } from './moment.ts';

/** The school year of today, or the one about to begin; from August to July where school has not said. */
export async function findYear(db: Db, ctx: Ctx): Promise<Pick<Year, 'firstDay' | 'lastDay'> & { name: string }> {
	const today = dayOf(ctx.now);
	const { rows } = await sql<{ name: string; firstDay: Day; lastDay: Day }>`
		select y.name, y.starts_on as "firstDay", y.ends_on as "lastDay"
		  from people.school_year y
		 where y.school_id = ${ctx.school} and y.ends_on >= ${today}
		 order by y.starts_on limit 1`.execute(db);
	const begins = Number(today.slice(0, 4)) - (today.slice(5) < '08-01' ? 1 : 0);
	const [
		year = {
			name: `${begins}-${begins + 1}`,
			firstDay: `${begins}-08-01` as Day,
			lastDay: `${begins + 1}-07-31` as Day
		}
	] = rows;
	return year;
}

/** A round at the report card is held in its first days. */
export async function findReports(
	db: Db,
	ctx: Ctx,
	{ firstDay, lastDay }: Pick<Year, 'firstDay' | 'lastDay'>
): Promise<Day[]> {
	const { rows } = await sql<{ day: Day }>`
		select distinct r.first_day as day
		  from cycle.round r
		 where r.school_id = ${ctx.school} and r.kind = 'report-card' and r.first_day between ${firstDay} and ${lastDay}
		 order by 1`.execute(db);
	return rows.map(({ day }) => day);
}
