import { addDays, weekday, type Day } from '#platform/time.ts';
import { isSchoolDay, type DaysOff } from './holiday.ts';
import type { SchoolYear } from './school-year.ts';

/** A week from Monday to Sunday. `number` counts the weeks in which there is school; null: there is none. */
export type SchoolWeek = { monday: Day; number: number | null };

/** All weeks of a school year; a week belongs to the year of its Thursday. */
export function weeksOf({ startsOn, endsOn }: SchoolYear, off: readonly DaysOff[]): SchoolWeek[] {
	const weeks: SchoolWeek[] = [];
	let number = 0;
	let thursday = addDays(startsOn, (11 - weekday(startsOn)) % 7);
	for (; thursday <= endsOn; thursday = addDays(thursday, 7)) {
		const monday = addDays(thursday, -3);
		const open = daysOf(monday).some((day) => isSchoolDay(day, off));
		weeks.push({ monday, number: open ? ++number : null });
	}
	return weeks;
}

export function daysOf(monday: Day): Day[] {
	return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days));
}

export function mondayOf(day: Day): Day {
	return addDays(day, 1 - weekday(day));
}

/** Where a day lies in its school year: in which week of school, on which day of it (1 is Monday). */
export type WeekPlace = { week: number; day: number };

/** `from`: a day without school counts as the first one after it; else as the last one before it. */
export function placeOf(day: Day, weeks: readonly SchoolWeek[], towards: 'from' | 'to'): WeekPlace | undefined {
	const here = weeks.find(({ monday }) => monday === mondayOf(day));
	if (here?.number) return { week: here.number, day: weekday(day) };
	const open = weeks.filter(({ number }) => number !== null);
	const next =
		towards === 'from' ? open.find(({ monday }) => monday > day) : open.findLast(({ monday }) => monday < day);
	return next?.number ? { week: next.number, day: towards === 'from' ? 1 : 5 } : undefined;
}

/** The day at this place in another year; on a day off the nearest school day in the direction of the window. */
export function dayAt(
	place: WeekPlace,
	weeks: readonly SchoolWeek[],
	off: readonly DaysOff[],
	towards: 'from' | 'to'
): Day | undefined {
	const week = weeks.find(({ number }) => number === place.week);
	if (!week) return undefined;
	const day = addDays(week.monday, place.day - 1);
	if (place.day > 5 || isSchoolDay(day, off)) return day;
	return schoolDay(day, off, towards === 'from' ? 1 : -1);
}

const longestSearch = 70;

/** The nearest day with school, forward (1) or back (-1), the day itself included. */
export function schoolDay(day: Day, off: readonly DaysOff[], step: 1 | -1): Day {
	for (let tries = 0; tries < longestSearch; tries++) {
		const here = addDays(day, step * tries);
		if (isSchoolDay(here, off)) return here;
	}
	return day;
}

/** The same number of school weeks later: Monday of that week. Undefined: the year is over by then. */
export function weeksLater(day: Day, weeks: readonly SchoolWeek[], later: number): Day | undefined {
	const place = placeOf(day, weeks, 'from');
	return place && weeks.find(({ number }) => number === place.week + later)?.monday;
}
