import { error, fail } from '@sveltejs/kit';
import { readPerson, readSentence } from '#modules/people/guide.input.ts';
import * as guides from '#modules/people/guides.server.ts';
import { goOn, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx }, url }) => {
	const id = asId<PersonId>(params.id) ?? error(404);
	const found = await guides.get(ctx, id);
	if (!found.ok) error(404);
	return { ...found.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	adapt: async ({ request, params, locals: { ctx }, url }) => {
		const form = await request.formData();
		const [pupil, person] = [asId<PersonId>(params.id), readPerson(form)];
		const adapted = pupil && person && (await guides.adapt(ctx, pupil, person, readSentence(form)));
		if (!adapted || (!adapted.ok && adapted.reason === 'missing')) error(404);
		return adapted.ok ? goOn(url, 'adapt') : fail(403, { refused: true });
	}
};
