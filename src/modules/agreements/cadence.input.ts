import { asDay, asTime } from '#platform/time.ts';
import type { InputReason } from './agreement.input.ts';
import { everyDay, mostMinutes, mostTimes, mostWeeks, partsOfDay, schoolDays, type Cadence } from './cadence.ts';

/** How often, as the form asks it. Empty: not on fixed days. */
export const oftens = ['', 'daily', 'school', 'days', 'times'] as const;
export type Often = (typeof oftens)[number];

/** What stands in a field, on its way from a form or while somebody still types. */
type Typed = (name: string) => unknown;

/** The rhythm of the form; null when none was chosen. */
export function readCadence(get: Typed, errors: Record<string, InputReason> = {}): Cadence | null {
	const often = oftens.find((one) => one === get('often'));
	if (!often) return null;
	const days = daysOf(often, get);
	const [times, minutes, weeks] = [count(get, 'times'), count(get, 'minutes'), count(get, 'weeks')];
	const at = asTime(get('at'));
	if (often === 'days' && !days.length) errors.often = 'missing-days';
	if (often === 'times' && (!times || times > mostTimes)) errors.times = 'missing-times';
	if (get('at') && !at) errors.at = 'no-time';
	if (get('minutes') && (!minutes || minutes > mostMinutes)) errors.minutes = 'no-minutes';
	return {
		days,
		times: often === 'times' ? (times ?? 0) : 0,
		weeks: Math.min(Math.max(weeks ?? 1, 1), mostWeeks),
		part: partsOfDay.find((one) => one === get('part')) ?? null,
		at: at ?? null,
		minutes: minutes ?? null,
		from: asDay(get('from')) ?? null
	};
}

/** The same as the form holds it. */
export function typedCadence(cadence: Cadence | null): Record<string, string> {
	const names = Object.fromEntries(everyDay.map((day) => [`day${day}`, cadence?.days.includes(day) ? 'yes' : '']));
	return {
		...names,
		often: cadence ? oftenOf(cadence) : '',
		times: cadence?.times ? String(cadence.times) : '',
		weeks: String(cadence?.weeks ?? 1),
		part: cadence?.part ?? '',
		at: cadence?.at ?? '',
		minutes: cadence?.minutes ? String(cadence.minutes) : '',
		from: cadence?.from ?? ''
	};
}

function oftenOf({ days }: Cadence): Often {
	if (!days.length) return 'times';
	if (days.length === everyDay.length) return 'daily';
	return days.join() === schoolDays.join() ? 'school' : 'days';
}

function daysOf(often: Often, get: Typed): readonly number[] {
	if (often === 'daily') return everyDay;
	if (often === 'school') return schoolDays;
	return often === 'days' ? everyDay.filter((day) => get(`day${day}`) === 'yes') : [];
}

function count(get: Typed, name: string): number | undefined {
	const typed = String(get(name) ?? '').trim();
	return /^\d{1,3}$/.test(typed) ? Number(typed) : undefined;
}
