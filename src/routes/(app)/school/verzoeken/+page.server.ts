import { error } from '@sveltejs/kit';
import { readAnswer } from '#modules/consent/claim.input.ts';
import { reasonWords } from '#modules/consent/claim.words.ts';
import * as claims from '#modules/consent/claims.server.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await claims.register(ctx);
	if (!found.ok) error(404);
	return { claims: found.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	grant: (event) => answer(event, 'grant', claims.grant),
	refuse: (event) => answer(event, 'refuse', claims.refuse),
	extend: (event) => answer(event, 'extend', claims.extend)
};

async function answer({ locals: { ctx }, request, url }: RequestEvent, move: string, how: typeof claims.grant) {
	const form = await request.formData();
	const { id, words } = readAnswer(form) ?? error(404);
	const answered = await how(ctx, id, words);
	if (answered.ok) goOn(url, move);
	const sentence = reasonWords[answered.reason]({}, { locale: ctx.language });
	return refuse(move, answered.reason, { errors: { [`words-${id}`]: sentence }, message: sentence }, form);
}
