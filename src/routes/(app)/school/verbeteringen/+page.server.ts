import { error } from '@sveltejs/kit';
import { readAnswer } from '#modules/people/file-check.input.ts';
import { checkReasonWords } from '#modules/people/file-check.words.ts';
import * as fileChecks from '#modules/people/file-checks.server.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await fileChecks.open(ctx);
	if (!found.ok) error(404);
	return { asked: found.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	answer: async ({ request, locals: { ctx }, url }) => {
		const form = await request.formData();
		const said = readAnswer(form) ?? error(404);
		const answered = await fileChecks.answer(ctx, said.check, said.outcome, said.reason);
		if (answered.ok) return goOn(url, 'answer');
		const message = checkReasonWords[answered.reason]();
		return refuse('answer', answered.reason, { errors: { [`reason-${said.check}`]: message }, message }, form);
	}
};
