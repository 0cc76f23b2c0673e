import { error } from '@sveltejs/kit';
import { readSentence, readSource } from '#modules/people/guide.input.ts';
import * as guides from '#modules/people/guides.server.ts';
import { goOn, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await guides.ofSchool(ctx);
	if (!found.ok) error(404);
	return { sentences: found.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	adaptSchool: async ({ request, locals: { ctx }, url }) => {
		const form = await request.formData();
		const source = readSource(form);
		const adapted = source && (await guides.adaptSchool(ctx, source, readSentence(form)));
		if (!adapted?.ok) error(404);
		goOn(url, 'adaptSchool');
	}
};
