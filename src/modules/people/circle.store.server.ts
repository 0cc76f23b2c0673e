import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { GroupId, HouseholdId, PersonId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import type { Authority } from './circle.ts';
import type { Tables } from './people.store.server.ts';

/** The child itself and the group it is in today. */
export function findPupil(db: Db, ctx: Ctx, pupil: PersonId) {
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
		.where('pupil.id', '=', pupil)
		.select([
			'person.given_name as callName',
			'person.language',
			'pupil.birth_date as birthDate',
			'pupil.own_access as ownAccess',
			'group.id as groupId',
			'group.name as groupName'
		])
		.executeTakeFirst();
}

/** One adult tied to the child today. A guardian who is not in the circle comes along with the facts that say so. */
export type Tied = {
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

/** Guardians in the order of the school's file, then staff of the group, then who else is tied to this child. */
export async function findTied(db: Db, ctx: Ctx, pupil: PersonId, group: GroupId | null): Promise<Tied[]> {
	const today: Day = dayOf(ctx.now);
	const { rows } = await sql<Tied>`
		with ties as (
			select g.school_id, g.guardian_id as person_id, 0 as rank, g.position, g.household_id, g.authority, g.informed,
			       g.invited_by is not null as invited
			  from people.guardianship g
			 where g.school_id = ${ctx.school} and g.pupil_id = ${pupil}
			   and g.starts_on <= ${today} and (g.ends_on is null or g.ends_on > ${today})
			union all
			select t.school_id, t.staff_id, 1, 0, null, null, null, null
			  from people.teaching t
			 where t.school_id = ${ctx.school} and t.group_id = ${group}
			   and t.starts_on <= ${today} and (t.ends_on is null or t.ends_on > ${today})
			union all
			select o.school_id, o.person_id, 2, 0, null, null, null, null
			  from people.tie o
			 where o.school_id = ${ctx.school} and o.pupil_id = ${pupil}
			   and o.starts_on <= ${today} and (o.ends_on is null or o.ends_on > ${today})
		)
		select p.id, p.role, p.given_name, p.prefix, p.surname, p.called, p.language,
		       ties.household_id, ties.authority, ties.informed, ties.invited
		  from ties join people.person p on p.school_id = ties.school_id and p.id = ties.person_id
		 where p.school_id = ${ctx.school}
		 order by ties.rank, ties.position, p.surname, p.id`.execute(db);
	return rows;
}
