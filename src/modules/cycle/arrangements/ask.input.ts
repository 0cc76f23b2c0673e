import { asId, type PersonId } from '#platform/ids.ts';
import { asDay, asTime, momentOf, type Time } from '#platform/time.ts';
import type { Answer } from './ask.ts';
import { mostDays } from './ask.ts';

/** A call is promised for a day: until the end of it. */
const endOfDay = '17:00' as Time;

export function parseAnswer(form: FormData): Pick<Answer, 'kind' | 'at'> | undefined {
	const kind = form.get('answer') === 'call' ? 'call' : 'time';
	const day = asDay(form.get('day'));
	const time = kind === 'call' ? endOfDay : asTime(form.get('time'));
	return day && time && { kind, at: momentOf(day, time) };
}

/** Of whom it is asked; left open, of who teaches the child. */
export function parseAskedOf(form: FormData): PersonId | undefined {
	return asId<PersonId>(form.get('of'));
}

export function parseDays(form: FormData): number | undefined {
	const days = Number(form.get('days'));
	return Number.isInteger(days) && days >= 1 && days <= mostDays ? days : undefined;
}
