import { addDays, addMinutes, dayOf, momentOf, wallClock, weekday, type Day, type Time } from '#platform/time.ts';

export const rhythms = ['at-once', 'daily'] as const;
/** At once, each by itself; or once a day, all that came in one message. */
export type Rhythm = (typeof rhythms)[number];

/** How and when somebody likes to hear of us. */
export type Manner = {
	rhythm: Rhythm;
	/** With `daily`: at what time. */
	dailyAt: Time;
	quietFrom: Time;
	quietUntil: Time;
	quietSundays: boolean;
};

/** For who said nothing: no evening and no night is disturbed. */
export const standardManner: Manner = {
	rhythm: 'at-once',
	dailyAt: '16:00' as Time,
	quietFrom: '20:00' as Time,
	quietUntil: '07:30' as Time,
	quietSundays: false
};

export type MannerFault = 'always-quiet' | 'daily-in-quiet';

/** There must be an hour left in which a message may come, and the daily one must come in it. */
export function mannerFault({ rhythm, dailyAt, quietFrom, quietUntil }: Manner): MannerFault | undefined {
	if (openMinutes(quietFrom, quietUntil) < 60) return 'always-quiet';
	return rhythm === 'daily' && isQuietAt(dailyAt, quietFrom, quietUntil) ? 'daily-in-quiet' : undefined;
}

/** The first moment from `at` on that does not fall in somebody's quiet hours. */
export function afterQuiet(at: Date, { quietFrom, quietUntil, quietSundays }: Manner = standardManner): Date {
	const { day, time } = wallClock(at);
	if (quietSundays && weekday(day) === 7) {
		return afterQuiet(momentOf(addDays(day, 1), '00:00' as Time), { ...standardManner, quietFrom, quietUntil });
	}
	if (!isQuietAt(time, quietFrom, quietUntil)) return at;
	// Over midnight the end is on the next day, but after midnight on this one.
	const end = momentOf(quietUntil <= time ? addDays(day, 1) : day, quietUntil);
	return quietSundays && weekday(dayOf(end)) === 7
		? afterQuiet(end, { ...standardManner, quietFrom, quietUntil, quietSundays })
		: end;
}

/** When the next message of somebody who hears once a day goes. */
export function nextDaily(at: Date, manner: Manner): Date {
	const today = dayOf(at);
	const moment = (day: Day) => momentOf(day, manner.dailyAt);
	const first = moment(today) >= at ? moment(today) : moment(addDays(today, 1));
	return manner.quietSundays && weekday(dayOf(first)) === 7 ? moment(addDays(dayOf(first), 1)) : first;
}

/**
 * When what is made at `at` may go: at once, or with the others of the day. `about` is a moment that it must be heard before: who
 * hears once a day, hears it earlier when the day's message would come too late.
 */
export function goesAt(at: Date, manner: Manner, about: Date | null): Date {
	const atOnce = afterQuiet(at, manner);
	const due = manner.rhythm === 'daily' ? nextDaily(at, manner) : atOnce;
	if (!about || about <= at) return due;
	const latest = addMinutes(about, -minutesBefore);
	if (due <= latest) return due;
	return atOnce <= latest ? atOnce : at;
}

/** Who reminds of something says so this long before, or nobody can get there any more. */
const minutesBefore = 60;

function isQuietAt(time: Time, from: Time, until: Time) {
	if (from === until) return false;
	return from < until ? time >= from && time < until : time >= from || time < until;
}

function openMinutes(from: Time, until: Time) {
	const minutes = (time: Time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
	if (from === until) return 24 * 60;
	return (minutes(from) - minutes(until) + 24 * 60) % (24 * 60);
}
