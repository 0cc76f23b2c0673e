import type { Member } from '#modules/people/circle.ts';
import type { Booking } from './booking.ts';

/** Guardians of the circle choose for themselves. */
export function mayBook(reader: Member) {
	return reader.role === 'guardian';
}

/** Staff of the circle does it for a parent who phones. */
export function mayBookFor(reader: Member) {
	return reader.role === 'staff';
}

/** The talk of one home is no business of the other; staff of the circle sees both. */
export function maySee({ household }: Pick<Booking, 'household'>, reader: Member) {
	if (reader.role === 'guardian') return household === null || reader.household === household;
	return reader.role === 'staff';
}
