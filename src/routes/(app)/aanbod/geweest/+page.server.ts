import { error } from '@sveltejs/kit';
import { parseSide } from '#modules/cycle/after/attendance.input.ts';
import { reasonWords } from '#modules/cycle/after/attendance.words.ts';
import * as attendances from '#modules/cycle/after/attendances.server.ts';
import { isStaff } from '#platform/ctx.ts';
import { goOn, refuseInWords, type Answered } from '#platform/form.server.ts';
import { asId, type BookingId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	if (!isStaff(ctx)) error(404);
	const talks = await attendances.unsaid(ctx);
	return { talks, done: url.searchParams.get('gedaan'), language: ctx.language };
};

export const actions: Actions<Answered> = {
	hold: async ({ request, locals: { ctx }, url }) => {
		const held = await attendances.hold(ctx, bookingIn(await request.formData()));
		return held.ok ? goOn(url, 'hold') : refuseInWords(held.reason, reasonWords);
	},
	miss: async ({ request, locals: { ctx }, url }) => {
		const form = await request.formData();
		const missed = await attendances.miss(ctx, bookingIn(form), parseSide(form.get('side')));
		return missed.ok ? goOn(url, 'miss') : refuseInWords(missed.reason, reasonWords);
	}
};

function bookingIn(form: FormData): BookingId {
	return asId<BookingId>(form.get('booking')) ?? error(404);
}
