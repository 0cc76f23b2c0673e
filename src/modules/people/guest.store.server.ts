import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import type { Tables } from './people.store.server.ts';

/** `until` is the first day on which it no longer holds; both null: not invited. */
export async function saveInvitation(
	db: Db,
	ctx: Ctx,
	pupil: PersonId,
	guardian: PersonId,
	by: PersonId | null,
	until: Day | null
) {
	await db
		.withTables<Tables>()
		.updateTable('people.guardianship')
		.set({ invited_by: by, invited_until: until })
		.where('school_id', '=', ctx.school)
		.where('pupil_id', '=', pupil)
		.where('guardian_id', '=', guardian)
		.execute();
}

export type NewOther = { givenName: string; surname: string; email: string };

/** The same person when somebody invited them here before, by the same address. */
export async function putOther(db: Db, ctx: Ctx, { givenName, surname, email }: NewOther): Promise<PersonId> {
	const tables = db.withTables<Tables>();
	const known = await tables
		.selectFrom('people.person')
		.where('school_id', '=', ctx.school)
		.where('role', '=', 'other')
		.where('email', '=', email)
		.select('id')
		.executeTakeFirst();
	if (known) return known.id;
	const id = newId<PersonId>();
	await tables
		.insertInto('people.person')
		.values({
			...{ school_id: ctx.school, id, role: 'other', given_name: givenName, surname, email },
			...{ language: 'nl', interpreter: false }
		})
		.execute();
	return id;
}

export async function addGuest(db: Db, ctx: Ctx, pupil: PersonId, person: PersonId, until: Day) {
	await db
		.withTables<Tables>()
		.insertInto('people.tie')
		.values({
			...{ school_id: ctx.school, id: newId(), pupil_id: pupil, person_id: person },
			...{ starts_on: dayOf(ctx.now), ends_on: until, invited_by: ctx.person.id }
		})
		.execute();
}

export async function endGuest(db: Db, ctx: Ctx, pupil: PersonId, person: PersonId) {
	const today = dayOf(ctx.now);
	const { rows } = await sql`
		update people.tie set ends_on = ${today}
		 where school_id = ${ctx.school} and pupil_id = ${pupil} and person_id = ${person} and invited_by is not null
		   and (ends_on is null or ends_on > ${today}) returning id`.execute(db);
	return rows.length > 0;
}

export type Since = { person: PersonId; since: Day; until: Day | null; invitedBy: PersonId | null };

/** Since when each stands around this child; of who was invited, by whom and until when. */
export async function findSince(db: Db, ctx: Ctx, pupil: PersonId): Promise<Since[]> {
	const today = dayOf(ctx.now);
	const { rows } = await sql<Since>`
		select g.guardian_id as person, g.starts_on as since, g.invited_until as until, g.invited_by as "invitedBy"
		  from people.guardianship g
		 where g.school_id = ${ctx.school} and g.pupil_id = ${pupil}
		   and g.starts_on <= ${today} and (g.ends_on is null or g.ends_on > ${today})
		union all
		select o.person_id, o.starts_on, o.ends_on, o.invited_by from people.tie o
		 where o.school_id = ${ctx.school} and o.pupil_id = ${pupil}
		   and o.starts_on <= ${today} and (o.ends_on is null or o.ends_on > ${today})
		union all
		select t.staff_id, greatest(t.starts_on, e.starts_on), null, null
		  from people.enrolment e
		  join people.teaching t on t.school_id = e.school_id and t.group_id = e.group_id
		 where e.school_id = ${ctx.school} and e.pupil_id = ${pupil}
		   and e.starts_on <= ${today} and (e.ends_on is null or e.ends_on > ${today})
		   and t.starts_on <= ${today} and (t.ends_on is null or t.ends_on > ${today})`.execute(db);
	return rows;
}
