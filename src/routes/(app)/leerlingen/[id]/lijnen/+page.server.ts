import { error } from '@sveltejs/kit';
import { readLine, readLineId } from '#modules/people/line.input.ts';
import { lineReasonWords, type LineReason } from '#modules/people/line.words.ts';
import * as lines from '#modules/people/lines.server.ts';
import * as profiles from '#modules/people/profiles.server.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx }, url }) => {
	const id = pupilOf(params);
	const found = await lines.get(ctx, id);
	if (!found.ok) error(404);
	const family = await profiles.ofFamily(ctx, id);
	return { ...found.value, family, language: ctx.language, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	propose: async (event) => {
		const form = await event.request.formData();
		const read = readLine(form);
		const { ctx } = event.locals;
		if (!read.ok) return answer(event, 'propose', read, form);
		return answer(
			event,
			'propose',
			await lines.propose(ctx, pupilOf(event.params), read.value.part, read.value.wording),
			form
		);
	},
	accept: (event) => press(event, 'accept', lines.accept),
	withdraw: (event) => press(event, 'withdraw', lines.withdraw)
};

async function press(event: RequestEvent, move: string, use: typeof lines.accept) {
	const line = readLineId(await event.request.formData());
	if (!line) error(404);
	return answer(event, move, await use(event.locals.ctx, pupilOf(event.params), line));
}

function answer({ url }: RequestEvent, move: string, outcome: Outcome<unknown, LineReason>, form?: FormData) {
	if (outcome.ok) return goOn(url, move);
	const message = lineReasonWords[outcome.reason]();
	const field = form?.get('part');
	return refuse(move, outcome.reason, { errors: field ? { [String(field)]: message } : {}, message }, form);
}

function pupilOf(params: { id: string }) {
	return asId<PersonId>(params.id) ?? error(404);
}
