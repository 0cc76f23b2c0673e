import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, HouseholdId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Arrangement, ArrangementId, ArrangementState } from './arrangement.ts';

import { addStep, stepsOf } from './step.store.server.ts';
import { addTerms, termsOf } from './terms.store.server.ts';
import type { Terms } from './terms.ts';

type Tables = {
	'cycle.arrangement': {
		school_id: SchoolId;
		id: ArrangementId;
		pupil_id: PersonId;
		year: string;
		household_id: HouseholdId | null;
		state: ArrangementState;
		version: number;
		agreed: number | null;
		agreed_on: Day | null;
		offered: number | null;
		made_in: ConversationId | null;
	};
};

type Which = { ids?: readonly ArrangementId[]; pupils?: readonly PersonId[]; year?: string };
/** An arrangement with all that was ever offered in it, by number. */
export type Kept = Arrangement & { terms: ReadonlyMap<number, Terms> };

/** Arrangements with all that was offered and all that happened; an empty list in `which` finds nothing. */
export async function find(db: Db, ctx: Ctx, { ids, pupils, year }: Which): Promise<Kept[]> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('cycle.arrangement as a')
		.where('a.school_id', '=', ctx.school)
		.$if(!!ids, (query) => query.where('a.id', '=', sql<ArrangementId>`any(${ids!}::uuid[])`))
		.$if(!!pupils, (query) => query.where('a.pupil_id', '=', sql<PersonId>`any(${pupils!}::uuid[])`))
		.$if(!!year, (query) => query.where('a.year', '=', year!))
		.orderBy('a.year', 'desc')
		.orderBy('a.id')
		.select(['a.id', 'a.pupil_id as pupil', 'a.year', 'a.household_id as home', 'a.state', 'a.version'])
		.select(['a.agreed', 'a.agreed_on', 'a.offered', 'a.made_in as madeIn'])
		.execute();
	const found = rows.map(({ id }) => id);
	const [terms, steps] = [await termsOf(db, ctx, found), await stepsOf(db, ctx, found)];
	return rows.map(({ agreed, agreed_on, offered, ...row }) => {
		const own = new Map(terms.get(row.id)?.map(({ number, terms }) => [number, terms]));
		return {
			...row,
			agreed: agreed === null ? null : { number: agreed, terms: own.get(agreed)!, on: agreed_on! },
			offered: offered === null ? null : { number: offered, terms: own.get(offered)! },
			steps: (steps.get(row.id) ?? []).map(({ arrangement: _, ...step }) => step),
			terms: own
		};
	});
}

/** Hold it until the transaction ends: who answers at the same moment waits, and then reads what we left. */
export async function hold(db: Db, ctx: Ctx, pupil: PersonId, id: ArrangementId) {
	await db
		.withTables<Tables>()
		.selectFrom('cycle.arrangement')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.where('pupil_id', '=', pupil)
		.forNoKeyUpdate()
		.select('id')
		.execute();
}

/** Write what a move made of it; the first time it is not there yet, and only one of two can add it (23505). */
export async function save(db: Db, ctx: Ctx, after: Arrangement, isNew: boolean) {
	const { agreed, offered } = after;
	const state = {
		...{ state: after.state, version: after.version, made_in: after.madeIn },
		...{ agreed: agreed?.number ?? null, agreed_on: agreed?.on ?? null, offered: offered?.number ?? null }
	};
	if (isNew) {
		await db
			.withTables<Tables>()
			.insertInto('cycle.arrangement')
			.values({
				...state,
				school_id: ctx.school,
				id: after.id,
				pupil_id: after.pupil,
				year: after.year,
				household_id: after.home
			})
			.execute();
	} else {
		await db
			.withTables<Tables>()
			.updateTable('cycle.arrangement')
			.set(state)
			.where('school_id', '=', ctx.school)
			.where('id', '=', after.id)
			.execute();
	}
	const step = after.steps.at(-1)!;
	if (offered && offered.number === step.number && (step.move === 'propose' || step.move === 'change')) {
		await addTerms(db, ctx, after.id, offered.number, offered.terms);
	}
	await addStep(db, ctx, after.id, step);
}
