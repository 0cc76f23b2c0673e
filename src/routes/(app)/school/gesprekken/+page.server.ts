import { error } from '@sveltejs/kit';
import * as templates from '#modules/conversations/templates.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const found = await templates.ofSchool(ctx);
	if (!found.ok) error(404);
	return { kinds: found.value };
};
