import type { Member } from '#modules/people/circle.ts';
import { maySee } from '#modules/cycle/booking.access.ts';
import type { Booking } from '#modules/cycle/booking.ts';

/** Whether a talk was held is for its teacher to say, or for a colleague with the same group. */
export function mayAttend({ teacher }: Pick<Booking, 'teacher'>, reader: Member) {
	return reader.role === 'staff' && (reader.person === teacher || reader.teaches === true);
}

/** A new time is for the family whose talk it was. */
export function mayChooseAgain(booking: Pick<Booking, 'household'>, reader: Member) {
	return reader.role === 'guardian' && maySee(booking, reader);
}
