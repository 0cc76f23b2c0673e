import { error } from '@sveltejs/kit';
import { readClaim } from '#modules/consent/claim.input.ts';
import { reasonWords } from '#modules/consent/claim.words.ts';
import * as claims from '#modules/consent/claims.server.ts';
import * as exports from '#modules/consent/exports.server.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import { log } from '#platform/log.server.ts';
import { mustConfirm } from '#platform/step-up.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, url } = event;
	mustConfirm(event);
	const found = await exports.list(locals.ctx, locals.ctx.person.id);
	if (!found.ok) error(404);
	return {
		...found.value,
		me: locals.ctx.person.id,
		children: await claims.childrenToAskFor(locals.ctx),
		claims: await claims.mine(locals.ctx),
		done: url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	askExport: async ({ locals: { ctx }, url }) => {
		const asked = await exports.askExport(ctx, ctx.person.id);
		if (!asked.ok) error(404);
		void exports.makeWaiting(ctx.school).catch((trouble) => log.error({ error: trouble }, 'export'));
		goOn(url, 'askExport');
	},

	askClaim: async ({ locals: { ctx }, request, url }) => {
		const form = await request.formData();
		const claim = readClaim(form) ?? error(404);
		const asked = await claims.askClaim(ctx, claim);
		if (asked.ok) goOn(url, 'askClaim');
		const sentence = reasonWords[asked.reason]({}, { locale: ctx.language });
		return refuse('askClaim', asked.reason, { errors: { words: sentence }, message: sentence }, form);
	}
};
