import { error } from '@sveltejs/kit';
import { readTerm } from '#modules/consent/retention.input.ts';
import * as retentions from '#modules/consent/retentions.server.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import * as m from '#words/compiled/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await retentions.terms(ctx);
	if (!found.ok) error(404);
	return { lines: found.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	changeTerm: async ({ locals: { ctx }, request, url }) => {
		const form = await request.formData();
		const { kind, length } = readTerm(form) ?? error(404);
		const changed = await retentions.changeTerm(ctx, kind, length);
		if (changed.ok) goOn(url, 'changeTerm');
		return refuse('changeTerm', changed.reason, { errors: { [`length-${kind}`]: m.consent_keep_outside() } }, form);
	}
};
