import { error } from '@sveltejs/kit';
import { errandsOf } from '#modules/notifications/by-hand.server.ts';
import { isStaff } from '#platform/ctx.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	if (!isStaff(ctx)) error(404);
	return { errands: await errandsOf(ctx) };
};
