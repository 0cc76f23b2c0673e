import { error, redirect } from '@sveltejs/kit';
import { readQuestion } from '#modules/people/information-request.input.ts';
import { informationReasonWords } from '#modules/people/information-request.words.ts';
import * as requests from '#modules/people/information-requests.server.ts';
import { refuse, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await requests.mine(ctx);
	if (!found.ok) error(404);
	return { ...found.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	ask: async ({ request, locals: { ctx } }) => {
		const form = await request.formData();
		const read = readQuestion(form);
		const asked = read.ok ? await requests.ask(ctx, read.value) : read;
		if (asked.ok) redirect(303, '/informatie?gedaan=ask');
		if (asked.reason === 'missing') error(404);
		return refuse('ask', asked.reason, { errors: { question: informationReasonWords[asked.reason]() } }, form);
	}
};
