import { no, ok, type Outcome } from '#platform/outcome.ts';
import { asDay, daysBetween } from '#platform/time.ts';
import { kindOf } from './calendar.ts';
import type { NewHoliday } from './holiday.ts';

export type HolidayField = 'name' | 'firstDay' | 'lastDay';
export type HolidayFault = 'name-missing' | 'name-too-long' | 'first-day-missing' | 'last-before-first' | 'too-long';
export type HolidayFaults = Partial<Record<HolidayField, HolidayFault>>;

export const longestName = 60;
const longestHoliday = 70;

/** A form becomes days off; without a last day it is one day. */
export function parseHoliday(form: FormData): Outcome<NewHoliday, 'faults'> & { faults?: HolidayFaults } {
	const name = String(form.get('name') ?? '').trim();
	const firstDay = asDay(form.get('firstDay'));
	const lastTyped = String(form.get('lastDay') ?? '').trim();
	const lastDay = lastTyped ? asDay(lastTyped) : firstDay;

	const faults: HolidayFaults = {};
	if (!name) faults.name = 'name-missing';
	if (name.length > longestName) faults.name = 'name-too-long';
	if (!firstDay) faults.firstDay = 'first-day-missing';
	if (firstDay && (!lastDay || lastDay < firstDay)) faults.lastDay = 'last-before-first';
	else if (firstDay && lastDay && daysBetween(firstDay, lastDay) > longestHoliday) faults.lastDay = 'too-long';

	if (Object.keys(faults).length || !firstDay || !lastDay) return { ...no('faults'), faults };
	const span = { firstDay, lastDay };
	return ok({ ...span, kind: kindOf(span), national: null, name });
}
