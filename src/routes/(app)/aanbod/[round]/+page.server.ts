import { error, fail } from '@sveltejs/kit';
import { parseChoice } from '#modules/cycle/booking.input.ts';
import { reasonWords as bookingWords } from '#modules/cycle/booking.words.ts';
import * as bookings from '#modules/cycle/bookings.server.ts';
import { parseBlock, parsePace, parsePaint } from '#modules/cycle/offer.input.ts';
import type { BlockId } from '#modules/cycle/offer.ts';
import { faultWords, reasonWords } from '#modules/cycle/offer.words.ts';
import * as offers from '#modules/cycle/offers.server.ts';
import * as paints from '#modules/cycle/paints.server.ts';
import { sentencesOf } from '#modules/cycle/round.words.ts';
import { asId, type PersonId, type RoundId } from '#platform/ids.ts';
import { goOn, refuseInWords, typedIn, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const found = await offers.mine(ctx, roundIn(params), asId<PersonId>(url.searchParams.get('kind')));
	if (!found.ok) error(404);
	return { ...found.value, done: url.searchParams.get('gedaan'), language: ctx.language, now: ctx.now };
};

export const actions: Actions<Answered> = {
	offer: async ({ request, locals: { ctx }, params, url }) => {
		const form = await request.formData();
		const input = parseBlock(form);
		const values = { typed: typedIn(form), places: form.getAll('places').map(String) };
		if (!input.ok) return fail(400, { errors: sentencesOf(input.faults, faultWords), values });
		const offered = await offers.offer(ctx, roundIn(params), input.value);
		return offered.ok ? goOn(url, 'offer') : refuseInWords(offered.reason, reasonWords, { values });
	},
	paint: async ({ request, locals: { ctx }, params, url }) => {
		const form = await request.formData();
		const input = parsePaint(form);
		const values = { typed: typedIn(form), places: form.getAll('paint-places').map(String) };
		if (!input.ok) {
			const errors = Object.entries(sentencesOf(input.faults, faultWords));
			return fail(400, { errors: Object.fromEntries(errors.map(([field, why]) => [`paint-${field}`, why])), values });
		}
		const painted = await paints.paint(ctx, roundIn(params), input.value);
		if (!painted.ok) return refuseInWords(painted.reason, reasonWords, { values });
		return goOn(url, painted.value.kept ? 'paintKept' : 'paint');
	},
	keepPace: async ({ request, locals: { ctx }, params, url }) => {
		const form = await request.formData();
		const kept = await paints.keepPace(ctx, roundIn(params), parsePace(form));
		if (kept.ok) return goOn(url, 'keepPace');
		return refuseInWords(kept.reason, reasonWords, { values: { typed: typedIn(form), places: [] as string[] } });
	},
	withdraw: async ({ request, locals: { ctx }, params, url }) => {
		const block = asId<BlockId>((await request.formData()).get('block')) ?? error(404);
		const gone = await offers.withdraw(ctx, roundIn(params), block);
		return gone.ok ? goOn(url, 'withdraw') : refuseInWords(gone.reason, reasonWords);
	},
	bookFor: async ({ request, locals: { ctx }, params, url }) => {
		const form = await request.formData();
		const choice = parseChoice(form);
		if (!choice.ok) return refuseInWords(choice.reason, bookingWords);
		const guardian = asId<PersonId>(form.get('guardian')) ?? error(404);
		const booked = await bookings.bookFor(ctx, roundIn(params), guardian, choice.value);
		return booked.ok ? goOn(url, 'bookFor') : refuseInWords(booked.reason, bookingWords);
	}
};

function roundIn({ round }: { round: string }): RoundId {
	return asId<RoundId>(round) ?? error(404);
}
