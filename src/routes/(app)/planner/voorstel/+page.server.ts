import { error, fail, redirect } from '@sveltejs/kit';
import { faultWords, sentencesOf } from '#modules/cycle/round.words.ts';
import { parseChosen } from '#modules/cycle/year/proposal.input.ts';
import { proposalReasonWords } from '#modules/cycle/year/proposal.words.ts';
import * as proposals from '#modules/cycle/year/proposals.server.ts';
import { asYearName, yearOn } from '#modules/cycle/year/school-year.ts';
import { refuseInWords, typedIn, type Answered } from '#platform/form.server.ts';
import { dayOf } from '#platform/time.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const { year, origin } = askedIn(url, ctx.now);
	const found = await proposals.propose(ctx, year, origin);
	if (!found.ok) error(404);
	return { ...found.value, origin, today: dayOf(ctx.now), language: ctx.language };
};

export const actions: Actions<Answered> = {
	plan: async ({ request, locals: { ctx }, url }) => {
		const form = await request.formData();
		const { year, origin } = askedIn(url, ctx.now);
		const found = await proposals.propose(ctx, year, origin);
		if (!found.ok) error(404);
		const values = typedIn(form);
		const chosen = parseChosen(form, found.value.proposals, dayOf(ctx.now));
		if (chosen.ok) {
			const planned = await proposals.planAll(ctx, year, origin, chosen.value);
			if (!planned.ok) return refuseInWords(planned.reason, proposalReasonWords, { values });
			redirect(303, `/planner?jaar=${year}&gedaan=plan`);
		}
		if (chosen.reason === 'nothing') return refuseInWords('nothing', proposalReasonWords, { values });
		return fail(400, { errors: sentencesOf(chosen.faults, faultWords), values });
	}
};

function askedIn({ searchParams }: URL, now: Date) {
	const year = asYearName(searchParams.get('jaar')) ?? yearOn(dayOf(now), []).name;
	return { year, origin: searchParams.get('uit') === 'vorig' ? ('last-year' as const) : ('pattern' as const) };
}
