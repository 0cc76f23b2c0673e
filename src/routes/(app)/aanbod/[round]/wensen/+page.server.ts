import { error } from '@sveltejs/kit';
import * as answers from '#modules/cycle/wishes/answers.server.ts';
import { parseWish } from '#modules/cycle/wishes/wish.input.ts';
import { reasonWords } from '#modules/cycle/wishes/wish.words.ts';
import * as wishes from '#modules/cycle/wishes/wishes.server.ts';
import { goOn, refuseInWords, type Answered } from '#platform/form.server.ts';
import { asId, type HouseholdId, type RoundId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const found = await answers.homesOfMine(ctx, roundIn(params));
	if (!found.ok) error(404);
	const home = asId<HouseholdId>(url.searchParams.get('huis'));
	const asked = home && (await answers.forHome(ctx, roundIn(params), home));
	if (asked && !asked.ok) error(404);
	return {
		...found.value,
		asked: asked?.ok ? { ...asked.value, household: home } : undefined,
		done: url.searchParams.get('gedaan'),
		language: ctx.language
	};
};

export const actions: Actions<Answered> = {
	answerFor: async ({ request, locals: { ctx }, params, url }) => {
		const form = await request.formData();
		const home = asId<HouseholdId>(form.get('household')) ?? error(404);
		const typed = parseWish(form);
		const said = await wishes.answerFor(ctx, roundIn(params), home, typed);
		if (!said.ok) return refuseInWords(said.reason, reasonWords, { typed });
		url.searchParams.delete('huis');
		return goOn(url, 'answerFor');
	}
};

function roundIn({ round }: { round: string }): RoundId {
	return asId<RoundId>(round) ?? error(404);
}
