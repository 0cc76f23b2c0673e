import type { Region } from '#modules/people/school.ts';
import { addDays, weekday, type Day } from '#platform/time.ts';
import { easterOf, firstSummer, nationalKeys, nationalYears, type NationalKey, type Spread } from './national.ts';
import { beginOf, yearBefore, type SchoolYear } from './school-year.ts';

export type HolidayId = string & { readonly __holiday: never };

export const holidayKinds = ['holiday', 'free'] as const;
/** Weeks in which nobody is at school, or a single day off: a study day, a feast. */
export type HolidayKind = (typeof holidayKinds)[number];

export type DaysOff = { firstDay: Day; lastDay: Day };
/** Days on which this school is closed; the last day is one of them. */
export type Holiday = DaysOff & {
	id: HolidayId;
	kind: HolidayKind;
	/** Which of the national ones it is; null: the school's own. */
	national: NationalKey | null;
	/** Empty: it is called as the whole country calls it. */
	name: string;
};
/** The same before it is in the calendar of a school. */
export type NewHoliday = Omit<Holiday, 'id'>;

/** What the country has off in this school year in this region; empty when its dates are not known here yet. */
export function nationalHolidays(year: Pick<SchoolYear, 'name'>, region: Region | null): NewHoliday[] {
	if (!region) return [];
	const before = yearBefore(year.name);
	const summer = before === firstSummer.year ? firstSummer.summer : nationalYears[before]?.summer;
	const periods: Partial<Record<NationalKey, Spread>> = { ...nationalYears[year.name], 'summer-before': summer };
	const found = nationalKeys.flatMap((national): NewHoliday[] => {
		const [firstDay, lastDay] = periods[national]?.[region] ?? [];
		return firstDay && lastDay
			? [{ kind: 'holiday', national, name: '', firstDay: firstDay as Day, lastDay: lastDay as Day }]
			: [];
	});
	return [...found, ...feasts(year)].sort(byDay);
}

/** Feasts on which every school is closed; those on a Saturday or Sunday left out. */
function feasts({ name }: Pick<SchoolYear, 'name'>): NewHoliday[] {
	const spring = beginOf(name) + 1;
	const easter = easterOf(spring);
	// On a Sunday the king's day is kept the day before.
	const kings = `${spring}-04-27` as Day;
	const days: [NationalKey, Day][] = [
		['easter-monday', addDays(easter, 1)],
		['kings-day', weekday(kings) === 7 ? addDays(kings, -1) : kings],
		['ascension', addDays(easter, 39)],
		['whit-monday', addDays(easter, 50)]
	];
	return days
		.filter(([, day]) => weekday(day) < 6)
		.map(([national, day]) => ({ kind: 'free', national, name: '', firstDay: day, lastDay: day }));
}

export function byDay(a: DaysOff, b: DaysOff) {
	return a.firstDay === b.firstDay ? a.lastDay.localeCompare(b.lastDay) : a.firstDay < b.firstDay ? -1 : 1;
}

export function isOff(day: Day, off: readonly DaysOff[]) {
	return off.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
}

/** Children are at school: no weekend, no holiday, no day off. */
export function isSchoolDay(day: Day, off: readonly DaysOff[]) {
	return weekday(day) < 6 && !isOff(day, off);
}

/** The holidays in which a window lies, as a whole or for a part. */
export function within<H extends DaysOff>({ firstDay, lastDay }: DaysOff, holidays: readonly H[]): H[] {
	return holidays.filter((holiday) => holiday.firstDay <= lastDay && firstDay <= holiday.lastDay);
}

/** No school at all in these days: nobody can talk in them. */
export function isClosedThroughout({ firstDay, lastDay }: DaysOff, off: readonly DaysOff[]) {
	for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) if (isSchoolDay(day, off)) return false;
	return true;
}

/** Is school open on this day as it was, and closed as it will be? */
export function becomesOff(day: Day, before: readonly DaysOff[], after: readonly DaysOff[]) {
	return isOff(day, after) && !isOff(day, before);
}
