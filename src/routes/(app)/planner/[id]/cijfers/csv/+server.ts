import { error } from '@sveltejs/kit';
import { sheetOf } from '#modules/cycle/after/figure.words.ts';
import { figures } from '#modules/cycle/after/figures.server.ts';
import { asId, type RoundId } from '#platform/ids.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
	const id = asId<RoundId>(params.id);
	const found = id && (await figures(ctx, id));
	if (!found?.ok) error(404);
	return new Response(sheetOf(found.value), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="gespreksronde-${found.value.round.firstDay}.csv"`,
			'cache-control': 'no-store'
		}
	});
};
