import { error } from '@sveltejs/kit';
import { readEntry, readEntryId, readVersion, readWords } from '#modules/people/what-works.input.ts';
import * as whatWorks from '#modules/people/what-works.server.ts';
import { worksReasonWords } from '#modules/people/what-works.words.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx }, url }) => {
	const found = await whatWorks.get(ctx, pupilOf(params));
	if (!found.ok) error(404);
	const takes = ctx.person.role === 'guardian' || ctx.person.role === 'pupil';
	return { ...found.value, takes, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	say: async (event) => {
		const form = await event.request.formData();
		const { kind, voice } = readEntry(form);
		const words = readWords(form);
		if (!kind || !voice) error(404);
		const said = words.ok
			? await whatWorks.say(event.locals.ctx, pupilOf(event.params), { kind, voice, words: words.value })
			: words;
		return answer(event, 'say', said, form);
	},
	reword: async (event) => {
		const form = await event.request.formData();
		const [entry, words] = [readEntryId(form) ?? error(404), readWords(form)];
		const { ctx } = event.locals;
		const reworded = words.ok
			? await whatWorks.reword(ctx, pupilOf(event.params), entry, words.value, readVersion(form))
			: words;
		return answer(event, 'reword', reworded, form);
	},
	remove: async (event) => {
		const form = await event.request.formData();
		const entry = readEntryId(form) ?? error(404);
		return answer(event, 'remove', await whatWorks.remove(event.locals.ctx, pupilOf(event.params), entry), form);
	}
};

type Reason = keyof typeof worksReasonWords;

function answer({ url }: RequestEvent, move: string, outcome: Outcome<unknown, Reason>, form: FormData) {
	if (outcome.ok) return goOn(url, move);
	const message = worksReasonWords[outcome.reason]();
	return refuse(move, outcome.reason, { errors: { words: message }, message }, form);
}

function pupilOf(params: { id: string }) {
	return asId<PersonId>(params.id) ?? error(404);
}
