import { error } from '@sveltejs/kit';
import * as answers from '#modules/cycle/wishes/answers.server.ts';
import { parseWish } from '#modules/cycle/wishes/wish.input.ts';
import { reasonWords } from '#modules/cycle/wishes/wish.words.ts';
import * as wishes from '#modules/cycle/wishes/wishes.server.ts';
import { goOn, refuseInWords, type Answered } from '#platform/form.server.ts';
import { asId, type RoundId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const found = await answers.forFamily(ctx, roundIn(params));
	if (!found.ok) error(404);
	const shelf = `${ctx.person.id}.wishes.${found.value.round.id}`;
	return { asked: found.value, shelf, done: url.searchParams.get('gedaan'), language: ctx.language };
};

export const actions: Actions<Answered> = {
	answer: async ({ request, locals: { ctx }, params, url }) => {
		const typed = parseWish(await request.formData());
		const said = await wishes.answer(ctx, roundIn(params), typed);
		if (said.ok) goOn(url, 'answer');
		// Somebody else at home was first: theirs is shown, and nobody's words are lost.
		return refuseInWords(said.reason, reasonWords, { typed });
	}
};

function roundIn({ round }: { round: string }): RoundId {
	return asId<RoundId>(round) ?? error(404);
}
