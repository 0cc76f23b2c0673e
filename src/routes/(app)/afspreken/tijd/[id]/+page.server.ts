import { error, redirect } from '@sveltejs/kit';
import * as proposals from '#modules/cycle/after/proposals.server.ts';
import { parseSeen, parseTime } from '#modules/cycle/booking.input.ts';
import { reasonWords } from '#modules/cycle/booking.words.ts';
import * as bookings from '#modules/cycle/bookings.server.ts';
import * as choices from '#modules/cycle/choices.server.ts';
import { asId, type BookingId } from '#platform/ids.ts';
import { refuseInWords, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const found = await choices.forBooking(ctx, bookingIn(params));
	if (!found.ok) error(404);
	const fallsOut = await proposals.fallsOut(ctx, bookingIn(params));
	return { ...found.value, fallsOut, done: url.searchParams.get('gedaan'), language: ctx.language };
};

/** Who could not have a time is offered the nearest that is free. */
const none: { wanted: Date | undefined } = { wanted: undefined };

export const actions: Actions<Answered> = {
	move: async ({ request, locals: { ctx }, params }) => {
		const form = await request.formData();
		const time = parseTime(form.get('time'));
		if (!time) return refuseInWords('time-missing', reasonWords, none);
		const moved = await bookings.move(ctx, bookingIn(params), time, { seen: parseSeen(form) });
		if (!moved.ok) return refuseInWords(moved.reason, reasonWords, { wanted: time.startsAt });
		redirect(303, `/afspreken/tijd/${moved.value.id}?gedaan=move`);
	},
	cancel: async ({ locals: { ctx }, params }) => {
		const cancelled = await bookings.cancel(ctx, bookingIn(params));
		if (!cancelled.ok) return refuseInWords(cancelled.reason, reasonWords, none);
		redirect(303, `/afspreken/tijd/${cancelled.value.id}?gedaan=cancel`);
	}
};

function bookingIn({ id }: { id: string }): BookingId {
	return asId<BookingId>(id) ?? error(404);
}
