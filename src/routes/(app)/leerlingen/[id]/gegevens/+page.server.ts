import { error } from '@sveltejs/kit';
import { readItem, readText } from '#modules/people/file-check.input.ts';
import { checkReasonWords } from '#modules/people/file-check.words.ts';
import * as fileChecks from '#modules/people/file-checks.server.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import { no, type Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx }, url }) => {
	const found = await fileChecks.get(ctx, pupilOf(params));
	if (!found.ok) error(404);
	return { ...found.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	confirm: async (event) => {
		const form = await event.request.formData();
		const item = readItem(form) ?? error(404);
		return answer(event, 'confirm', await fileChecks.confirm(event.locals.ctx, pupilOf(event.params), item), form);
	},
	ask: async (event) => {
		const form = await event.request.formData();
		const item = readItem(form) ?? error(404);
		const words = readText(form, 'words');
		const asked = words ? await fileChecks.ask(event.locals.ctx, pupilOf(event.params), item, words) : no('empty');
		return answer(event, 'ask', asked, form);
	}
};

type Reason = keyof typeof checkReasonWords;

function answer({ url }: RequestEvent, move: string, outcome: Outcome<unknown, Reason>, form: FormData) {
	if (outcome.ok) return goOn(url, move);
	const message = checkReasonWords[outcome.reason]();
	return refuse(move, outcome.reason, { errors: { [`words-${form.get('item')}`]: message }, message }, form);
}

function pupilOf(params: { id: string }) {
	return asId<PersonId>(params.id) ?? error(404);
}
