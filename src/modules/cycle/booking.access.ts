import type { Member } from '#modules/people/circle.ts';
import type { Booking } from './booking.ts';

/** Guardians of the circle choose for themselves, unless a judge keeps them from the child's talks. */
export function mayBook(reader: Member) {
	return reader.role === 'guardian' && !reader.outsideTalks;
}

/** Staff of the circle does it for a parent who phones. */
export function mayBookFor(reader: Member) {
	return reader.role === 'staff';
}

/** The talk of one home is no business of the other; staff of the circle sees both. */
export function maySee({ household }: Pick<Booking, 'household'>, reader: Member) {
	if (reader.outsideTalks) return false;
	if (reader.role === 'guardian') return household === null || reader.household === household;
	return reader.role === 'staff';
}
