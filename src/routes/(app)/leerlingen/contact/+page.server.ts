import { error } from '@sveltejs/kit';
import { listWithout } from '#modules/cycle/arrangements/without.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const found = await listWithout(ctx);
	if (!found.ok) error(404);
	return found.value;
};
