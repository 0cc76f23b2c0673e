import { daysOffIn } from '#modules/cycle/year/calendars.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { Year } from './moment.ts';
import * as store from './year.store.server.ts';

/** The school year by which contact is kept: its days off, and when report cards are talked about. */
export async function yearIn(db: Db, ctx: Ctx): Promise<Year & { name: string }> {
	const year = await store.findYear(db, ctx);
	const holidays = await daysOffIn(db, ctx, year.firstDay, year.lastDay);
	return { ...year, holidays, reports: await store.findReports(db, ctx, year) };
}
