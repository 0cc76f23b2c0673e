import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import type { Authority } from './circle.ts';
import type { Tables } from './people.store.server.ts';

/** The children themselves and the group each is in today. */
export function findPupils(db: Db, ctx: Ctx, pupils: readonly PersonId[]) {
	const today = dayOf(ctx.now);
	return db
		.withTables<Tables>()
		.selectFrom('people.pupil as pupil')
		.innerJoin('people.person as person', (join) =>
			join.onRef('person.school_id', '=', 'pupil.school_id').onRef('person.id', '=', 'pupil.id')
		)
		.leftJoin('people.enrolment as enrolment', (join) =>
			join
				.onRef('enrolment.school_id', '=', 'pupil.school_id')
				.onRef('enrolment.pupil_id', '=', 'pupil.id')
				.on('enrolment.starts_on', '<=', today)
				.on((on) => on.or([on('enrolment.ends_on', 'is', null), on('enrolment.ends_on', '>', today)]))
		)
		.leftJoin('people.pupil_group as group', (join) =>
			join.onRef('group.school_id', '=', 'enrolment.school_id').onRef('group.id', '=', 'enrolment.group_id')
		)
		.where('pupil.school_id', '=', ctx.school)
		.where('pupil.id', '=', sql<PersonId>`any(${pupils}::uuid[])`)
		.select([
			'pupil.id',
			'person.given_name as callName',
			'person.language',
			'pupil.birth_date as birthDate',
			'pupil.own_access as ownAccess',
			'group.id as groupId',
			'group.name as groupName'
		])
		.execute();
}

/** One adult tied to a child today. A guardian who is not in the circle comes along with the facts that say so. */
export type Tied = {
	pupil_id: PersonId;
	id: PersonId;
	role: 'guardian' | 'staff' | 'professional';
	given_name: string;
	prefix: string | null;
	surname: string;
	called: string | null;
	language: 'nl' | 'en';
	household_id: HouseholdId | null;
	authority: Authority | null;
	informed: boolean | null;
	invited: boolean | null;
};

/** Of each child: guardians in the order of the school's file, then staff of the group, then who else is tied to it. */
export async function findTied(db: Db, ctx: Ctx, pupils: readonly PersonId[]): Promise<Tied[]> {
	const today: Day = dayOf(ctx.now);
	const { rows } = await sql<Tied>`
		with ties as (
			select g.school_id, g.pupil_id, g.guardian_id as person_id, 0 as rank, g.position, g.household_id, g.authority, g.informed,
			       g.invited_by is not null as invited
			  from people.guardianship g
			 where g.school_id = ${ctx.school} and g.pupil_id = any(${pupils}::uuid[])
			   and g.starts_on <= ${today} and (g.ends_on is null or g.ends_on > ${today})
			union all
			select e.school_id, e.pupil_id, t.staff_id, 1, 0, null, null, null, null
			  from people.enrolment e
			  join people.teaching t on t.school_id = e.school_id and t.group_id = e.group_id
			 where e.school_id = ${ctx.school} and e.pupil_id = any(${pupils}::uuid[])
			   and e.starts_on <= ${today} and (e.ends_on is null or e.ends_on > ${today})
			   and t.starts_on <= ${today} and (t.ends_on is null or t.ends_on > ${today})
			union all
			select o.school_id, o.pupil_id, o.person_id, 2, 0, null, null, null, null
			  from people.tie o
			 where o.school_id = ${ctx.school} and o.pupil_id = any(${pupils}::uuid[])
			   and o.starts_on <= ${today} and (o.ends_on is null or o.ends_on > ${today})
		)
		select ties.pupil_id, p.id, p.role, p.given_name, p.prefix, p.surname, p.called, p.language,
		       ties.household_id, ties.authority, ties.informed, ties.invited
		  from ties join people.person p on p.school_id = ties.school_id and p.id = ties.person_id
		 where p.school_id = ${ctx.school}
		 order by ties.rank, ties.position, p.surname, p.id`.execute(db);
	return rows;
}
