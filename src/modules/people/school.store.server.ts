import { sql } from 'kysely';
import type { Ctx, Task } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { GroupId, PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import type { Tables } from './people.store.server.ts';
import type { AuthorityCheck, SchoolSettings } from './school.input.ts';

export async function findSchool(db: Db, ctx: Ctx) {
	return db
		.withTables<Tables>()
		.selectFrom('people.school')
		.where('school_id', '=', ctx.school)
		.select(['name', 'brin', 'kind', 'region', 'phone'])
		.executeTakeFirstOrThrow();
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

export type GroupLine = { id: GroupId; name: string; pupils: number; teachers: string[] };

/** The groups of today, with how many children they have. */
export async function findGroups(db: Db, ctx: Ctx) {
	const today = dayOf(ctx.now);
	const { rows } = await sql<{ id: GroupId; name: string; pupils: number }>`
		select c.id, c.name, count(e.id)::int as pupils
		  from people.pupil_group c
		  left join people.enrolment e on e.school_id = c.school_id and e.group_id = c.id
		       and e.starts_on <= ${today} and (e.ends_on is null or e.ends_on > ${today})
		 where c.school_id = ${ctx.school} and (c.ended_on is null or c.ended_on > ${today})
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

export type UnknownLine = { id: string; pupil: string; surname: string; guardian: string; group: string | null };

/** Guardians of whom nobody knows yet whether they have authority. */
export async function findUnknown(db: Db, ctx: Ctx): Promise<UnknownLine[]> {
	const today = dayOf(ctx.now);
	const { rows } = await sql<UnknownLine>`
		select g.id, p.given_name as pupil, p.surname, c.name as group,
		       concat_ws(' ', a.given_name, a.prefix, a.surname) as guardian
		  from people.guardianship g
		  join people.person p on p.school_id = g.school_id and p.id = g.pupil_id
		  join people.person a on a.school_id = g.school_id and a.id = g.guardian_id
		  left join people.enrolment e on e.school_id = g.school_id and e.pupil_id = g.pupil_id
		       and e.starts_on <= ${today} and (e.ends_on is null or e.ends_on > ${today})
		  left join people.pupil_group c on c.school_id = e.school_id and c.id = e.group_id
		 where g.school_id = ${ctx.school} and g.authority = 'unknown'
		   and g.starts_on <= ${today} and (g.ends_on is null or g.ends_on > ${today})`.execute(db);
	return rows;
}

/** The child it is about, or undefined when there is no such guardianship here today. */
export async function saveCheck(db: Db, ctx: Ctx, { guardianship, authority, checkedOn }: AuthorityCheck) {
	const today = dayOf(ctx.now);
	return db
		.withTables<Tables>()
		.updateTable('people.guardianship')
		.set({ authority, authority_checked_on: checkedOn, authority_checked_by: ctx.person.id })
		.where('school_id', '=', ctx.school)
		.where('id', '=', guardianship)
		.where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
		.returning('pupil_id as pupil')
		.executeTakeFirst();
}
