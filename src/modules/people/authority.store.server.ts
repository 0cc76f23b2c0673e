import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { HouseholdId, PersonId, SchoolId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import type { Standing } from './authority.ts';
import type { Change } from './change.ts';
import type { Relation } from './guardian.ts';
import { standing } from './guardianship.store.server.ts';
import type { Tables as PeopleTables } from './people.store.server.ts';
import type { SecretFor } from './secrecy.ts';

type Tables = PeopleTables & {
	'people.authority_change': { school_id: SchoolId; id: string; at: Date; changed_by: PersonId } & {
		guardian_id: PersonId;
		pupil_id: PersonId | null;
		from_day: Day | null;
		until_day: Day | null;
		proof_on: Day | null;
	} & Pick<Change, 'what' | 'authority' | 'institution' | 'restriction' | 'proof'>;
};

/** A guardian of a child as the office sees them: what school knows, and how it knows. */
export type GuardianRow = Standing & {
	pupil: PersonId;
	guardian: PersonId;
	household: HouseholdId;
	relation: Relation;
	givenName: string;
	prefix: string | null;
	surname: string;
	called: string | null;
	role: 'guardian';
	institution: string | null;
	checkedOn: Day | null;
	checkedBy: PersonId | null;
	secretFor: SecretFor | null;
};

/** The guardians of a child today, whoever of them is in its circle; or, without a child, of all children of the school. */
export async function findGuardians(db: Db, ctx: Ctx, pupil?: PersonId): Promise<GuardianRow[]> {
	const today = dayOf(ctx.now);
	const { rows } = await sql<GuardianRow>`
		select g.pupil_id as pupil, g.guardian_id as guardian, g.household_id as household, g.relation, p.role,
		       p.given_name as "givenName", p.prefix, p.surname, p.called, g.institution,
		       g.authority_checked_on as "checkedOn", g.authority_checked_by as "checkedBy", p.secret_for as "secretFor",
		       ${standing(ctx, today)}
		  from people.guardianship g
		  join people.person p on p.school_id = g.school_id and p.id = g.guardian_id
		 where g.school_id = ${ctx.school} ${pupil ? sql`and g.pupil_id = ${pupil}` : sql`and g.authority = 'unknown'`}
		   and g.starts_on <= ${today} and (g.ends_on is null or g.ends_on > ${today})
		 order by g.position`.execute(db);
	return rows;
}

export type PupilLine = {
	id: PersonId;
	givenName: string;
	prefix: string | null;
	surname: string;
	group: string | null;
};

/** The pupils who are here today, with their group. */
export async function findPupils(db: Db, ctx: Ctx): Promise<PupilLine[]> {
	const today = dayOf(ctx.now);
	const { rows } = await sql<PupilLine>`
		select p.id, p.given_name as "givenName", p.prefix, p.surname, c.name as group
		  from people.person p
		  left join people.enrolment e on e.school_id = p.school_id and e.pupil_id = p.id
		       and e.starts_on <= ${today} and (e.ends_on is null or e.ends_on > ${today})
		  left join people.pupil_group c on c.school_id = e.school_id and c.id = e.group_id
		 where p.school_id = ${ctx.school} and p.role = 'pupil' and (p.ended_on is null or p.ended_on > ${today})`.execute(db);
	return rows;
}

/**
 * Whoever changes a circle holds its children: what others save about them meanwhile is done before, or is refused after
 * (`holdCircles`). False: not all of them are here.
 */
export async function holdPupils(db: Db, ctx: Ctx, pupils: readonly PersonId[]) {
	const { rows } = await sql`
		select id from people.pupil where school_id = ${ctx.school} and id = any(${pupils}::uuid[])
		 order by id for update`.execute(db);
	return rows.length === new Set(pupils).size;
}

type Checked = Pick<Change, 'authority' | 'institution'> & { pupil: PersonId; guardian: PersonId; checkedOn: Day };

export async function saveAuthority(db: Db, ctx: Ctx, { pupil, guardian, authority, institution, checkedOn }: Checked) {
	const today = dayOf(ctx.now);
	await db
		.withTables<Tables>()
		.updateTable('people.guardianship')
		.set({ authority: authority ?? 'unknown', institution })
		.set({ authority_checked_on: checkedOn, authority_checked_by: ctx.person.id })
		.where('school_id', '=', ctx.school)
		.where('pupil_id', '=', pupil)
		.where('guardian_id', '=', guardian)
		.where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
		.execute();
}

/** Only ever added to: the application's role can neither change nor remove what is here (migration 0013). */
export async function addChange(db: Db, ctx: Ctx, change: Omit<Change, 'at' | 'by'>) {
	await db
		.withTables<Tables>()
		.insertInto('people.authority_change')
		.values({
			...{ school_id: ctx.school, id: newId(), at: ctx.now, changed_by: ctx.person.id },
			...{ guardian_id: change.guardian, pupil_id: change.pupil, what: change.what, authority: change.authority },
			...{ institution: change.institution, restriction: change.restriction, proof: change.proof },
			...{ from_day: change.from, until_day: change.until, proof_on: change.proofOn }
		})
		.execute();
}

/** What was changed about these guardians of this child, newest first. */
export async function findChanges(
	db: Db,
	ctx: Ctx,
	pupil: PersonId,
	guardians: readonly PersonId[]
): Promise<Change[]> {
	const { rows } = await sql<Change>`
		select guardian_id as guardian, pupil_id as pupil, what, authority, institution, restriction, from_day as "from",
		       until_day as "until", proof, proof_on as "proofOn", changed_by as "by", at
		  from people.authority_change
		 where school_id = ${ctx.school} and guardian_id = any(${guardians}::uuid[])
		   and (pupil_id is null or pupil_id = ${pupil})
		 order by at desc, id desc`.execute(db);
	return rows;
}
