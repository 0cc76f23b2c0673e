import { error, redirect } from '@sveltejs/kit';
import { parseChoice, parseChoices } from '#modules/cycle/booking.input.ts';
import { reasonWords } from '#modules/cycle/booking.words.ts';
import * as bookings from '#modules/cycle/bookings.server.ts';
import * as choices from '#modules/cycle/choices.server.ts';
import * as visits from '#modules/cycle/visits.server.ts';
import { places } from '#modules/cycle/offer.ts';
import { takesWishes } from '#modules/cycle/round.ts';
import { asId, type PersonId, type RoundId } from '#platform/ids.ts';
import { goOn, refuseInWords, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const place = places.find((one) => one === url.searchParams.get('plek')) ?? 'school';
	const found = await choices.forFamily(ctx, roundIn(params), place);
	if (!found.ok) error(404);
	if (takesWishes(found.value.round)) redirect(303, `/afspreken/${found.value.round.id}/wensen`);
	const first = url.searchParams.get('kind');
	// Who was asked for, then who has no time yet: what is to be done stands first.
	const rank = ({ pupil, booking }: (typeof found.value.children)[number]) =>
		pupil.id === first ? 0 : booking ? 2 : 1;
	const children = found.value.children.toSorted((a, b) => rank(a) - rank(b));
	return { ...found.value, children, place, done: url.searchParams.get('gedaan'), language: ctx.language };
};

/** Who comes too late for a time gets the nearest in the same answer: the page looks again anyway, and has them. */
type Late = { pupil: PersonId; startsAt: Date } | undefined;
const none: { late: Late } = { late: undefined };

export const actions: Actions<Answered> = {
	book: async ({ request, locals: { ctx }, params }) => {
		const choice = parseChoice(await request.formData());
		if (!choice.ok) return refuseInWords(choice.reason, reasonWords, none);
		const booked = await bookings.book(ctx, roundIn(params), choice.value);
		if (!booked.ok)
			return refuseInWords(booked.reason, reasonWords, {
				late: booked.reason === 'taken' ? choice.value : undefined
			});
		redirect(303, `/afspreken/tijd/${booked.value.id}?gedaan=book`);
	},
	bookTogether: async ({ request, locals: { ctx }, params, url }) => {
		const choices = parseChoices(await request.formData());
		if (!choices.ok) return refuseInWords(choices.reason, reasonWords, none);
		const booked = await visits.bookTogether(ctx, roundIn(params), choices.value);
		return booked.ok ? goOn(url, 'bookTogether') : refuseInWords(booked.reason, reasonWords, none);
	},
	askOwnTalk: async ({ request, locals: { ctx }, params, url }) => {
		const pupil = asId<PersonId>((await request.formData()).get('pupil')) ?? error(404);
		const asked = await bookings.askOwnTalk(ctx, roundIn(params), pupil);
		return asked.ok ? goOn(url, 'askOwnTalk') : refuseInWords(asked.reason, reasonWords, none);
	}
};

function roundIn({ round }: { round: string }): RoundId {
	return asId<RoundId>(round) ?? error(404);
}
