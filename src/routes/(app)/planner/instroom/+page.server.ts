import { error } from '@sveltejs/kit';
import * as joiners from '#modules/cycle/year/joiners.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const found = await joiners.joined(ctx);
	if (!found.ok) error(404);
	return { ...found.value, language: ctx.language };
};
