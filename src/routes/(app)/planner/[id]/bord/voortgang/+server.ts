import { error, json } from '@sveltejs/kit';
import { reasonWords } from '#modules/cycle/board/board.words.ts';
import * as progress from '#modules/cycle/board/progress.server.ts';
import { openStream } from '#platform/event-stream.server.ts';
import { asId, type RoundId } from '#platform/ids.ts';
import type { RequestHandler } from './$types';

/** How far the planning is and how often the board changed: told as it happens to who listens, once to who asks. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const id = asId<RoundId>(params.id) ?? error(404, reasonWords.missing());
	const now = await progress.glance(locals.ctx, id);
	if (!now.ok) error(404, reasonWords.missing());
	if (!request.headers.get('accept')?.includes('text/event-stream')) return json(now.value);
	const { person, school } = locals.ctx;
	const opened = openStream({ person: person.id, school }, async ({ send, end }) => {
		const following = await progress.follow(
			locals.ctx,
			id,
			{
				tell: (news) => send('news', news, news.version),
				beat: () => send('beat', null),
				gone: () => [send('gone', null), end()]
			},
			locals.again
		);
		return following.ok ? following.value : end;
	});
	// The page asks now and then instead, at this same address.
	return opened ?? new Response(null, { status: 429 });
};
