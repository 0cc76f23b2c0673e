import * as families from '#modules/people/families.server.ts';
import { mayPlan } from '#modules/cycle/round.access.ts';
import type { Round } from '#modules/cycle/round.ts';
import * as roundStore from '#modules/cycle/round.store.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import { no, ok } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { bandOf, metBy } from './band.ts';
import { calendarIn } from './calendars.server.ts';
import { within } from './holiday.ts';
import { standingOnDaysOffIn } from './met.server.ts';
import { findMoments } from './moment.store.server.ts';
import { beginOf, nameOfYear, yearAfter, yearNamed, yearOn, type SchoolYear } from './school-year.ts';
import { weeksOf } from './school-week.ts';
import * as store from './year.store.server.ts';

/** The year as it is drawn: rounds, holidays and moments by week; and what in it asks for attention. */
export function get(ctx: Ctx, name?: string) {
	return read(ctx, async (db) => {
		if (!mayPlan(ctx)) return no('missing');
		const known = await store.findYears(db, ctx);
		const today = yearOn(dayOf(ctx.now), known);
		const year = name ? yearNamed(name, known) : today;
		const calendar = await calendarIn(db, ctx, year);
		const weeks = weeksOf(year, calendar.holidays);
		const names = new Map((await families.groupsIn(db, ctx)).map((group) => [group.id, group.name]));
		const rounds = (await roundsIn(db, ctx, year)).map((round) => ({
			...round,
			of: round.groups.flatMap((group) => names.get(group) ?? []),
			met: metBy(round, calendar.holidays)
		}));
		const moments = await findMoments(db, ctx, year.name);
		const before = yearNamed(nameOfYear(beginOf(year.name) - 1), known);
		return ok({
			year,
			years: choosable(today, known),
			calendar,
			rounds,
			moments,
			months: bandOf(weeks, { rounds, moments, holidays: calendar.holidays }, dayOf(ctx.now)),
			weeksOfSchool: weeks.filter(({ number }) => number !== null).length,
			onDaysOff: await standingOnDaysOffIn(db, ctx, calendar.holidays),
			hadRounds: (await roundsIn(db, ctx, before)).length > 0,
			region: await store.findRegion(db, ctx)
		});
	});
}
export type YearPage = Extract<Awaited<ReturnType<typeof get>>, { ok: true }>['value'];

/** Rounds whose window lies in this year, the earliest first. */
export async function roundsIn(db: Db, ctx: Ctx, { startsOn, endsOn }: SchoolYear): Promise<Round[]> {
	const all = await roundStore.findAll(db, ctx);
	return within({ firstDay: startsOn, lastDay: endsOn }, all).toReversed();
}

/** The years school keeps, and the one after the present. */
function choosable(today: SchoolYear, known: readonly SchoolYear[]) {
	return [...new Set([...known.map(({ name }) => name), today.name, yearAfter(today.name)])].sort();
}
