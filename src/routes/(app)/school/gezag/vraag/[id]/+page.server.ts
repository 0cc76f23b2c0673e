import { error, redirect } from '@sveltejs/kit';
import { readDecision } from '#modules/people/information-request.input.ts';
import type { InformationRequestId } from '#modules/people/information-request.ts';
import { informationReasonWords } from '#modules/people/information-request.words.ts';
import * as requests from '#modules/people/information-requests.server.ts';
import { refuse as turnBack, type Answered } from '#platform/form.server.ts';
import { asId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx } }) => {
	const found = await requests.get(ctx, idOf(params));
	if (!found.ok) error(404);
	return { asked: found.value };
};

export const actions: Actions<Answered> = {
	answer: async ({ params, request, locals: { ctx } }) => {
		const form = await request.formData();
		const read = readDecision(form, false);
		return settled('answer', read.ok ? await requests.answer(ctx, idOf(params), read.value) : read, form);
	},

	refuse: async ({ params, request, locals: { ctx } }) => {
		const form = await request.formData();
		const read = readDecision(form, true);
		return settled('refuse', read.ok ? await requests.refuse(ctx, idOf(params), read.value) : read, form);
	}
};

function settled(
	move: string,
	outcome: Outcome<undefined, keyof typeof informationReasonWords | 'missing'>,
	form: FormData
) {
	if (outcome.ok) redirect(303, `/school/gezag?gedaan=${move}`);
	if (outcome.reason === 'missing') error(404);
	const words = move === 'answer' ? 'answer' : 'reason';
	const field = outcome.reason === 'ground-missing' ? 'ground' : words;
	return turnBack(move, outcome.reason, { errors: { [field]: informationReasonWords[outcome.reason]() } }, form);
}

function idOf({ id }: { id: string }) {
	return asId<InformationRequestId>(id) ?? error(404);
}
