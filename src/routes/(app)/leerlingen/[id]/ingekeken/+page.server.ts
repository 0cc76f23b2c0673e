import { error } from '@sveltejs/kit';
import * as looks from '#modules/consent/looks.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx } }) => {
	const id = asId<PersonId>(params.id) ?? error(404);
	const found = await looks.list(ctx, id);
	if (!found.ok) error(404);
	return { id, ...found.value };
};
