import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { SchoolId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Region } from '#modules/people/school.ts';
import type { HolidayId, HolidayKind } from './holiday.ts';
import type { MomentId, MomentKind } from './moment.ts';
import type { NationalKey } from './national.ts';
import type { YearGroup } from './proposal.ts';
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
export async function findYears(db: Db, ctx: Pick<Ctx, 'school'>): Promise<SchoolYear[]> {
	const { rows } = await sql<SchoolYear>`
		select y.name, y.starts_on as "startsOn", y.ends_on as "endsOn"
		  from people.school_year y where y.school_id = ${ctx.school} order by y.starts_on`.execute(db);
	return rows;
}

export async function findRegion(db: Db, ctx: Pick<Ctx, 'school'>): Promise<Region | null> {
	const { rows } = await sql<{ region: Region | null }>`
		select s.region from people.school s where s.school_id = ${ctx.school}`.execute(db);
	return rows[0]?.region ?? null;
}

/** The groups of one school year, those that ended in the middle of it left out. */
export async function findGroupsOf(db: Db, ctx: Pick<Ctx, 'school'>, year: string): Promise<YearGroup[]> {
	const { rows } = await sql<YearGroup>`
		select g.id, g.name, g.key, g.year_group as "yearGroup"
		  from people.pupil_group g
		  join people.school_year y on y.school_id = g.school_id and y.id = g.school_year_id
		 where g.school_id = ${ctx.school} and y.name = ${year}
		   and (g.ended_on is null or g.ended_on >= y.ends_on)`.execute(db);
	return rows.sort((a, b) => collator.compare(a.name, b.name));
}

const collator = new Intl.Collator('nl', { numeric: true });
