import { addDays, type Day } from '#platform/time.ts';
import { isClosedThroughout, within, type DaysOff, type Holiday } from './holiday.ts';
import type { YearMoment } from './moment.ts';
import type { SchoolWeek } from './school-week.ts';

/** One week of the year as it is drawn and read: what is planned in it, and why there is no school. */
export type BandWeek<R extends DaysOff> = SchoolWeek & {
	sunday: Day;
	rounds: R[];
	moments: YearMoment[];
	holidays: Holiday[];
	/** There is school, and nothing is planned. */
	quiet: boolean;
	/** Today lies in it. */
	now: boolean;
};
export type BandMonth<R extends DaysOff> = { month: string; weeks: BandWeek<R>[] };

/** The school year by months, each with its weeks; a week stands in the month of its Thursday. */
export function bandOf<R extends DaysOff>(
	weeks: readonly SchoolWeek[],
	{ rounds, moments, holidays }: { rounds: readonly R[]; moments: readonly YearMoment[]; holidays: readonly Holiday[] },
	today: Day
): BandMonth<R>[] {
	const months: BandMonth<R>[] = [];
	for (const week of weeks) {
		const sunday = addDays(week.monday, 6);
		const span = { firstDay: week.monday, lastDay: sunday };
		const here = {
			rounds: within(span, rounds),
			moments: moments.filter(({ day }) => week.monday <= day && day <= sunday),
			// A holiday begins on a Saturday: the week before it has lost nothing.
			holidays: within({ ...span, lastDay: addDays(week.monday, 4) }, holidays)
		};
		const quiet = week.number !== null && !here.rounds.length && !here.moments.length;
		const month = addDays(week.monday, 3).slice(0, 7);
		const drawn = { ...week, ...here, sunday, quiet, now: week.monday <= today && today <= sunday };
		if (months.at(-1)?.month === month) months.at(-1)!.weeks.push(drawn);
		else months.push({ month, weeks: [drawn] });
	}
	return months;
}

/** Weeks that are read as one line: quiet ones after each other, and a holiday of several weeks. */
export type BandLine<R extends DaysOff> = { what: 'quiet' | 'closed' | 'planned'; weeks: BandWeek<R>[] };

export function linesOf<R extends DaysOff>(weeks: readonly BandWeek<R>[]): BandLine<R>[] {
	const lines: BandLine<R>[] = [];
	for (const week of weeks) {
		const what = whatIs(week);
		const last = lines.at(-1);
		if (last && what !== 'planned' && last.what === what) last.weeks.push(week);
		else lines.push({ what, weeks: [week] });
	}
	return lines;
}

function whatIs<R extends DaysOff>({ number, quiet, rounds, moments, holidays }: BandWeek<R>) {
	if (rounds.length || moments.length) return 'planned';
	if (number === null) return 'closed';
	return quiet && !holidays.length ? 'quiet' : 'planned';
}

/** What a round meets: days off in its window, and whether nobody is at school in all of it. */
export function metBy(window: DaysOff, holidays: readonly Holiday[]) {
	const off = within(window, holidays);
	return { off, closed: off.length > 0 && isClosedThroughout(window, holidays) };
}

/** What lies near each other gets a lane of its own, so that no bar and no word lies over another. */
export function lanesOf<T extends DaysOff>(things: readonly T[], wordDays: number): { thing: T; lane: number }[] {
	const ends: Day[] = [];
	return [...things]
		.sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1))
		.map((thing) => {
			const free = ends.findIndex((end) => end < thing.firstDay);
			const lane = free < 0 ? ends.length : free;
			ends[lane] = addDays(thing.lastDay, wordDays);
			return { thing, lane };
		});
}
