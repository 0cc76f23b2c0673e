import { addDays, weekday, type Day } from '#platform/time.ts';
import { byDay, type DaysOff, type Holiday, type HolidayId, type NewHoliday } from './holiday.ts';

/** What is done to the calendar of a school year. */
export type CalendarDeed =
	| { do: 'add'; holiday: NewHoliday; id: HolidayId }
	| { do: 'alter'; holiday: Pick<NewHoliday, 'name' | 'firstDay' | 'lastDay'>; id: HolidayId }
	| { do: 'remove'; id: HolidayId }
	| { do: 'restore'; national: readonly Holiday[] };

/** The calendar as it stands after it; undefined: it is about a holiday that is not there. */
export function afterDeed(holidays: readonly Holiday[], deed: CalendarDeed): Holiday[] | undefined {
	if (deed.do === 'add') return [...holidays, { ...deed.holiday, id: deed.id }].sort(byDay);
	if (deed.do === 'restore') return [...holidays.filter(({ national }) => !national), ...deed.national].sort(byDay);
	const found = holidays.find(({ id }) => id === deed.id);
	if (!found) return undefined;
	const others = holidays.filter((holiday) => holiday !== found);
	if (deed.do === 'remove') return others;
	const { name, firstDay, lastDay } = deed.holiday;
	return [...others, { ...found, name, firstDay, lastDay, kind: kindOf(deed.holiday) }].sort(byDay);
}

/** From a whole week of school on it is a holiday; shorter, a day off or some. */
export function kindOf({ firstDay, lastDay }: DaysOff): Holiday['kind'] {
	let days = 0;
	for (let day = firstDay; day <= lastDay && days < 5; day = addDays(day, 1)) if (weekday(day) < 6) days++;
	return days < 5 ? 'free' : 'holiday';
}

/** Everything from the first to the last day that one of two calendars closes; undefined: nothing. */
export function reach(holidays: readonly DaysOff[]): DaysOff | undefined {
	if (!holidays.length) return undefined;
	const first = holidays.map(({ firstDay }) => firstDay).sort()[0] as Day;
	const last = holidays
		.map(({ lastDay }) => lastDay)
		.sort()
		.at(-1) as Day;
	return { firstDay: first, lastDay: last };
}
