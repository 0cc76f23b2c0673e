import { error } from '@sveltejs/kit';
import * as whatWorks from '#modules/people/what-works.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { RequestHandler } from './$types';

/** The page as a file that another school, or the family itself, can keep. */
export const GET: RequestHandler = async ({ params, locals: { ctx } }) => {
	const id = asId<PersonId>(params.id) ?? error(404);
	const taken = await whatWorks.takeAlong(ctx, id);
	if (!taken.ok) error(404);
	return new Response(JSON.stringify(taken.value, null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="wat-werkt.json"',
			'cache-control': 'no-store'
		}
	});
};
