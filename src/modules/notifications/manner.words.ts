import type { Language } from '#platform/ctx.ts';
import { dayOf, momentOf, type Time } from '#platform/time.ts';
import * as m from '#words/compiled/messages.js';
import { sayClock, sayTime } from '#words/dates.ts';
import type { Manner, MannerFault } from './manner.ts';

type Words = () => string;

export const mannerFaultWords: Record<MannerFault | 'missing', Words> = {
	'always-quiet': m.inform_fault_always_quiet,
	'daily-in-quiet': m.inform_fault_daily_in_quiet,
	missing: m.inform_fault_missing
};

/** Why a device does not hear from us. */
export const deviceFaultWords: Record<'place-unknown' | 'too-many', Words> = {
	'place-unknown': m.inform_device_unknown,
	'too-many': m.inform_device_too_many
};

const onSomeDay = (time: Time) => momentOf(dayOf(new Date('2026-01-05T12:00:00Z')), time);

export function sayRhythm({ rhythm, dailyAt }: Manner, language: Language): string {
	return rhythm === 'daily'
		? m.inform_when_daily({ time: sayTime(onSomeDay(dailyAt), language) }, { locale: language })
		: m.inform_when_at_once({}, { locale: language });
}

export function sayQuiet({ quietFrom, quietUntil, quietSundays }: Manner, language: Language): string {
	const from = sayClock(onSomeDay(quietFrom), language);
	const until = sayTime(onSomeDay(quietUntil), language);
	const inWords = { locale: language } as const;
	if (quietFrom === quietUntil) {
		return quietSundays ? m.inform_quiet_sundays_only({}, inWords) : m.inform_quiet_never({}, inWords);
	}
	return quietSundays
		? m.inform_quiet_and_sundays({ from, until }, inWords)
		: m.inform_quiet_hours({ from, until }, inWords);
}
