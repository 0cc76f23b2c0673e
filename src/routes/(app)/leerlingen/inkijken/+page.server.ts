import { error } from '@sveltejs/kit';
import * as looks from '#modules/consent/looks.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const groups = await looks.schoolList(ctx);
	if (!groups.ok) error(404);
	return { groups: groups.value };
};
