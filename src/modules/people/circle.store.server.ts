import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { GroupId, HouseholdId, PersonId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import type { Bar } from './authority.ts';
import type { Authority } from './circle.ts';
import { standing } from './guardianship.store.server.ts';
import type { Say } from './say.ts';

/** What a child's own row of its circle tells: of the child, and the group it is in today. */
export type Child = {
	role: 'pupil';
	birthDate: Day | null;
	say: Say;
	groupId: GroupId | null;
	groupName: string | null;
};

/** What the row of an adult tells. A guardian who is not in the circle comes along with the facts that say so. */
export type Tied = {
	role: 'guardian' | 'staff' | 'professional' | 'other';
	household: HouseholdId | null;
	authority: Authority | null;
	informed: boolean | null;
	invited: boolean | null;
	bars: Bar[] | null;
	teaches: boolean;
};

export type Row<Part = Child | Tied> = Part & {
	pupil: PersonId;
	id: PersonId;
	givenName: string;
	prefix: string | null;
	surname: string;
	called: string | null;
	language: 'nl' | 'en';
};

/**
 * The circles of children as they are today: of each the child itself, guardians in the order of the school's file,
 * staff of the group, then who else is tied to it. One query, since every page and every change begins with it.
 */
export async function findCircles(db: Db, ctx: Ctx, pupils: readonly PersonId[]): Promise<Row[]> {
	const today: Day = dayOf(ctx.now);
	const { rows } = await sql<Row>`
		with placed as (
			select e.school_id, e.pupil_id, e.group_id
			  from people.enrolment e
			 where e.school_id = ${ctx.school} and e.pupil_id = any(${pupils}::uuid[])
			   and e.starts_on <= ${today} and (e.ends_on is null or e.ends_on > ${today})
		), ties as (
			select c.school_id, c.id as pupil_id, c.id as person_id, 0 as rank, 0 as position, null::uuid as household_id,
			       null as authority, null::boolean as informed, null::boolean as invited, null::text[] as bars,
			       c.birth_date, c.say, g.id as group_id, g.name as group_name
			  from people.pupil c
			  left join placed on placed.school_id = c.school_id and placed.pupil_id = c.id
			  left join people.pupil_group g on g.school_id = placed.school_id and g.id = placed.group_id
			 where c.school_id = ${ctx.school} and c.id = any(${pupils}::uuid[])
			union all
			select g.school_id, g.pupil_id, g.guardian_id, 1, g.position, g.household_id, ${standing(ctx, today)},
			       null, null, null, null
			  from people.guardianship g
			 where g.school_id = ${ctx.school} and g.pupil_id = any(${pupils}::uuid[])
			   and g.starts_on <= ${today} and (g.ends_on is null or g.ends_on > ${today})
			union all
			select placed.school_id, placed.pupil_id, t.staff_id, 2, 0, null, null, null, null, null, null, null, null, null
			  from placed
			  join people.teaching t on t.school_id = placed.school_id and t.group_id = placed.group_id
			 where t.school_id = ${ctx.school} and t.starts_on <= ${today} and (t.ends_on is null or t.ends_on > ${today})
			union all
			select o.school_id, o.pupil_id, o.person_id, 3, 0, null, null, null, null, null, null, null, null, null
			  from people.tie o
			 where o.school_id = ${ctx.school} and o.pupil_id = any(${pupils}::uuid[])
			   and o.starts_on <= ${today} and (o.ends_on is null or o.ends_on > ${today})
		)
		select ties.pupil_id as pupil, p.id, p.role, p.given_name as "givenName", p.prefix, p.surname, p.called, p.language,
		       ties.household_id as household, ties.authority, ties.informed, ties.invited, ties.bars,
		       ties.rank = 2 as teaches, ties.birth_date as "birthDate",
		       ties.say, ties.group_id as "groupId", ties.group_name as "groupName"
		  from ties join people.person p on p.school_id = ties.school_id and p.id = ties.person_id
		 where p.school_id = ${ctx.school}
		 order by ties.rank, ties.position, p.surname, p.id`.execute(db);
	return rows;
}

/** Until the transaction ends nobody changes who is in these circles; see `holdPupils` in authority.store.server.ts. */
export async function holdCircles(db: Db, ctx: Ctx, pupils: readonly PersonId[]) {
	await sql`
		select id from people.pupil where school_id = ${ctx.school} and id = any(${pupils}::uuid[])
		 order by id for key share`.execute(db);
}
