import { error, json } from '@sveltejs/kit';
import { asTalk } from '#modules/cycle/board/board.input.ts';
import { reasonWords } from '#modules/cycle/board/board.words.ts';
import * as boards from '#modules/cycle/board/boards.server.ts';
import { asId, type RoundId } from '#platform/ids.ts';
import type { RequestHandler } from './$types';

/** Where a talk that was just picked up could go, and in words why not elsewhere. */
export const GET: RequestHandler = async ({ locals: { ctx }, params, url }) => {
	const [id, talk] = [asId<RoundId>(params.id), asTalk(url.searchParams.get('gesprek'))];
	const found = id && talk && (await boards.spots(ctx, id, talk));
	if (!found || !found.ok) error(404, reasonWords.missing());
	return json(
		found.value.map(({ teacher, day, at, startsAt, obstacle }) => ({
			...{ line: teacher, page: day, at, value: startsAt },
			...(obstacle ? { why: reasonWords[obstacle]() } : {})
		}))
	);
};
