import { sql } from 'kysely';
import type { Ctx, Task } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { GroupId, PersonId, SchoolId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import type { Tables } from './people.store.server.ts';
import type { SchoolSettings } from './school.input.ts';
import type { Region } from './school.ts';

export async function findSchool(db: Db, ctx: Ctx) {
	return db
		.withTables<Tables>()
		.selectFrom('people.school')
		.where('school_id', '=', ctx.school)
		.select(['name', 'brin', 'kind', 'region', 'phone'])
		.executeTakeFirstOrThrow();
}

export async function findName(db: Db, school: SchoolId): Promise<string | undefined> {
	const found = await db
		.withTables<Tables>()
		.selectFrom('people.school')
		.where('school_id', '=', school)
		.select('name')
		.executeTakeFirst();
	return found?.name;
}

/** The school, held against others who would change who keeps it at the same moment. */
export async function holdSchool(db: Db, ctx: Ctx) {
	await db
		.withTables<Tables>()
		.selectFrom('people.school')
		.where('school_id', '=', ctx.school)
		.select('school_id')
		.forNoKeyUpdate()
		.execute();
}

export async function saveSettings(db: Db, ctx: Ctx, settings: SchoolSettings) {
	await db
		.withTables<Tables>()
		.updateTable('people.school')
		.set(settings)
		.where('school_id', '=', ctx.school)
		.execute();
}

export async function saveRegion(db: Db, ctx: Ctx, region: Region) {
	await db
		.withTables<Tables>()
		.updateTable('people.school')
		.set({ region })
		.where('school_id', '=', ctx.school)
		.execute();
}

export type GroupLine = { id: GroupId; name: string; pupils: number; teachers: string[] };

/** The groups of today, with how many children they have; those that stand ready for a year to come are not there yet. */
export async function findGroups(db: Db, ctx: Ctx) {
	const today = dayOf(ctx.now);
	const { rows } = await sql<{ id: GroupId; name: string; pupils: number }>`
		select c.id, c.name, count(e.id)::int as pupils
		  from people.pupil_group c
		  left join people.enrolment e on e.school_id = c.school_id and e.group_id = c.id
		       and e.starts_on <= ${today} and (e.ends_on is null or e.ends_on > ${today})
		 where c.school_id = ${ctx.school} and (c.ended_on is null or c.ended_on > ${today})
		   and (c.school_year_id in (
		          select y.id from people.school_year y where y.school_id = c.school_id and y.starts_on <= ${today})
		        or not exists (
		          select from people.school_year y where y.school_id = c.school_id and y.starts_on <= ${today}))
		 group by c.school_id, c.id, c.name`.execute(db);
	return rows;
}

export type StaffLine = {
	id: PersonId;
	given_name: string;
	prefix: string | null;
	surname: string;
	called: string | null;
	email: string | null;
	tasks: Task[];
	proposed_tasks: Task[];
};

export async function findStaff(db: Db, ctx: Ctx): Promise<StaffLine[]> {
	const today = dayOf(ctx.now);
	return db
		.withTables<Tables>()
		.selectFrom('people.staff as staff')
		.innerJoin('people.person as person', (join) =>
			join.onRef('person.school_id', '=', 'staff.school_id').onRef('person.id', '=', 'staff.id')
		)
		.where('staff.school_id', '=', ctx.school)
		.where((where) => where.or([where('person.ended_on', 'is', null), where('person.ended_on', '>', today)]))
		.select(['staff.id', 'person.given_name', 'person.prefix', 'person.surname', 'person.called', 'person.email'])
		.select(['staff.tasks', 'staff.proposed_tasks'])
		.execute();
}

/** Tasks as the office says; what waited for that has been answered. */
export async function saveTasks(db: Db, ctx: Ctx, staff: PersonId, tasks: Task[]) {
	const { numUpdatedRows } = await db
		.withTables<Tables>()
		.updateTable('people.staff')
		.set({ tasks, proposed_tasks: [] })
		.where('school_id', '=', ctx.school)
		.where('id', '=', staff)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}
