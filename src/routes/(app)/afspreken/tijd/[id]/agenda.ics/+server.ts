import { error } from '@sveltejs/kit';
import { calendarFile } from '#modules/cycle/calendar.ts';
import * as choices from '#modules/cycle/choices.server.ts';
import { sayWhere } from '#modules/cycle/offer.words.ts';
import { asId, type BookingId } from '#platform/ids.ts';
import * as m from '#words/compiled/messages.js';
import type { RequestHandler } from './$types';

/** The talk as a file for a calendar: a time and a place, no name. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
	const found = await choices.forBooking(ctx, asId<BookingId>(params.id) ?? error(404));
	if (!found.ok) error(404);
	const { booking, round } = found.value;
	const where = sayWhere({ place: booking.place, location: booking.location?.name ?? null });
	const summary = m.cycle_event_summary({ minutes: round.minutes });
	return new Response(calendarFile({ ...booking, id: booking.conversation, summary, where }, ctx.now), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
			'content-disposition': 'attachment; filename="gesprek.ics"'
		}
	});
};
