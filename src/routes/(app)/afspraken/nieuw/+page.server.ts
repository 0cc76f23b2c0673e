import { error, redirect } from '@sveltejs/kit';
import { parseProposal } from '#modules/agreements/agreement.input.ts';
import { formNames } from '#modules/agreements/wording.ts';
import { formWords, reasonWords, whatIsOff, whyNot } from '#modules/agreements/agreement.words.ts';
import * as handshakes from '#modules/agreements/handshakes.server.ts';
import { whoCanBeAsked } from '#modules/agreements/proposing.server.ts';
import * as people from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { refuse, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	if (!url.searchParams.has('leerling')) {
		const children = (await people.children(ctx)).map(({ id, callName }) => ({ id, callName }));
		if (children.length === 1) redirect(303, `/afspraken/nieuw?leerling=${children[0]!.id}`);
		return { children, about: null };
	}
	const pupil = pupilFrom(url, ctx);
	const asked = await whoCanBeAsked(ctx, pupil);
	if (!asked.ok) error(404, reasonWords.missing({}, { locale: ctx.language }));
	const form = formNames.find((name) => name === url.searchParams.get('vorm'));
	const what = form ? formWords[form].what({}, { locale: ctx.language }) : '';
	return { children: [], about: { id: pupil, what, ...asked.value } };
};

export const actions: Actions<Answered> = {
	propose: async ({ locals: { ctx }, request, url }) => {
		const form = await request.formData();
		const parsed = parseProposal(form, pupilFrom(url, ctx));
		if (!parsed.ok) return refuse('propose', 'invalid', whatIsOff(parsed.errors, ctx.language), form);
		const proposed = await handshakes.propose(ctx, parsed.value);
		if (!proposed.ok) {
			return refuse('propose', proposed.reason, whyNot(proposed.reason, ctx.language), form);
		}
		redirect(303, `/afspraken/${proposed.value.id}?gedaan=propose`);
	}
};

function pupilFrom(url: URL, { language }: Ctx) {
	return asId<PersonId>(url.searchParams.get('leerling')) ?? error(404, reasonWords.missing({}, { locale: language }));
}
