import { error, redirect } from '@sveltejs/kit';
import { domainIn, parseNoted, parseVoice } from '#modules/conversations/development.input.ts';
import { developmentReasonWords as words, fieldOf } from '#modules/conversations/development.words.ts';
import * as developments from '#modules/conversations/developments.server.ts';
import { parseEvidence } from '#modules/conversations/evidence.input.ts';
import { refuse, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ params, locals: { ctx }, url }) => {
	const found = await developments.forWriting(ctx, pupilOf(params));
	if (!found.ok || !found.value.voices.length) error(404, words.missing());
	return { ...found.value, domain: domainIn(url) };
};

export const actions: Actions<Answered> = {
	write: async ({ params, locals: { ctx }, request }) => {
		const form = await request.formData();
		const pupil = pupilOf(params);
		const [noted, voice] = [parseNoted(form), parseVoice(form) ?? error(404, words.missing())];
		const evidence = await parseEvidence(form);
		const written = noted.ok ? await developments.write(ctx, pupil, { ...noted.value, voice, evidence }) : noted;
		if (written.ok) redirect(303, `/leerlingen/${pupil}/ontwikkeling?gedaan=write`);
		const message = words[written.reason]();
		return refuse('write', written.reason, { errors: { [fieldOf(written.reason)]: message }, message }, form);
	}
};

function pupilOf(params: { id: string }) {
	return asId<PersonId>(params.id) ?? error(404, words.missing());
}
