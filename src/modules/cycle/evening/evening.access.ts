import { maySee } from '#modules/cycle/booking.access.ts';
import type { Member } from '#modules/people/circle.ts';
import type { Stop } from './stop.ts';

/** A guardian walks to the talks of the own home and those of all; a pupil to those where it is invited. */
export function mayWalk(stop: Pick<Stop, 'household' | 'pupilInvited'>, reader: Member) {
	if (reader.role === 'pupil') return stop.pupilInvited;
	return reader.role === 'guardian' && maySee(stop, reader);
}

/** Who of the family moves a talk because school runs late: a guardian who comes to it. */
export function mayShift(stop: Pick<Stop, 'household' | 'pupilInvited'>, reader: Member) {
	return reader.role === 'guardian' && mayWalk(stop, reader);
}
