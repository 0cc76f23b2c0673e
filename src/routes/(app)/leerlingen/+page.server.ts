import * as pupils from '#modules/people/pupils.server.ts';
import { mayLookIn } from '#modules/consent/looks.server.ts';
import { isStaff } from '#platform/ctx.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
	groups: await pupils.list(ctx),
	mayLookIn: mayLookIn(ctx),
	staff: isStaff(ctx),
	invites: isStaff(ctx, 'teacher')
});
