import { error } from '@sveltejs/kit';
import { parseEvaluation, parseGoalLookBack } from '#modules/agreements/agreement.input.ts';
import { reasonWords, whatIsOff, whyNot } from '#modules/agreements/agreement.words.ts';
import * as evaluations from '#modules/agreements/evaluations.server.ts';
import { goals } from '#modules/agreements/goals.server.ts';
import * as people from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import { asId, type AgreementId, type PersonId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking back goal by goal: `?leerling=`, else the first child. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const children = (await people.children(ctx)).map(({ id, callName }) => ({ id, callName }));
	const asked = url.searchParams.get('leerling');
	const child = asked ?? children[0]?.id;
	const found = child ? await goals(ctx, asId<PersonId>(child) ?? missing(ctx)) : undefined;
	if (found && !found.ok) missing(ctx);
	return { children, child: child ?? null, found: found?.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	lookBackOn: async ({ locals: { ctx }, request, url }) => {
		const form = await request.formData();
		const parsed = parseGoalLookBack(form);
		if (!parsed.ok) return refuse('lookBackOn', 'invalid', whatIsOff(parsed.errors, ctx.language), form);
		if (!parsed.value.length) missing(ctx);
		const told = await evaluations.lookBackOn(ctx, parsed.value);
		return told.ok ? goOn(url, 'lookBack') : refuse('lookBackOn', told.reason, whyNot(told.reason, ctx.language), form);
	},
	evaluate: async ({ locals: { ctx }, request, url }) => {
		const form = await request.formData();
		const id = asId<AgreementId>(form.get('agreement')) ?? missing(ctx);
		const parsed = parseEvaluation(form);
		if (!parsed.ok) return refuse('evaluate', 'invalid', whatIsOff(parsed.errors, ctx.language), form);
		const decided = await evaluations.evaluate(ctx, id, parsed.value);
		return decided.ok
			? goOn(url, 'evaluate')
			: refuse('evaluate', decided.reason, whyNot(decided.reason, ctx.language), form);
	}
};

function missing({ language }: Ctx): never {
	error(404, reasonWords.missing({}, { locale: language }));
}
