import { error } from '@sveltejs/kit';
import * as authorities from '#modules/people/authorities.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const found = await authorities.list(ctx);
	if (!found.ok) error(404);
	return found.value;
};
