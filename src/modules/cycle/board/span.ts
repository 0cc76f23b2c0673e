import { addDays, addMinutes, type Day, momentOf, type Time, wallClock } from '#platform/time.ts';

/** A stretch of one day, in minutes of the clock on the wall; `day` is a place in a list of days. */
export type Span = { day: number; from: number; to: number };

type Stretch = { startsAt: Date; endsAt: Date };

const wholeDay = 24 * 60;

/** A round has a few hundred moments, asked for thousands of times; asking a calendar each time is slow. */
const known = new Map<number, { day: Day; minute: number }>();
const mostKnown = 5_000;

function clockAt(moment: Date) {
	const found = known.get(moment.getTime());
	if (found) return found;
	const { day, time } = wallClock(moment);
	const clock = { day, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) };
	if (known.size >= mostKnown) known.clear();
	known.set(moment.getTime(), clock);
	return clock;
}

/** Minutes after midnight on the clock of the school, also on the days on which it changes. */
export function minuteOf(moment: Date): number {
	return clockAt(moment).minute;
}

/** The day on which that clock shows this moment. */
export function dayAt(moment: Date): Day {
	return clockAt(moment).day;
}

/** The moment at which that clock shows this minute of the day. */
export function momentAt(day: Day, minute: number): Date {
	const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
	return momentOf(day, `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` as Time);
}

/** A stretch as the days it falls on; what falls outside `days` is left out. */
export function spansOf({ startsAt, endsAt }: Stretch, days: readonly Day[]): Span[] {
	const spans: Span[] = [];
	const last = dayAt(addMinutes(endsAt, -1));
	for (let day = dayAt(startsAt); day <= last; day = addDays(day, 1)) {
		const at = days.indexOf(day);
		const from = day === dayAt(startsAt) ? minuteOf(startsAt) : 0;
		const to = day === dayAt(endsAt) ? minuteOf(endsAt) : wholeDay;
		if (at >= 0 && from < to) spans.push({ day: at, from, to });
	}
	return spans;
}

/** Those that touch or overlap as one, by day and time. */
export function merged(spans: readonly Span[]): Span[] {
	const sorted = spans.toSorted((a, b) => a.day - b.day || a.from - b.from);
	const whole: Span[] = [];
	for (const { day, from, to } of sorted) {
		const last = whole.at(-1);
		if (last && last.day === day && from <= last.to) last.to = Math.max(last.to, to);
		else whole.push({ day, from, to });
	}
	return whole;
}

/** What is left of `span` beside `busy`; each piece begins at a whole number of `grid` minutes after the start of `span`. */
export function without(span: Span, busy: readonly Span[], grid = 1): Span[] {
	const left: Span[] = [];
	let { from } = span;
	const aligned = (minute: number) => span.from + Math.ceil((minute - span.from) / grid) * grid;
	for (const taken of merged(busy.filter(({ day }) => day === span.day))) {
		if (taken.to <= from || taken.from >= span.to) continue;
		if (from < taken.from) left.push({ day: span.day, from, to: taken.from });
		from = aligned(taken.to);
	}
	if (from < span.to) left.push({ day: span.day, from, to: span.to });
	return left;
}

export function overlapIn(a: readonly Span[], b: readonly Span[], minutes: number): boolean {
	return a.some((one) =>
		b.some((other) => one.day === other.day && Math.min(one.to, other.to) - Math.max(one.from, other.from) >= minutes)
	);
}
