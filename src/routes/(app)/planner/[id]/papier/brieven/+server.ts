import { error } from '@sveltejs/kit';
import { drawFamilyLetters } from '#modules/cycle/print/letters.server.ts';
import * as papers from '#modules/cycle/print/papers.server.ts';
import { readConfig } from '#platform/config.server.ts';
import { asId, type RoundId } from '#platform/ids.ts';
import type { RequestHandler } from './$types';

/** A letter for each home without mail, one a page. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
	const found = await papers.letters(ctx, asId<RoundId>(params.id) ?? error(404));
	if (!found.ok || !found.value.letters.length) error(404);
	const { round, ...rest } = found.value;
	return new Response(await drawFamilyLetters(ctx, round, rest, readConfig().origin), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': 'attachment; filename="brieven.pdf"',
			'cache-control': 'no-store'
		}
	});
};
