import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { AgreementId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Tables } from './agreement.store.server.ts';

export async function findDue(db: Db, ctx: Ctx, day: Day): Promise<AgreementId[]> {
	const rows = await agreedWordings(db, ctx)
		.where('w.due_on', '=', day)
		.where('w.cadence', 'is', null)
		.select('a.id')
		.execute();
	return rows.map(({ id }) => id);
}

export async function findToEvaluate(db: Db, ctx: Ctx, day: Day): Promise<AgreementId[]> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('agreements.agreement')
		.where('school_id', '=', ctx.school)
		.where('evaluate_on', '=', day)
		.where('state', '=', 'agreed')
		.select('id')
		.execute();
	return rows.map(({ id }) => id);
}

/** What runs in a rhythm that can be counted, unless they agreed not to remind each other. */
export async function findRhythms(db: Db, ctx: Ctx): Promise<AgreementId[]> {
	const rows = await agreedWordings(db, ctx)
		.where('w.cadence', 'is not', null)
		.where('w.remind', '<>', 'never')
		.select('a.id')
		.execute();
	return rows.map(({ id }) => id);
}

/** The words that stand now, of what was agreed. */
function agreedWordings(db: Db, ctx: Ctx) {
	return db
		.withTables<Tables>()
		.selectFrom('agreements.wording as w')
		.innerJoin('agreements.agreement as a', (join) =>
			join
				.onRef('a.school_id', '=', 'w.school_id')
				.onRef('a.id', '=', 'w.agreement_id')
				.onRef('a.wording', '=', 'w.number')
		)
		.where('w.school_id', '=', ctx.school)
		.where('a.state', '=', 'agreed');
}
