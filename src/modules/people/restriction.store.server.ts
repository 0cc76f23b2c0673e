import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import type { Bar } from './authority.ts';
import type { Proof } from './proof.ts';

export type Restriction = {
	id: string;
	pupil: PersonId;
	guardian: PersonId;
	kind: Bar;
	from: Day;
	/** The first day on which it no longer holds; null: until a judge says otherwise. */
	until: Day | null;
	proof: Proof;
	proofOn: Day;
};

type Tables = {
	'people.restriction': {
		school_id: SchoolId;
		id: string;
		pupil_id: PersonId;
		guardian_id: PersonId;
		kind: Bar;
		starts_on: Day;
		ends_on: Day | null;
		proof: Proof;
		proof_on: Day;
		checked_by: PersonId;
	};
};

/** What a judge forbids guardians of this child, today or from a day to come. */
export async function findRestrictions(db: Db, ctx: Ctx, pupil: PersonId): Promise<Restriction[]> {
	const { rows } = await sql<Restriction>`
		select id, pupil_id as pupil, guardian_id as guardian, kind, starts_on as "from", ends_on as "until", proof,
		       proof_on as "proofOn"
		  from people.restriction
		 where school_id = ${ctx.school} and pupil_id = ${pupil} and (ends_on is null or ends_on > ${dayOf(ctx.now)})
		   and (ends_on is null or ends_on > starts_on)
		 order by starts_on, id`.execute(db);
	return rows;
}

export async function addRestriction(db: Db, ctx: Ctx, restriction: Omit<Restriction, 'id'>) {
	const { pupil, guardian, kind, from, until, proof, proofOn } = restriction;
	await db
		.withTables<Tables>()
		.insertInto('people.restriction')
		.values({
			...{ school_id: ctx.school, id: newId(), pupil_id: pupil, guardian_id: guardian, kind },
			...{ starts_on: from, ends_on: until, proof, proof_on: proofOn, checked_by: ctx.person.id }
		})
		.execute();
}

/** From `on` it no longer holds; one that had not begun never does. */
export async function endRestriction(db: Db, ctx: Ctx, id: string, on: Day) {
	await sql`
		update people.restriction set ends_on = greatest(starts_on, ${on}::date)
		 where school_id = ${ctx.school} and id = ${id}`.execute(db);
}
