import { error } from '@sveltejs/kit';
import { parsePercent } from '#modules/cycle/after/figure.ts';
import * as figures from '#modules/cycle/after/figures.server.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import { asId, type RoundId } from '#platform/ids.ts';
import * as m from '#words/compiled/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const found = await figures.figures(ctx, roundIn(params));
	if (!found.ok) error(404);
	return { ...found.value, done: url.searchParams.get('gedaan'), language: ctx.language };
};

export const actions: Actions<Answered> = {
	aim: async ({ request, locals: { ctx }, params, url }) => {
		const form = await request.formData();
		const percent = parsePercent(form.get('percent'));
		if (!percent) return refuse('aim', 'percent-wrong', { errors: { percent: m.after_fault_percent() } }, form);
		const aimed = await figures.aim(ctx, roundIn(params), percent);
		return aimed.ok ? goOn(url, 'aim') : error(404);
	}
};

function roundIn({ id }: { id: string }): RoundId {
	return asId<RoundId>(id) ?? error(404);
}
