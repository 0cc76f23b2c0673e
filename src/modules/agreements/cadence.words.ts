import type { Language } from '#platform/ctx.ts';
import { sayClockTime, sayWeekday } from '#words/dates.ts';
import { sayList } from '#words/lists.ts';
import * as m from '#words/compiled/messages.js';
import type { Remind, Wording } from './agreement.ts';
import type { Often } from './cadence.input.ts';
import { everyDay, schoolDays, type Cadence, type PartOfDay } from './cadence.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

export const partWords: Record<PartOfDay, Words> = {
	morning: m.agreements_part_morning,
	afternoon: m.agreements_part_afternoon,
	evening: m.agreements_part_evening
};

const everyPart: Record<PartOfDay, Words> = {
	morning: m.agreements_every_morning,
	afternoon: m.agreements_every_afternoon,
	evening: m.agreements_every_evening
};

/** What stands in the list of the form. */
export const oftenWords: Record<Exclude<Often, ''> | 'none', Words> = {
	none: m.agreements_often_none,
	daily: m.agreements_every_day,
	school: m.agreements_every_school_day,
	days: m.agreements_often_days,
	times: m.agreements_often_times
};

export function weeksWords(weeks: number, language: Language): string {
	const locale = { locale: language };
	if (weeks === 1) return m.agreements_weeks_every({}, locale);
	return weeks === 2 ? m.agreements_weeks_other({}, locale) : m.agreements_weeks_count({ weeks }, locale);
}

export const remindWords: Record<Remind, Words> = {
	never: m.agreements_remind_never,
	weekly: m.agreements_remind_weekly,
	each: m.agreements_remind_each
};

/** `elke avond`, `op dinsdag en donderdag, 10 minuten`, `om de week op maandag`. */
export function sayCadence(cadence: Cadence, language: Language): string {
	const locale = { locale: language };
	const { minutes, at } = cadence;
	return [
		howOften(cadence, language),
		...(at ? [m.agreements_at_time({ time: sayClockTime(at, language) }, locale)] : []),
		...(minutes === 1 ? [m.agreements_one_minute({}, locale)] : []),
		...(minutes && minutes > 1 ? [m.agreements_minutes({ minutes }, locale)] : [])
	].join(', ');
}

/** The rhythm as it stands in the sentence: what can be counted first, then what people wrote beside it. */
export function sayRhythm({ cadence, rhythm }: Pick<Wording, 'cadence' | 'rhythm'>, language: Language): string {
	return [cadence ? sayCadence(cadence, language) : '', rhythm].filter(Boolean).join(', ');
}

function howOften({ days, times, weeks, part }: Cadence, language: Language): string {
	const locale = { locale: language };
	if (!days.length) {
		if (weeks > 1) return m.agreements_times_in_weeks({ times, weeks }, locale);
		return times === 1 ? m.agreements_once_a_week({}, locale) : m.agreements_times_a_week({ times }, locale);
	}
	const said = part ? partWords[part]({}, locale) : '';
	if (isSame(days, everyDay) && weeks === 1)
		return part ? everyPart[part]({}, locale) : m.agreements_every_day({}, locale);
	const on =
		isSame(days, schoolDays) && weeks === 1
			? m.agreements_every_school_day({}, locale)
			: m.agreements_on_days(
					{
						days: sayList(
							days.map((day) => sayWeekday(day, language)),
							language
						)
					},
					locale
				);
	const often =
		weeks === 1
			? on
			: weeks === 2
				? m.agreements_every_other_week({ on }, locale)
				: m.agreements_every_weeks({ weeks, on }, locale);
	return [often, said].filter(Boolean).join(' ');
}

function isSame(days: readonly number[], others: readonly number[]) {
	return days.length === others.length && others.every((day) => days.includes(day));
}
