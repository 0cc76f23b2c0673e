import { error, fail } from '@sveltejs/kit';
import { isStaff } from '#platform/ctx.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import * as pupils from '#modules/people/pupils.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx } }) => {
	const id = asId<PersonId>(params.id);
	const found = id && (await pupils.get(ctx, id));
	if (!found?.ok) error(404);
	return { ...found.value, isStaff: isStaff(ctx) };
};

export const actions: Actions = {
	openOwnAccess: async ({ params, locals: { ctx } }) => {
		const id = asId<PersonId>(params.id);
		const opened = id && (await pupils.openOwnAccess(ctx, id));
		if (!opened || (!opened.ok && opened.reason === 'missing')) error(404);
		return opened.ok ? { opened: true } : fail(403, { opened: false });
	}
};
