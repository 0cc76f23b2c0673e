import { error, fail, redirect } from '@sveltejs/kit';
import * as forecasts from '#modules/cycle/forecasts.server.ts';
import { valuesIn } from '#modules/cycle/round-values.ts';
import { parseRound } from '#modules/cycle/round.input.ts';
import { faultWords, reasonWords, sentencesOf } from '#modules/cycle/round.words.ts';
import * as rounds from '#modules/cycle/rounds.server.ts';
import { dayOf } from '#platform/time.ts';
import { refuseInWords, typedIn, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const found = await forecasts.forecast(ctx);
	if (!found.ok) error(404);
	const { ground, secondary } = found.value;
	return { ground, secondary, today: dayOf(ctx.now), language: ctx.language };
};

export const actions: Actions<Answered> = {
	plan: async ({ request, locals: { ctx } }) => {
		const form = await request.formData();
		const input = parseRound(form, ctx.now);
		const values = valuesIn(form, typedIn(form));
		if (!input.ok) return fail(400, { errors: sentencesOf(input.faults, faultWords), values });
		const planned = await rounds.plan(ctx, input.value);
		if (!planned.ok) return refuseInWords(planned.reason, reasonWords, { values });
		redirect(303, `/planner/${planned.value.id}`);
	},
	forecast: async ({ request, locals: { ctx } }) => {
		const form = await request.formData();
		const found = await forecasts.forecast(ctx);
		return found.ok ? fail(400, { values: valuesIn(form, typedIn(form)) }) : error(404);
	}
};
