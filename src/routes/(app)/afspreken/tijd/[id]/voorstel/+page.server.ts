import { error, redirect } from '@sveltejs/kit';
import { reasonWords } from '#modules/cycle/after/proposal.words.ts';
import * as proposals from '#modules/cycle/after/proposals.server.ts';
import { parseTime } from '#modules/cycle/booking.input.ts';
import { goOn, refuseInWords, type Answered } from '#platform/form.server.ts';
import { asId, type BookingId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const found = await proposals.offered(ctx, bookingIn(params));
	if (!found.ok) error(404);
	return { ...found.value, done: url.searchParams.get('gedaan'), language: ctx.language };
};

export const actions: Actions<Answered> = {
	accept: async ({ request, locals: { ctx }, params }) => {
		const time = parseTime((await request.formData()).get('time'));
		if (!time) return refuseInWords('time-missing', reasonWords);
		const accepted = await proposals.accept(ctx, bookingIn(params), time);
		if (!accepted.ok) return refuseInWords(accepted.reason, reasonWords);
		redirect(303, `/afspreken/tijd/${accepted.value}?gedaan=move`);
	},
	decline: async ({ locals: { ctx }, params, url }) => {
		const declined = await proposals.decline(ctx, bookingIn(params));
		return declined.ok ? goOn(url, 'decline') : refuseInWords(declined.reason, reasonWords);
	}
};

function bookingIn({ id }: { id: string }): BookingId {
	return asId<BookingId>(id) ?? error(404);
}
