import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { addDays, dayOf, type Day } from '#platform/time.ts';
import type { Tables } from './people.store.server.ts';
import type { NewProfessional } from './professionals.server.ts';
import type { StaffLine } from './school.store.server.ts';

export async function findByEmail(db: Db, ctx: Ctx, email: string): Promise<PersonId | undefined> {
	const found = await db
		.withTables<Tables>()
		.selectFrom('people.person')
		.where('school_id', '=', ctx.school)
		.where('role', '=', 'professional')
		.where(sql<string>`lower(email)`, '=', email.toLowerCase())
		.select('id')
		.executeTakeFirst();
	return found?.id;
}

/** Who comes from outside now, for any child. */
export async function findAll(
	db: Db,
	ctx: Ctx
): Promise<Pick<StaffLine, 'id' | 'given_name' | 'prefix' | 'surname' | 'called' | 'email'>[]> {
	const today = dayOf(ctx.now);
	return db
		.withTables<Tables>()
		.selectFrom('people.person')
		.where('school_id', '=', ctx.school)
		.where('role', '=', 'professional')
		.where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', today)]))
		.select(['id', 'given_name', 'prefix', 'surname', 'called', 'email'])
		.execute();
}

export async function add(db: Db, ctx: Ctx, { givenName, surname, email }: NewProfessional): Promise<PersonId> {
	const id = newId<PersonId>();
	await db
		.withTables<Tables>()
		.insertInto('people.person')
		.values({
			...{ school_id: ctx.school, id, role: 'professional', given_name: givenName, surname, email },
			...{ language: 'nl', interpreter: false }
		})
		.execute();
	return id;
}

/** The tie that runs ends today; of two that would touch there is never more than one. */
export async function endTie(db: Db, ctx: Ctx, pupil: PersonId, person: PersonId) {
	const today = dayOf(ctx.now);
	await db
		.withTables<Tables>()
		.updateTable('people.tie')
		.set({ ends_on: today })
		.where('school_id', '=', ctx.school)
		.where('pupil_id', '=', pupil)
		.where('person_id', '=', person)
		.where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
		.execute();
}

/** A tie ends on the first day without it. */
export async function addTie(db: Db, ctx: Ctx, pupil: PersonId, person: PersonId, until: Day) {
	await db
		.withTables<Tables>()
		.insertInto('people.tie')
		.values({
			...{ school_id: ctx.school, id: newId(), pupil_id: pupil, person_id: person },
			...{ starts_on: dayOf(ctx.now), ends_on: addDays(until, 1) }
		})
		.execute();
}
