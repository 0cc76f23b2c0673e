import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import type { Tables } from './people.store.server.ts';
import type { SecretFor } from './secrecy.ts';

/** Children of this guardian today, those who live with them in `household` or all. */
export async function findChildrenOf(db: Db, ctx: Ctx, guardian: PersonId, household?: HouseholdId) {
	const today = dayOf(ctx.now);
	const { rows } = await sql<{ pupil: PersonId }>`
		select pupil_id as pupil from people.guardianship
		 where school_id = ${ctx.school} and guardian_id = ${guardian}
		   ${household ? sql`and household_id = ${household}` : sql``}
		   and starts_on <= ${today} and (ends_on is null or ends_on > ${today})`.execute(db);
	return rows.map(({ pupil }) => pupil);
}

export async function addHome(db: Db, ctx: Ctx, id: HouseholdId) {
	await db.withTables<Tables>().insertInto('people.household').values({ school_id: ctx.school, id }).execute();
}

/** This guardian, for all children with whom they lived there, lives in another home. */
export async function saveMove(db: Db, ctx: Ctx, guardian: PersonId, from: HouseholdId, to: HouseholdId) {
	await db
		.withTables<Tables>()
		.updateTable('people.guardianship')
		.set({ household_id: to, home_decided_on: dayOf(ctx.now) })
		.where('school_id', '=', ctx.school)
		.where('guardian_id', '=', guardian)
		.where('household_id', '=', from)
		.execute();
}

export async function saveSecrecy(db: Db, ctx: Ctx, guardian: PersonId, secretFor: SecretFor | null) {
	await db
		.withTables<Tables>()
		.updateTable('people.person')
		.set({ secret_for: secretFor })
		.where('school_id', '=', ctx.school)
		.where('id', '=', guardian)
		.execute();
}
