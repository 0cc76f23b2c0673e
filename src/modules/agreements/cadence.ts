import { addDays, daysBetween, weekday, type Day, type Time } from '#platform/time.ts';

export const partsOfDay = ['morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/** A rhythm that can be counted: on which days, or so many times a week, every so many weeks. */
export type Cadence = {
	/** ISO weekdays, Monday first; empty: on any day, `times` a week. */
	days: readonly number[];
	times: number;
	/** Every week, or every so many; counted from the week of `from`. */
	weeks: number;
	part: PartOfDay | null;
	at: Time | null;
	minutes: number | null;
	/** The first day it may be for. Null only until it is proposed: it starts on that day then. */
	from: Day | null;
};

export const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;
export const schoolDays = [1, 2, 3, 4, 5] as const;
export const mostTimes = 7;
export const mostWeeks = 4;
export const mostMinutes = 240;

export function mondayOf(day: Day): Day {
	return addDays(day, 1 - weekday(day));
}

export function sundayOf(day: Day): Day {
	return addDays(mondayOf(day), 6);
}

/** What has no first day yet starts today. */
export function startedOn<Words extends { cadence?: Cadence | null }>(wording: Words, today: Day): Words {
	const { cadence } = wording;
	return cadence && !cadence.from ? { ...wording, cadence: { ...cadence, from: today } } : wording;
}

/** Does the rhythm come back in the week of this day? */
export function isItsWeek({ weeks, from }: Cadence, day: Day): boolean {
	if (!from) return true;
	const between = daysBetween(mondayOf(from), mondayOf(day)) / 7;
	return between >= 0 && between % weeks === 0;
}

/**
 * The days it is for, from the first to the last one asked for. What has no days of its own stands on the Sunday of its week:
 * only then the week is over.
 */
export function occasionsIn(cadence: Cadence, first: Day, last: Day): Day[] {
	const days: Day[] = [];
	const on = cadence.days.length ? cadence.days : [7];
	const { from } = cadence;
	for (let day = from && first < from ? from : first; day <= last; day = addDays(day, 1)) {
		if (on.includes(weekday(day)) && isItsWeek(cadence, day)) days.push(day);
	}
	return days;
}

/** The first day it is for after `day`; undefined when that is later than `last`. */
export function nextAfter(cadence: Cadence, day: Day, last: Day): Day | undefined {
	const furthest = addDays(day, 7 * mostWeeks + 7);
	return occasionsIn(cadence, addDays(day, 1), furthest < last ? furthest : last)[0];
}
