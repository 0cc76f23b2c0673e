import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Booking } from '#modules/cycle/booking.ts';

/** A talk that was not held: the family did not come to it, or school was not there. It is never said of a family who missed how many. */
export const sides = ['home', 'school'] as const;
export type Side = (typeof sides)[number];

export type Passed = Pick<Booking, 'id' | 'startsAt' | 'endsAt' | 'state'> & {
	/** Nobody has said yet whether it was held. */
	attended: boolean | null;
};

export type AttendanceRefusal = 'wrong-state' | 'not-yet';

/** A talk was held as soon as it could have begun. */
export function hold(talk: Passed, now: Date): Outcome<{ attended: true }, AttendanceRefusal> {
	return asked(talk, now) ?? ok({ attended: true });
}

/** It was not held: the time is given up, so that the family can agree on a new one at once. */
export function miss(
	talk: Passed,
	side: Side,
	now: Date
): Outcome<{ attended: false; schoolSide: boolean }, AttendanceRefusal> {
	return asked(talk, now) ?? ok({ attended: false, schoolSide: side === 'school' });
}

/** Is it time to ask its teacher whether it was held? */
export function asksAttendance({ state, attended, endsAt }: Omit<Passed, 'id' | 'startsAt'>, now: Date) {
	return state === 'booked' && attended === null && endsAt <= now;
}

function asked({ state, attended, startsAt }: Passed, now: Date) {
	if (state !== 'booked' || attended !== null) return no('wrong-state');
	return startsAt > now ? no('not-yet') : undefined;
}
