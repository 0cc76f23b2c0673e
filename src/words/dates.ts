import type { Language } from '#platform/ctx.ts';
import type { Day, Time } from '#platform/time.ts';

/** Days and times as people say them, always of the clock at a Dutch school, wherever the reader or the machine is. */
const timeZone = 'Europe/Amsterdam';
/** Papers speak Arabic as well. */
type Spoken = Language | 'ar';
const locales: Record<Spoken, string> = { nl: 'nl-NL', en: 'en-GB', ar: 'ar' };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Spoken, name: string, options: Intl.DateTimeFormatOptions) {
	const key = `${language} ${name}`;
	const made = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone, ...options });
	formats.set(key, made);
	return made;
}

/** `donderdag 3 december`; with `year` for what lies further away: `donderdag 3 december 2026`. */
export function sayDay(at: Date | Day, language: Spoken, { year = false } = {}): string {
	const options = {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		...(year ? { year: 'numeric' as const } : {})
	} as const;
	return format(language, `day${year}`, options).format(asMoment(at)).replace(',', '');
}

/** `do 3 dec`, for where there is little room. */
export function sayShortDay(at: Date | Day, language: Language): string {
	const options = { weekday: 'short', day: 'numeric', month: 'short' } as const;
	return format(language, 'short', options).format(asMoment(at)).replace(',', '').replace('.', '');
}

/** `3 december`, for where the day of the week stands beside it. */
export function sayDate(at: Date | Day, language: Language): string {
	return format(language, 'date', { day: 'numeric', month: 'long' }).format(asMoment(at));
}

/** `september 2026`, of a month as `2026-09`; `short`: `sep`. */
export function sayMonth(month: string, language: Language, { short = false } = {}): string {
	const options = short ? ({ month: 'short' } as const) : ({ month: 'long', year: 'numeric' } as const);
	return format(language, `month${short}`, options).format(new Date(`${month}-15T12:00:00Z`));
}

/** `15.45 uur`, in English `15:45`. */
export function sayTime(at: Date, language: Spoken): string {
	const time = sayClock(at, language);
	return language === 'nl' ? `${time} uur` : time;
}

/** `15.45`, for where the reader sees that it is a time. */
export function sayClock(at: Date, language: Spoken): string {
	const time = format(language, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
	return language === 'nl' ? time.replace(':', '.') : time;
}

/** `donderdag 3 december, 15.45 uur`. */
export function sayMoment(at: Date, language: Spoken): string {
	return `${sayDay(at, language)}, ${sayTime(at, language)}`;
}

/** `15.45–16.00 uur`. */
export function saySpan(from: Date, to: Date, language: Spoken): string {
	return `${sayClock(from, language)}–${sayTime(to, language)}`;
}

/** A time of the wall clock that belongs to no day: `19.30 uur`, in English `19:30`. */
export function sayClockTime(time: Time, language: Language): string {
	return language === 'nl' ? `${time.replace(':', '.')} uur` : time;
}

/** `dinsdag`, by its number in the week: 1 is Monday. `short`: `di`. */
export function sayWeekday(weekday: number, language: Language, { short = false } = {}): string {
	const monday = Date.UTC(2024, 0, 1, 12);
	const at = new Date(monday + (weekday - 1) * 24 * 3_600_000);
	return format(language, `weekday${short}`, { weekday: short ? 'short' : 'long' }).format(at);
}

/** A day without a time stands for its noon, so that no zone can make it another day. */
function asMoment(at: Date | Day) {
	return typeof at === 'string' ? new Date(`${at}T12:00:00Z`) : at;
}
