import { error } from '@sveltejs/kit';
import { calls } from '#modules/cycle/after/calls.server.ts';
import { isStaff } from '#platform/ctx.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	if (!isStaff(ctx)) error(404);
	return { calls: await calls(ctx), done: url.searchParams.get('gedaan'), language: ctx.language };
};
