import { mayPlan } from '#modules/cycle/round.access.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { afterDeed, type CalendarDeed } from './calendar.ts';
import { calendarIn, nationalFor } from './calendars.server.ts';
import type { Holiday, HolidayId, NewHoliday } from './holiday.ts';
import * as store from './holiday.store.server.ts';
import { metByChangeIn } from './met.server.ts';
import { yearNamed, type SchoolYear } from './school-year.ts';
import * as years from './year.store.server.ts';
import { nationalWords } from './year.words.ts';

export type HolidayReason = 'missing' | 'outside-year' | 'no-region' | 'in-the-way';
type Answer = Promise<Outcome<undefined, HolidayReason>>;
/** `anyway`: who adds it has seen which times of open rounds lie in it. */
type Sure = { anyway: boolean };

export function add(ctx: Ctx, year: string, holiday: NewHoliday, sure: Sure): Answer {
	return alterCalendar(ctx, year, 'holiday.added', { holiday }, sure);
}

export function alter(ctx: Ctx, year: string, id: HolidayId, holiday: NewHoliday, sure: Sure): Answer {
	return alterCalendar(ctx, year, 'holiday.altered', { holiday, id }, sure);
}

export function remove(ctx: Ctx, year: string, id: HolidayId): Answer {
	return alterCalendar(ctx, year, 'holiday.removed', { id }, { anyway: true });
}

/** The dates of the country again, for the region school is in now; what school added itself stays. */
export function restore(ctx: Ctx, year: string, sure: Sure): Answer {
	return alterCalendar(ctx, year, 'holidays.restored', 'restore', sure);
}

/** Which open rounds are met by what was answered with `in-the-way`: where, and whose talks. */
export function metBy(ctx: Ctx, year: string, asked: Asked) {
	return read(ctx, async (db) => {
		if (!mayPlan(ctx)) return no('missing');
		const { holidays } = await calendarIn(db, ctx, { name: year });
		const after = afterDeed(holidays, await deedIn(db, ctx, year, asked));
		return after ? ok(await metByChangeIn(db, ctx, holidays, after)) : no('missing');
	});
}

type Asked = 'restore' | { holiday: NewHoliday; id?: HolidayId } | { id: HolidayId };

async function deedIn(db: Db, ctx: Ctx, year: string, asked: Asked): Promise<CalendarDeed> {
	if (asked === 'restore')
		return { do: 'restore', national: nationalFor(ctx, { name: year }, await years.findRegion(db, ctx)) };
	if (!('holiday' in asked)) return { do: 'remove', id: asked.id };
	const { id, holiday } = asked;
	return id ? { do: 'alter', holiday, id } : { do: 'add', holiday, id: newId<HolidayId>() };
}

/** Read once, decide, write once. Before its first change the year is filled with the dates of the country. */
function alterCalendar(ctx: Ctx, name: string, fact: string, asked: Asked, { anyway }: Sure): Answer {
	return change<undefined, HolidayReason>(ctx, async (db) => {
		if (!mayPlan(ctx)) return no('missing');
		const year = yearNamed(name, await years.findYears(db, ctx));
		const { holidays } = await filledIn(db, ctx, year);
		const deed = await deedIn(db, ctx, name, asked);
		const after = afterDeed(holidays, deed);
		if (!after) return no('missing');
		if ('holiday' in deed && !isIn(year, deed.holiday)) return no('outside-year');
		if (deed.do === 'restore' && !deed.national.length) return no('no-region');
		if (!anyway && (await metByChangeIn(db, ctx, holidays, after)).length) return no('in-the-way');

		await write(db, ctx, year, deed, after);
		recordFact(db, ctx, fact, 'id' in deed ? deed.id : ctx.school, { year: name });
		return ok(undefined);
	});
}

async function write(db: Db, ctx: Ctx, { name }: SchoolYear, deed: CalendarDeed, after: readonly Holiday[]) {
	if (deed.do === 'add')
		await store.addHolidays(
			db,
			ctx,
			name,
			after.filter(({ id }) => id === deed.id)
		);
	if (deed.do === 'alter') {
		const altered = after.find(({ id }) => id === deed.id)!;
		const national = altered.national && nationalWords[altered.national]({}, { locale: ctx.language });
		await store.saveHoliday(db, ctx, { ...altered, name: altered.name === national ? '' : altered.name });
	}
	if (deed.do === 'remove') await store.removeHoliday(db, ctx, deed.id);
	if (deed.do === 'restore') {
		await store.removeNational(db, ctx, name);
		await store.addHolidays(db, ctx, name, deed.national);
		await store.saveRegion(db, ctx, name, await years.findRegion(db, ctx));
	}
}

async function filledIn(db: Db, ctx: Ctx, year: SchoolYear) {
	const kept = await calendarIn(db, ctx, year);
	if (kept.own || !(await store.addCalendar(db, ctx, year.name, kept.region))) return calendarIn(db, ctx, year);
	await store.addHolidays(db, ctx, year.name, kept.holidays);
	return kept;
}

/** A holiday may begin in the summer before the year, or end in the one after it. */
function isIn({ startsOn, endsOn }: SchoolYear, { firstDay, lastDay }: Pick<NewHoliday, 'firstDay' | 'lastDay'>) {
	return lastDay >= startsOn && firstDay <= endsOn;
}
