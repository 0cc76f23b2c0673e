import { error } from '@sveltejs/kit';
import { beforeIn, domainIn, parseDevelopmentId } from '#modules/conversations/development.input.ts';
import { developmentReasonWords as words } from '#modules/conversations/development.words.ts';
import * as developments from '#modules/conversations/developments.server.ts';
import * as withdrawals from '#modules/conversations/withdrawals.server.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx }, url }) => {
	const domain = domainIn(url);
	const found = await developments.get(ctx, pupilOf(params), { domain, before: beforeIn(url) });
	if (!found.ok) error(404, words.missing());
	const isPast = url.searchParams.has('voor');
	const takes = ctx.person.role === 'guardian' || ctx.person.role === 'pupil';
	return { ...found.value, takes, domain, isPast, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	restore: async ({ params, locals: { ctx }, request, url }) => {
		const note = parseDevelopmentId(await request.formData()) ?? error(404, words.missing());
		const restored = await withdrawals.restore(ctx, pupilOf(params), note);
		if (restored.ok) return goOn(url, 'restore');
		const message = words[restored.reason]();
		return refuse('restore', restored.reason, { errors: {}, message });
	}
};

function pupilOf(params: { id: string }) {
	return asId<PersonId>(params.id) ?? error(404, words.missing());
}
