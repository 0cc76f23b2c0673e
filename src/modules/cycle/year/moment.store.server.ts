import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { MomentId, YearMoment } from './moment.ts';
import type { Tables } from './year.store.server.ts';

export function findMoments(db: Db, ctx: Ctx, year: string): Promise<YearMoment[]> {
	return db
		.withTables<Tables>()
		.selectFrom('cycle.year_moment')
		.where('school_id', '=', ctx.school)
		.where('year', '=', year)
		.select(['id', 'kind', 'words', 'day'])
		.orderBy('day')
		.orderBy('id')
		.execute();
}

export async function addMoment(db: Db, ctx: Ctx, year: string, moment: YearMoment) {
	await db
		.withTables<Tables>()
		.insertInto('cycle.year_moment')
		.values({ school_id: ctx.school, year, ...moment })
		.execute();
}

/** Whether there was such a moment. */
export async function removeMoment(db: Db, ctx: Ctx, id: MomentId): Promise<boolean> {
	const { numDeletedRows } = await db
		.withTables<Tables>()
		.deleteFrom('cycle.year_moment')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.executeTakeFirst();
	return numDeletedRows === 1n;
}
