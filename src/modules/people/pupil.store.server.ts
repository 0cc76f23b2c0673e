import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import type { Relation } from './guardian.ts';
import type { Tables } from './people.store.server.ts';
import type { Say } from './say.ts';
import type { SecretFor } from './secrecy.ts';

export type ContactRow = {
	guardian: PersonId;
	relation: Relation;
	email: string | null;
	mobile: string | null;
	secretFor: SecretFor | null;
};

/** How the guardians of a child can be reached today. */
export async function findContacts(db: Db, ctx: Ctx, pupil: PersonId): Promise<ContactRow[]> {
	const today = dayOf(ctx.now);
	const { rows } = await sql<ContactRow>`
		select g.guardian_id as guardian, g.relation, p.email, p.mobile, p.secret_for as "secretFor"
		  from people.guardianship g
		  join people.person p on p.school_id = g.school_id and p.id = g.guardian_id
		 where g.school_id = ${ctx.school} and g.pupil_id = ${pupil}
		   and g.starts_on <= ${today} and (g.ends_on is null or g.ends_on > ${today})`.execute(db);
	return rows;
}

export async function findEmail(db: Db, ctx: Ctx, person: PersonId) {
	const found = await db
		.withTables<Tables>()
		.selectFrom('people.person')
		.where('school_id', '=', ctx.school)
		.where('id', '=', person)
		.select('email')
		.executeTakeFirst();
	return found?.email ?? null;
}

export async function saveSay(db: Db, ctx: Ctx, pupil: PersonId, say: Say) {
	await db
		.withTables<Tables>()
		.updateTable('people.pupil')
		.set({ say })
		.where('school_id', '=', ctx.school)
		.where('id', '=', pupil)
		.execute();
}

/** Somebody who may be tied to a child: staff who are here today. A professional comes with consent, and goes with it. */
export async function findColleague(db: Db, ctx: Ctx, person: PersonId) {
	const today = dayOf(ctx.now);
	return db
		.withTables<Tables>()
		.selectFrom('people.person')
		.where('school_id', '=', ctx.school)
		.where('id', '=', person)
		.where('role', '=', 'staff')
		.where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', today)]))
		.select('id')
		.executeTakeFirst();
}

export async function addTie(db: Db, ctx: Ctx, pupil: PersonId, person: PersonId) {
	await db
		.withTables<Tables>()
		.insertInto('people.tie')
		.values({ school_id: ctx.school, id: newId(), pupil_id: pupil, person_id: person, starts_on: dayOf(ctx.now) })
		.execute();
}

export async function endTie(db: Db, ctx: Ctx, pupil: PersonId, person: PersonId) {
	const today = dayOf(ctx.now);
	const { numUpdatedRows } = await db
		.withTables<Tables>()
		.updateTable('people.tie')
		.set({ ends_on: today })
		.where('school_id', '=', ctx.school)
		.where('pupil_id', '=', pupil)
		.where('person_id', '=', person)
		.where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}
