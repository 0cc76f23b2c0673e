import { error, redirect } from '@sveltejs/kit';
import * as calls from '#modules/cycle/after/calls.server.ts';
import { parseOutcome } from '#modules/cycle/after/nudge.input.ts';
import type { NudgeId } from '#modules/cycle/after/nudge.ts';
import { reasonWords } from '#modules/cycle/after/nudge.words.ts';
import { refuseInWords, type Answered } from '#platform/form.server.ts';
import { asId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const found = await calls.call(ctx, nudgeIn(params));
	if (!found.ok) error(404);
	return { call: found.value, language: ctx.language };
};

export const actions: Actions<Answered> = {
	done: async ({ request, locals: { ctx }, params }) => {
		const outcome = parseOutcome((await request.formData()).get('outcome'));
		if (!outcome) return refuseInWords('outcome-missing', reasonWords);
		const done = await calls.done(ctx, nudgeIn(params), outcome);
		if (!done.ok) return refuseInWords(done.reason, reasonWords);
		redirect(303, '/aanbod/bellen?gedaan=done');
	}
};

function nudgeIn({ id }: { id: string }): NudgeId {
	return asId<NudgeId>(id) ?? error(404);
}
