import { error } from '@sveltejs/kit';
import { parseEvaluation, parseLookBack, parseReplacement } from '#modules/agreements/agreement.input.ts';
import { reasonWords, whatIsOff, whyNot, type AgreementReason } from '#modules/agreements/agreement.words.ts';
import * as evaluations from '#modules/agreements/evaluations.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { answer, refuse, type Answered } from '#platform/form.server.ts';
import { asId, type AgreementId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const found = await evaluations.lookingBack(ctx, idFrom(params, ctx));
	if (!found.ok) error(404, reasonWords.missing({}, { locale: ctx.language }));
	return { ...found.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	lookBack: async ({ locals: { ctx }, params, request }) => {
		const form = await request.formData();
		const parsed = parseLookBack(form);
		if (!parsed.ok) return refuse('lookBack', 'invalid', whatIsOff(parsed.errors, ctx.language), form);
		const told = evaluations.lookBack(ctx, idFrom(params, ctx), parsed.value);
		return answer('lookBack', told, `/afspraken/${params.id}/terugkijken`, why(ctx), form);
	},
	evaluate: async ({ locals: { ctx }, params, request }) => {
		const form = await request.formData();
		const parsed = parseEvaluation(form);
		if (!parsed.ok) return refuse('evaluate', 'invalid', whatIsOff(parsed.errors, ctx.language), form);
		const decided = evaluations.evaluate(ctx, idFrom(params, ctx), parsed.value);
		return answer('evaluate', decided, `/afspraken/${params.id}`, why(ctx), form);
	},
	replace: async ({ locals: { ctx }, params, request }) => {
		const form = await request.formData();
		const parsed = parseReplacement(form);
		if (!parsed.ok) return refuse('replace', 'invalid', whatIsOff(parsed.errors, ctx.language), form);
		const replaced = evaluations.replace(ctx, idFrom(params, ctx), parsed.value);
		return answer('replace', replaced, `/afspraken/${params.id}`, why(ctx), form);
	}
};

function why({ language }: Ctx) {
	return (reason: AgreementReason) => whyNot(reason, language);
}

function idFrom({ id }: { id: string }, { language }: Ctx): AgreementId {
	return asId<AgreementId>(id) ?? error(404, reasonWords.missing({}, { locale: language }));
}
