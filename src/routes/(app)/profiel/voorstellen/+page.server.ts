import { error, fail } from '@sveltejs/kit';
import * as introductions from '#modules/people/introductions.server.ts';
import { goOn, statusOf, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

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
	}
};
