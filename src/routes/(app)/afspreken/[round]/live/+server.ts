import { error, json } from '@sveltejs/kit';
import { reasonWords } from '#modules/cycle/evening/delay.words.ts';
import * as following from '#modules/cycle/evening/following.server.ts';
import { openStream } from '#platform/event-stream.server.ts';
import { asId, type RoundId } from '#platform/ids.ts';
import type { RequestHandler } from './$types';

/** How often the times and delays of a round have changed: told as it happens to who listens, once to who asks now and then. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const id = asId<RoundId>(params.round) ?? error(404, reasonWords.missing());
	const now = await following.glance(locals.ctx, id);
	if (!now.ok) error(404, reasonWords.missing());
	if (!request.headers.get('accept')?.includes('text/event-stream')) return json(now.value);
	const { person, school } = locals.ctx;
	const opened = openStream({ person: person.id, school }, async ({ send, end }) => {
		const hears = {
			tell: (news: following.News) => send('news', news, news.version),
			beat: () => send('beat', null),
			gone: () => [send('gone', null), end()]
		};
		const watching = await following.watch(locals.ctx, id, hears, locals.again);
		return watching.ok ? watching.value : end;
	});
	// The page asks now and then instead, at this same address.
	return opened ?? new Response(null, { status: 429 });
};
