import { createHash } from 'node:crypto';
import type { Region } from '#modules/people/school.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { Day } from '#platform/time.ts';
import { nationalHolidays, within, type DaysOff, type Holiday, type HolidayId } from './holiday.ts';
import * as store from './holiday.store.server.ts';
import { yearAfter, yearNamed, yearOn, type SchoolYear } from './school-year.ts';
import * as years from './year.store.server.ts';

type School = Pick<Ctx, 'school'>;
/** `region`: for which these dates are; `own`: the school keeps them itself. */
export type SchoolCalendar = { region: Region | null; own: boolean; holidays: Holiday[] };

/** The holidays and days off of a school year, as the school keeps them, else as the country has them in its region. */
export async function calendarIn(db: Db, ctx: School, year: Pick<SchoolYear, 'name'>): Promise<SchoolCalendar> {
	const kept = await store.findCalendar(db, ctx, year.name);
	if (kept) return { ...kept, own: true, holidays: await store.findHolidays(db, ctx, year.name) };
	const region = await years.findRegion(db, ctx);
	return { region, own: false, holidays: nationalFor(ctx, year, region) };
}

/** The days between these two on which school is closed, weekends left out. */
export async function daysOffIn(db: Db, ctx: School, firstDay: Day, lastDay: Day): Promise<DaysOff[]> {
	const known = await years.findYears(db, ctx);
	const found: DaysOff[] = [];
	let year = yearOn(firstDay, known);
	for (;;) {
		found.push(...within({ firstDay, lastDay }, (await calendarIn(db, ctx, year)).holidays));
		if (year.endsOn >= lastDay) return found;
		year = yearNamed(yearAfter(year.name), known);
	}
}

/** The national ones with the ids they have in this school's calendar, before and after it keeps one. */
export function nationalFor({ school }: School, year: Pick<SchoolYear, 'name'>, region: Region | null): Holiday[] {
	return nationalHolidays(year, region).map((holiday) => ({
		...holiday,
		id: idOf(`${school} ${year.name} ${holiday.national}`)
	}));
}

function idOf(text: string): HolidayId {
	const hex = createHash('sha256').update(text).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as HolidayId;
}
