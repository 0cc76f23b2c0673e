import { error, fail, redirect } from '@sveltejs/kit';
import { parseRound } from '#modules/cycle/round.input.ts';
import { faultWords, reasonWords, sentencesOf } from '#modules/cycle/round.words.ts';
import * as rounds from '#modules/cycle/rounds.server.ts';
import { dayOf } from '#platform/time.ts';
import { refuseInWords, typedIn, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const groups = await rounds.groups(ctx);
	if (!groups.ok) error(404);
	return { groups: groups.value, today: dayOf(ctx.now) };
};

export const actions: Actions<Answered> = {
	plan: async ({ request, locals: { ctx } }) => {
		const form = await request.formData();
		const input = parseRound(form, ctx.now);
		if (!input.ok) {
			const values = { typed: typedIn(form), groups: form.getAll('groups').map(String) };
			return fail(400, { errors: sentencesOf(input.faults, faultWords), values });
		}
		const planned = await rounds.plan(ctx, input.value);
		if (!planned.ok) return refuseInWords(planned.reason, reasonWords);
		redirect(303, `/planner/${planned.value.id}`);
	}
};
