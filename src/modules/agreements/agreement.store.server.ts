import { sql, type ColumnType } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { AgreementId, ConversationId, HouseholdId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Agreement, AgreementState, Kind } from './agreement.ts';
import * as past from './past.store.server.ts';

type Once<T> = ColumnType<T, T, never>;

/** The rows of this room; other rooms may read them, and never write them. */
export type Tables = past.Tables & {
	'agreements.agreement': {
		school_id: Once<SchoolId>;
		id: Once<AgreementId>;
		pupil_id: Once<PersonId>;
		kind: Once<Kind>;
		owner_person_id: Once<PersonId | null>;
		owner_household_id: Once<HouseholdId | null>;
		proposer_id: Once<PersonId>;
		audience: Once<Agreement['audience']>;
		state: AgreementState;
		wording: number;
		evaluate_on: Day;
		round: number;
		version: number;
		made_in: Once<ConversationId | null>;
		replaces: Once<AgreementId | null>;
		goal: Once<string | null>;
		proposed_at: Once<Date>;
	};
};

type Which = {
	ids?: readonly AgreementId[];
	pupils?: readonly PersonId[];
	states?: readonly AgreementState[];
	madeIn?: ConversationId;
};

/** Agreements with their current wording and all that happened; newest first. An empty list in `which` finds nothing. */
export async function find(db: Db, ctx: Ctx, which: Which): Promise<Agreement[]> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('agreements.agreement as a')
		.innerJoin('agreements.wording as w', (join) =>
			join
				.onRef('w.school_id', '=', 'a.school_id')
				.onRef('w.agreement_id', '=', 'a.id')
				.onRef('w.number', '=', 'a.wording')
		)
		.where('a.school_id', '=', ctx.school)
		.$if(!!which.ids, (query) => query.where('a.id', '=', sql<AgreementId>`any(${which.ids!}::uuid[])`))
		.$if(!!which.pupils, (query) => query.where('a.pupil_id', '=', sql<PersonId>`any(${which.pupils!}::uuid[])`))
		.$if(!!which.states, (query) => query.where('a.state', 'in', which.states!))
		.$if(!!which.madeIn, (query) => query.where('a.made_in', '=', which.madeIn!))
		.orderBy('a.proposed_at', 'desc')
		.orderBy('a.id', 'desc')
		.select([
			'a.id',
			'a.pupil_id',
			'a.kind',
			'a.owner_person_id',
			'a.owner_household_id',
			'a.proposer_id',
			'a.audience'
		])
		.select(['a.state', 'a.evaluate_on', 'a.round', 'a.version', 'a.made_in', 'a.replaces', 'a.goal', 'a.proposed_at'])
		.select(['w.what', 'w.why', 'w.rhythm', 'w.cadence', 'w.remind', 'w.due_on as by', 'w.how', 'w.helpers'])
		.execute();
	const ids = rows.map(({ id }) => id);
	const [steps, lookBacks] = [await past.stepsOf(db, ctx, ids), await past.lookBacksOf(db, ctx, ids)];
	return rows.map((row) => ({
		id: row.id,
		pupil: row.pupil_id,
		kind: row.kind,
		owner: row.owner_person_id ? { person: row.owner_person_id } : { household: row.owner_household_id! },
		proposer: row.proposer_id,
		audience: row.audience,
		state: row.state,
		wording: {
			...{ what: row.what, why: row.why, rhythm: row.rhythm, cadence: row.cadence, by: row.by },
			...{ how: row.how, helpers: row.helpers, remind: row.remind }
		},
		evaluateOn: row.evaluate_on,
		round: row.round,
		version: row.version,
		madeIn: row.made_in,
		replaces: row.replaces,
		goal: row.goal,
		proposedAt: row.proposed_at,
		steps: steps.filter(({ agreement }) => agreement === row.id).map(({ step }) => step),
		lookBacks: lookBacks.filter(({ agreement }) => agreement === row.id).map(({ lookBack }) => lookBack)
	}));
}

/** Hold this agreement until the transaction ends: who comes at the same moment waits, and then reads what we left. */
export async function hold(db: Db, ctx: Ctx, id: AgreementId) {
	await db
		.withTables<Tables>()
		.selectFrom('agreements.agreement')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.forUpdate()
		.select('id')
		.execute();
}

export async function add(db: Db, ctx: Ctx, agreement: Agreement) {
	const { owner } = agreement;
	await db
		.withTables<Tables>()
		.insertInto('agreements.agreement')
		.values({
			school_id: ctx.school,
			id: agreement.id,
			pupil_id: agreement.pupil,
			kind: agreement.kind,
			owner_person_id: 'person' in owner ? owner.person : null,
			owner_household_id: 'household' in owner ? owner.household : null,
			proposer_id: agreement.proposer,
			audience: agreement.audience,
			state: agreement.state,
			wording: 1,
			evaluate_on: agreement.evaluateOn,
			round: agreement.round,
			version: agreement.version,
			made_in: agreement.madeIn,
			replaces: agreement.replaces,
			goal: agreement.goal,
			proposed_at: agreement.proposedAt
		})
		.execute();
	await past.addWording(db, ctx, agreement, 1);
	await past.addStep(db, ctx, agreement);
}

/** Write the move that `before` became `after` by: the new step, and beside what stands another wording or look back. */
export async function save(db: Db, ctx: Ctx, before: Agreement, after: Agreement) {
	const reworded = after.wording !== before.wording;
	const { wording } = await db
		.withTables<Tables>()
		.updateTable('agreements.agreement')
		.set((column) => ({
			state: after.state,
			evaluate_on: after.evaluateOn,
			round: after.round,
			version: after.version,
			wording: reworded ? column('wording', '+', 1) : column.ref('wording')
		}))
		.where('school_id', '=', ctx.school)
		.where('id', '=', after.id)
		.returning('wording')
		.executeTakeFirstOrThrow();
	if (reworded) await past.addWording(db, ctx, after, wording);
	await past.addStep(db, ctx, after);
	for (const lookBack of after.lookBacks)
		if (!before.lookBacks.includes(lookBack)) await past.saveLookBack(db, ctx, after.id, lookBack);
}
