import { error, fail } from '@sveltejs/kit';
import { sayAttachmentReason } from '#modules/conversations/attachment.words.ts';
import * as introductions from '#modules/people/introductions.server.ts';
import { goOn, statusOf, type Answered } from '#platform/form.server.ts';
import * as m from '#words/compiled/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await introductions.mine(ctx);
	if (!found.ok) error(404);
	return { ...found.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	introduce: async ({ request, locals: { ctx }, url }) => {
		const text = String((await request.formData()).get('text') ?? '');
		const introduced = await introductions.introduce(ctx, text);
		if (introduced.ok) goOn(url, 'introduce');
		if (introduced.reason === 'missing') error(404);
		return fail(statusOf(introduced.reason), { text, tooLong: true });
	},
	speak: async ({ request, locals: { ctx }, url }) => {
		const file = (await request.formData()).get('file');
		const bytes = new Uint8Array(file instanceof File ? await file.arrayBuffer() : []);
		const spoken = await introductions.speak(ctx, bytes);
		if (spoken.ok) goOn(url, 'speak');
		if (spoken.reason === 'missing') error(404);
		const inWords = { locale: ctx.language };
		const sound =
			spoken.reason === 'no-words'
				? m.kinds_spoken_first_words({}, inWords)
				: sayAttachmentReason(spoken.reason, ctx.language);
		return fail(statusOf(spoken.reason), { sound });
	},
	fallSilent: async ({ locals: { ctx }, url }) => {
		const silent = await introductions.fallSilent(ctx);
		if (!silent.ok) error(404);
		goOn(url, 'fallSilent');
	}
};
