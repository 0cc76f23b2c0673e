import { no, ok, type Outcome } from '#platform/outcome.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import { addDays, asDay, asTime, daysBetween, momentOf, type Time } from '#platform/time.ts';

export type AwayField = 'day' | 'until' | 'to';
export type AwayFault = 'day-missing' | 'until-before-day' | 'away-too-long' | 'to-before-from';
export type AwayFaults = Partial<Record<AwayField, AwayFault>>;
export type NewAbsence = { teacher: PersonId | null; startsAt: Date; endsAt: Date };

const longest = 92;
type Fields = { get: (name: string) => unknown };

/** Whole days, or from–to on them. An empty last day is the first, an empty time the whole day. */
export function parseAway(form: Fields): Outcome<NewAbsence, 'faults'> & { faults?: AwayFaults } {
	const day = asDay(form.get('day'));
	const until = asDay(form.get('until')) ?? day;
	const from = asTime(form.get('from')) ?? ('00:00' as Time);
	const to = asTime(form.get('to'));
	if (!day || !until) return { ...no('faults'), faults: { day: 'day-missing' } };
	if (until < day) return { ...no('faults'), faults: { until: 'until-before-day' } };
	if (daysBetween(day, until) > longest) return { ...no('faults'), faults: { until: 'away-too-long' } };
	if (until === day && to && to <= from) return { ...no('faults'), faults: { to: 'to-before-from' } };
	return ok({
		teacher: asId<PersonId>(form.get('teacher')) ?? null,
		startsAt: momentOf(day, from),
		endsAt: to ? momentOf(until, to) : momentOf(addDays(until, 1), '00:00' as Time)
	});
}
