import { error } from '@sveltejs/kit';
import { parseTerms } from '#modules/conversations/record.input.ts';
import * as recordTerms from '#modules/conversations/record-terms.server.ts';
import { parseDays } from '#modules/cycle/arrangements/ask.input.ts';
import * as answerTerms from '#modules/cycle/arrangements/answer-terms.server.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import { no } from '#platform/outcome.ts';
import * as m from '#words/compiled/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await recordTerms.terms(ctx);
	const days = await answerTerms.daysOf(ctx);
	if (!found.ok || !days.ok) error(404);
	return { terms: found.value, answerDays: days.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	changeDays: async ({ locals: { ctx }, request, url }) => {
		const form = await request.formData();
		const days = parseDays(form);
		const changed = days ? await answerTerms.changeDays(ctx, days) : no('invalid');
		if (changed.ok) goOn(url, 'changeDays');
		return refuse('changeDays', changed.reason, { errors: { days: m.arrangements_days_wrong() } }, form);
	},
	changeTerms: async ({ locals: { ctx }, request, url }) => {
		const form = await request.formData();
		const parsed = parseTerms(form);
		const changed = parsed.ok ? await recordTerms.changeTerms(ctx, parsed.value) : parsed;
		if (changed.ok) goOn(url, 'changeTerms');
		return refuse('changeTerms', changed.reason, { errors: { shareDays: m.record_terms_wrong() } }, form);
	}
};
