import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { SchoolId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Tables as PeopleTables } from '#modules/people/people.store.server.ts';
import type { Region } from '#modules/people/school.ts';
import type { HolidayId, HolidayKind } from './holiday.ts';
import type { MomentId, MomentKind } from './moment.ts';
import type { NationalKey } from './national.ts';
import type { SchoolYear } from './school-year.ts';

/** The rows of this part of the room. */
export type Tables = {
	'cycle.school_calendar': { school_id: SchoolId; year: string; region: Region | null };
	'cycle.holiday': {
		school_id: SchoolId;
		id: HolidayId;
		year: string;
		kind: HolidayKind;
		national: NationalKey | null;
		name: string;
		first_day: Day;
		last_day: Day;
	};
	'cycle.year_moment': {
		school_id: SchoolId;
		id: MomentId;
		year: string;
		kind: MomentKind;
		words: string;
		day: Day;
	};
};

/** The years this school keeps, the earliest first. */
export function findYears(db: Db, ctx: Pick<Ctx, 'school'>): Promise<SchoolYear[]> {
	return db
		.withTables<PeopleTables>()
		.selectFrom('people.school_year')
		.where('school_id', '=', ctx.school)
		.select(['name', 'starts_on as startsOn', 'ends_on as endsOn'])
		.orderBy('starts_on')
		.execute();
}

export async function findRegion(db: Db, ctx: Pick<Ctx, 'school'>): Promise<Region | null> {
	const found = await db
		.withTables<PeopleTables>()
		.selectFrom('people.school')
		.where('school_id', '=', ctx.school)
		.select('region')
		.executeTakeFirst();
	return found?.region ?? null;
}
