import { error } from '@sveltejs/kit';
import * as routes from '#modules/cycle/evening/routes.server.ts';
import { parseShift } from '#modules/cycle/evening/shift.input.ts';
import { reasonWords } from '#modules/cycle/evening/shift.words.ts';
import * as shifts from '#modules/cycle/evening/shifts.server.ts';
import { asId, type RoundId } from '#platform/ids.ts';
import { goOn, refuseInWords, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, depends }) => {
	depends('eenlijn:evening');
	const found = await routes.get(ctx, roundIn(params));
	if (!found.ok) error(404);
	return { ...found.value, done: url.searchParams.get('gedaan'), language: ctx.language };
};

export const actions: Actions<Answered> = {
	shift: async ({ request, locals: { ctx }, params, url }) => {
		const wanted = parseShift((await request.formData()).get('time')) ?? error(404);
		const moved = await shifts.shift(ctx, roundIn(params), wanted);
		return moved.ok ? goOn(url, 'shift') : refuseInWords(moved.reason, reasonWords);
	},
	swap: async ({ request, locals: { ctx }, params, url }) => {
		const wanted = parseShift((await request.formData()).get('time')) ?? error(404);
		const moved = await shifts.swap(ctx, roundIn(params), wanted);
		return moved.ok ? goOn(url, 'swap') : refuseInWords(moved.reason, reasonWords);
	}
};

function roundIn({ round }: { round: string }): RoundId {
	return asId<RoundId>(round) ?? error(404);
}
