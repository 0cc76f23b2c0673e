import { error } from '@sveltejs/kit';
import * as authorities from '#modules/people/authorities.server.ts';
import * as requests from '#modules/people/information-requests.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await authorities.list(ctx);
	const asked = await requests.list(ctx);
	if (!found.ok || !asked.ok) error(404);
	return { ...found.value, ...asked.value, done: url.searchParams.get('gedaan') };
};
