import { memberOf, talkersOf } from '#modules/people/circle.ts';
import { wholeCirclesIn } from '#modules/people/circles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { BookingId, PersonId } from '#platform/ids.ts';
import { addDays, momentOf, type Day, type Time } from '#platform/time.ts';
import type { Booking } from './booking.ts';
import * as store from './booking.store.server.ts';

/** What a message about a booking may say. No surname of a child, nothing that was written. */
export type BookingNews = Omit<Booking, 'teacher' | 'location' | 'block'> & {
	minutes: number;
	location: string | null;
	callName: string;
	teacher: { id: PersonId; name: string };
	guardians: { id: PersonId; name: string }[];
};

/** For a message about this booking, as it stands now. Undefined: it is not in this school. */
export async function bookingForMessage(db: Db, ctx: Ctx, id: BookingId): Promise<BookingNews | undefined> {
	const booking = await store.find(db, ctx, id);
	return booking && (await asNews(db, ctx, [booking]))[0];
}

/** What stands on this day and was not cancelled, for reminders: always at the current time. */
export async function bookingsOn(db: Db, ctx: Ctx, day: Day): Promise<BookingNews[]> {
	const midnight = '00:00' as Time;
	return asNews(
		db,
		ctx,
		await store.findBetween(db, ctx, momentOf(day, midnight), momentOf(addDays(day, 1), midnight))
	);
}

async function asNews(db: Db, ctx: Ctx, bookings: readonly Booking[]): Promise<BookingNews[]> {
	const circles = await wholeCirclesIn(db, ctx, [...new Set(bookings.map(({ pupil }) => pupil))]);
	return bookings.flatMap((booking) => {
		const circle = circles.get(booking.pupil);
		if (!circle) return [];
		const there = talkersOf(circle).filter(
			({ household }) => booking.household === null || household === booking.household
		);
		return {
			...booking,
			minutes: (booking.endsAt.getTime() - booking.startsAt.getTime()) / 60_000,
			location: booking.location?.name ?? null,
			callName: circle.callName,
			teacher: { id: booking.teacher, name: memberOf(circle, booking.teacher)?.name ?? '' },
			guardians: there.map(({ person, name }) => ({ id: person, name }))
		};
	});
}
