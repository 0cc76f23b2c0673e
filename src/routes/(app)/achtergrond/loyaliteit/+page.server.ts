import { error } from '@sveltejs/kit';
import { isStaff } from '#platform/ctx.ts';
import type { PageServerLoad } from './$types';

/** Written for staff: parents read of themselves elsewhere, in other words. */
export const load: PageServerLoad = ({ locals: { ctx } }) => {
	if (!isStaff(ctx)) error(404);
};
