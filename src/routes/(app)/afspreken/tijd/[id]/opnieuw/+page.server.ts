import { error, redirect } from '@sveltejs/kit';
import { again } from '#modules/cycle/after/again.server.ts';
import { parseTime } from '#modules/cycle/booking.input.ts';
import { reasonWords } from '#modules/cycle/booking.words.ts';
import * as bookings from '#modules/cycle/bookings.server.ts';
import { refuseInWords, type Answered } from '#platform/form.server.ts';
import { asId, type BookingId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const found = await again(ctx, bookingIn(params));
	if (!found.ok) error(404);
	const { instead, isMissed, booking } = found.value;
	if (instead || !isMissed) redirect(303, `/afspreken/tijd/${instead ?? booking.id}`);
	return { ...found.value, language: ctx.language };
};

export const actions: Actions<Answered> = {
	book: async ({ request, locals: { ctx }, params }) => {
		const time = parseTime((await request.formData()).get('time'));
		const found = await again(ctx, bookingIn(params));
		if (!found.ok) error(404);
		if (!time) return refuseInWords('time-missing', reasonWords);
		const { round, pupil } = found.value.booking;
		const booked = await bookings.book(ctx, round, { ...time, pupil });
		if (!booked.ok) return refuseInWords(booked.reason, reasonWords);
		redirect(303, `/afspreken/tijd/${booked.value.id}?gedaan=book`);
	}
};

function bookingIn({ id }: { id: string }): BookingId {
	return asId<BookingId>(id) ?? error(404);
}
