import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { Region } from '#modules/people/school.ts';
import type { Holiday, HolidayId } from './holiday.ts';
import type { Tables } from './year.store.server.ts';

type School = Pick<Ctx, 'school'>;

/** Undefined: this school keeps no calendar of its own for that year. */
export function findCalendar(db: Db, ctx: School, year: string) {
	return db
		.withTables<Tables>()
		.selectFrom('cycle.school_calendar')
		.where('school_id', '=', ctx.school)
		.where('year', '=', year)
		.select('region')
		.executeTakeFirst();
}

export function findHolidays(db: Db, ctx: School, year: string): Promise<Holiday[]> {
	return db
		.withTables<Tables>()
		.selectFrom('cycle.holiday')
		.where('school_id', '=', ctx.school)
		.where('year', '=', year)
		.select(['id', 'kind', 'national', 'name', 'first_day as firstDay', 'last_day as lastDay'])
		.orderBy('first_day')
		.orderBy('last_day')
		.execute();
}

/** False: there was one already; two who begin at once fill it only once. */
export async function addCalendar(db: Db, ctx: School, year: string, region: Region | null): Promise<boolean> {
	const rows = await db
		.withTables<Tables>()
		.insertInto('cycle.school_calendar')
		.values({ school_id: ctx.school, year, region })
		.onConflict((on) => on.doNothing())
		.returning('year')
		.execute();
	return rows.length > 0;
}

export async function saveRegion(db: Db, ctx: School, year: string, region: Region | null) {
	await db
		.withTables<Tables>()
		.updateTable('cycle.school_calendar')
		.set({ region })
		.where('school_id', '=', ctx.school)
		.where('year', '=', year)
		.execute();
}

export async function addHolidays(db: Db, ctx: School, year: string, holidays: readonly Holiday[]) {
	if (!holidays.length) return;
	await db
		.withTables<Tables>()
		.insertInto('cycle.holiday')
		.values(
			holidays.map(({ firstDay, lastDay, ...holiday }) => ({
				...holiday,
				school_id: ctx.school,
				year,
				first_day: firstDay,
				last_day: lastDay
			}))
		)
		.execute();
}

export async function saveHoliday(db: Db, ctx: School, { id, kind, name, firstDay, lastDay }: Holiday) {
	await db
		.withTables<Tables>()
		.updateTable('cycle.holiday')
		.set({ kind, name, first_day: firstDay, last_day: lastDay })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}

export async function removeHoliday(db: Db, ctx: School, id: HolidayId) {
	await db
		.withTables<Tables>()
		.deleteFrom('cycle.holiday')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}

/** The national ones go; what the school added itself stays. */
export async function removeNational(db: Db, ctx: School, year: string) {
	await db
		.withTables<Tables>()
		.deleteFrom('cycle.holiday')
		.where('school_id', '=', ctx.school)
		.where('year', '=', year)
		.where('national', 'is not', null)
		.execute();
}
