/** A calendar day at school, `2026-09-22`. */
export type Day = string & { readonly __day: never };
/** A wall-clock time at school, `15:45`. */
export type Time = string & { readonly __time: never };

const zone = 'Europe/Amsterdam';
const parts = new Intl.DateTimeFormat('en-CA', {
	timeZone: zone,
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23'
});

const minute = 60_000;

const hour = 60 * minute;
/** Since then the clocks of this zone have only changed on the hour. */
const wholeHours = Date.UTC(1970, 0, 1);
const mostHours = 5_000;
const offsets = new Map<number, number>();

/** The day and time that the clock on the wall of a Dutch school shows at `moment`. */
export function wallClock(moment: Date): { day: Day; time: Time } {
	const at = moment.getTime();
	if (!(at >= wholeHours)) return read(moment);
	const shown = new Date(at + offsetAt(at - (at % hour))).toISOString();
	return { day: shown.slice(0, -14) as Day, time: shown.slice(-13, -8) as Time };
}

/** What that clock is ahead, in the hour that begins at `begin`: a page asks it for the same hours again and again. */
function offsetAt(begin: number): number {
	const known = offsets.get(begin);
	if (known !== undefined) return known;
	const { day, time } = read(new Date(begin));
	const offset = Date.parse(`${day}T${time}:00Z`) - begin;
	if (offsets.size >= mostHours) offsets.clear();
	offsets.set(begin, offset);
	return offset;
}

function read(moment: Date): { day: Day; time: Time } {
	const at = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]));
	return { day: `${at.year}-${at.month}-${at.day}` as Day, time: `${at.hour}:${at.minute}` as Time };
}

export function dayOf(moment: Date): Day {
	return wallClock(moment).day;
}

/** The moment at which that clock shows `day` `time`. In the hour skipped in spring: an hour later; doubled in autumn: the first. */
export function momentOf(day: Day, time: Time): Date {
	const asUtc = Date.parse(`${day}T${time}:00Z`);
	const [summer, winter] = [2, 1].map((hours) => new Date(asUtc - hours * 60 * minute)) as [Date, Date];
	const shown = wallClock(summer);
	return shown.day === day && shown.time === time ? summer : winter;
}

export function addMinutes(moment: Date, minutes: number): Date {
	return new Date(moment.getTime() + minutes * minute);
}

export function addDays(day: Day, days: number): Day {
	const moved = new Date(`${day}T12:00:00Z`);
	moved.setUTCDate(moved.getUTCDate() + days);
	return moved.toISOString().slice(0, 10) as Day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / (24 * 60 * minute));
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(day: Day): number {
	return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

/** A day from outside, or undefined when it is not one (2026-02-30). */
export function asDay(text: unknown): Day | undefined {
	if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
	const parsed = new Date(`${text}T12:00:00Z`);
	return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text) ? (text as Day) : undefined;
}

/** A time from outside, or undefined when it is not one (24:00). */
export function asTime(text: unknown): Time | undefined {
	return typeof text === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as Time) : undefined;
}
