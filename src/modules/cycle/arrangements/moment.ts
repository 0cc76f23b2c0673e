import { addDays, daysBetween, weekday, type Day } from '#platform/time.ts';
import { runningOn, type Arrangement } from './arrangement.ts';
import type { Form, Rhythm, Terms } from './terms.ts';

type Span = { first: Day; last: Day };
/** Days without school, the last one included. */
export type DaysOff = { firstDay: Day; lastDay: Day };

/** A school year as contact moments need it; `reports`: when the report cards are, as far as is known. */
export type Year = { firstDay: Day; lastDay: Day; holidays: readonly DaysOff[]; reports: readonly Day[] };

/** Who takes the first step. */
export type Starter = 'school' | 'home' | 'pupil';

/** *Contactmoment*: a time to be in touch, as the rhythm has it. It asks, and falls quiet by itself (handbook P9). */
export type Moment = {
	form: Form;
	/** The day of the rhythm: a holiday that is added later does not make it another moment. */
	fallsOn: Day;
	/** The first school day from then on. */
	due: Day;
	starter: Starter;
	asksFrom: Day;
	asksUntil: Day;
};

const asksBefore = 7;
const asksAfter = 21;

const timesAYear: Partial<Record<Rhythm, number>> = { year: 1, 'half-year': 2, quarter: 4 };

/** Every contact moment of what was agreed, the first one first. */
export function momentsOf(arrangement: Pick<Arrangement, 'agreed'>, year: Year): Moment[] {
	const { agreed } = arrangement;
	if (!agreed) return [];
	const { terms, on } = agreed;
	const last = terms.until < year.lastDay ? terms.until : year.lastDay;
	return terms.ways
		.flatMap(({ form, rhythm }) => {
			const days = daysOf(rhythm, { first: on, last }, year);
			return days.map(({ fallsOn, due }, nth): Moment => {
				const next = days[nth + 1]?.due;
				const quiet = addDays(due, asksAfter);
				const beforeNext = next && addDays(next, -asksBefore - 1);
				return {
					...{ form, fallsOn, due },
					starter: starterOf(terms, form, nth),
					asksFrom: addDays(due, -asksBefore),
					asksUntil: beforeNext && beforeNext < quiet ? beforeNext : quiet
				};
			});
		})
		.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** What asks on this day: one moment of each form at most, and none of what no longer runs. */
export function askingOn(arrangement: Pick<Arrangement, 'agreed'>, year: Year, day: Day): Moment[] {
	if (!runningOn(arrangement, day)) return [];
	return momentsOf(arrangement, year).filter(({ asksFrom, asksUntil }) => asksFrom <= day && day <= asksUntil);
}

/** The next moment of each form, from this day on. */
export function nextFrom(arrangement: Pick<Arrangement, 'agreed'>, year: Year, day: Day): Moment[] {
	const coming = momentsOf(arrangement, year).filter(({ due }) => due >= day);
	return coming.filter(({ form }, at) => coming.findIndex((one) => one.form === form) === at);
}

/**
 * A home visit is the family's to take: school never begins about one (handbook §4.1). In turn, school takes the first
 * first step (P9).
 */
export function starterOf({ initiative }: Pick<Terms, 'initiative'>, form: Form, nth: number): Starter {
	if (form === 'home-visit' && initiative !== 'pupil') return 'home';
	if (initiative !== 'in-turn') return initiative;
	return nth % 2 ? 'home' : 'school';
}

type Talk = { kind: string; place: string; minutes: number; pupilInvited: boolean; day: Day };

/** A talk that is planned or was held around that time is that moment: nothing asks for a second one. */
export function isServedBy({ form, due }: Pick<Moment, 'form' | 'due'>, { day, ...talk }: Talk): boolean {
	const near = Math.abs(daysBetween(due, day)) <= asksAfter;
	return near && serves[form](talk);
}

const serves: Record<Form, (talk: Omit<Talk, 'day'>) => boolean> = {
	talk: ({ place, minutes }) => (place === 'school' || place === 'online') && minutes >= 20,
	'home-visit': ({ kind }) => kind === 'home-visit',
	phone: ({ place }) => place === 'phone',
	mail: () => false,
	'report-card': ({ kind }) => kind === 'report-card',
	presentation: ({ kind, pupilInvited }) => pupilInvited && (kind === 'report-card' || kind === 'progress')
};

/** Is this a day on which school is open, as far as is known? */
export function isSchoolDay(day: Day, { holidays }: Pick<Year, 'holidays'>): boolean {
	return weekday(day) <= 5 && !holidays.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
}

/** The first school day from `day` on, and when that is after `last`, the last one before. */
export function schoolDayNear(day: Day, { first, last }: Span, year: Pick<Year, 'holidays'>): Day | undefined {
	for (let near = day; near <= last; near = addDays(near, 1)) if (isSchoolDay(near, year)) return near;
	for (let near = day; near > first; near = addDays(near, -1)) if (near <= last && isSchoolDay(near, year)) return near;
	return undefined;
}

/** So many school days after a day: a promise of three days from Friday is for Wednesday. */
export function afterSchoolDays(day: Day, count: number, year: Pick<Year, 'holidays'>): Day {
	let found = day;
	for (let left = count; left > 0;) {
		found = addDays(found, 1);
		if (isSchoolDay(found, year)) left--;
	}
	return found;
}

function daysOf(rhythm: Rhythm, span: Span, year: Year): Pick<Moment, 'fallsOn' | 'due'>[] {
	const found = fallsOf(rhythm, span, year).flatMap((fallsOn) => {
		const due = schoolDayNear(fallsOn, span, year);
		return due ? [{ fallsOn, due }] : [];
	});
	// Two that a holiday pushes onto one day are one.
	return found.filter(({ due }, at) => found.findIndex((one) => one.due === due) === at);
}

/** The days of the rhythm itself, after the first and up to the last day. */
function fallsOf(rhythm: Rhythm, { first, last }: Span, { firstDay, lastDay, reports }: Year): Day[] {
	if (rhythm === 'report') return reports.filter((day) => first < day && day <= last);
	const days = daysBetween(first, last);
	if (days <= 0) return [];
	const times = timesAYear[rhythm];
	if (times) {
		// Who agrees on it halfway through the year has half of them, and one at least.
		const whole = Math.max(1, daysBetween(firstDay, lastDay));
		const count = Math.max(1, Math.round((times * days) / whole));
		return Array.from({ length: count }, (_, nth) => addDays(first, Math.floor(((nth + 0.5) * days) / count)));
	}
	const step = 7 * Number(rhythm.slice('weeks-'.length));
	return Array.from({ length: Math.floor(days / step) }, (_, nth) => addDays(first, step * (nth + 1)));
}
