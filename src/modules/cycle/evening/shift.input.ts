import { asId, type BookingId } from '#platform/ids.ts';

/** Which talk somebody wants at which time; for a swap the other follows from it. */
export type Wanted = { booking: BookingId; startsAt: Date };

export function writeShift({ booking, startsAt }: Wanted): string {
	return `${booking}_${startsAt.toISOString()}`;
}

export function parseShift(text: unknown): Wanted | undefined {
	const [id, moment = ''] = String(text ?? '').split('_');
	const booking = asId<BookingId>(id);
	const startsAt = new Date(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\.000Z$/.test(moment) ? moment : NaN);
	return booking && !Number.isNaN(startsAt.getTime()) ? { booking, startsAt } : undefined;
}
