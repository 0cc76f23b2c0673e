import { sql } from 'kysely';
import type { Ctx, Language } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { GroupId, HouseholdId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Bar } from './authority.ts';
import type { Authority } from './circle.ts';
import { standing } from './guardianship.store.server.ts';
import type { Tables } from './people.store.server.ts';

/** A pupil of a group, once for each guardian; a pupil without guardians once, with nulls. */
export type PupilRow = {
	pupil_id: PersonId;
	call_name: string;
	pupil_prefix: string | null;
	pupil_surname: string;
	group_id: GroupId;
	group_name: string;
	guardian_id: PersonId | null;
	given_name: string;
	prefix: string | null;
	surname: string;
	called: string | null;
	language: Language;
	household_id: HouseholdId;
	authority: Authority;
	informed: boolean;
	invited: boolean;
	bars: Bar[];
};

export async function findPupilsOf(
	db: Db,
	ctx: Ctx,
	groups: readonly GroupId[],
	on: Day,
	pupils?: readonly PersonId[]
): Promise<PupilRow[]> {
	const { rows } = await sql<PupilRow>`
		select e.pupil_id, p.given_name as call_name, p.prefix as pupil_prefix, p.surname as pupil_surname, c.id as group_id, c.name as group_name,
		       g.guardian_id, q.given_name, q.prefix, q.surname, q.called, q.language, g.household_id,
		       ${standing(ctx, on)}
		  from people.enrolment e
		  join people.person p on p.school_id = e.school_id and p.id = e.pupil_id
		  join people.pupil_group c on c.school_id = e.school_id and c.id = e.group_id
		  left join people.guardianship g on g.school_id = e.school_id and g.pupil_id = e.pupil_id
		       and g.starts_on <= ${on} and (g.ends_on is null or g.ends_on > ${on})
		  left join people.person q on q.school_id = g.school_id and q.id = g.guardian_id
		 where e.school_id = ${ctx.school} and e.group_id = any(${groups}::uuid[])
		   ${pupils ? sql`and e.pupil_id = any(${pupils}::uuid[])` : sql``}
		   and e.starts_on <= ${on} and (e.ends_on is null or e.ends_on > ${on})
		 order by g.position`.execute(db);
	return rows;
}

export type TeacherRow = {
	group_id: GroupId;
	id: PersonId;
	role: 'staff';
	given_name: string;
	prefix: string | null;
	surname: string;
	called: string | null;
};

export function findTeachersOf(db: Db, ctx: Ctx, groups: readonly GroupId[], on: Day): Promise<TeacherRow[]> {
	return sql<TeacherRow>`
		select t.group_id, p.id, p.role, p.given_name, p.prefix, p.surname, p.called
		  from people.teaching t join people.person p on p.school_id = t.school_id and p.id = t.staff_id
		 where t.school_id = ${ctx.school} and t.group_id = any(${groups}::uuid[])
		   and t.starts_on <= ${on} and (t.ends_on is null or t.ends_on > ${on})`
		.execute(db)
		.then(({ rows }) => rows);
}

/** Groups of the school years that are not over at `on`. */
export function findGroups(db: Db, ctx: Ctx, on: Day) {
	return db
		.withTables<Tables>()
		.selectFrom('people.pupil_group as group')
		.innerJoin('people.school_year as year', (join) =>
			join.onRef('year.school_id', '=', 'group.school_id').onRef('year.id', '=', 'group.school_year_id')
		)
		.where('group.school_id', '=', ctx.school)
		.where('year.ends_on', '>=', on)
		.where((where) => where.or([where('group.ended_on', 'is', null), where('group.ended_on', '>', on)]))
		.select(['group.id', 'group.name', 'year.starts_on as startsOn'])
		.execute();
}
