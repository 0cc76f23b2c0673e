import { error, json } from '@sveltejs/kit';
import { conversationId } from '#modules/conversations/conversation.input.ts';
import { sayReason } from '#modules/conversations/conversation.words.ts';
import { parseSection } from '#modules/conversations/entry.input.ts';
import * as presences from '#modules/conversations/presences.server.ts';
import { openStream } from '#platform/event-stream.server.ts';
import { statusOf } from '#platform/form.server.ts';
import type { RequestEvent, RequestHandler } from './$types';

/** How far the page is and who is there: told as it happens to who listens, once to who asks now and then. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const id = idIn({ params, locals });
	const now = await presences.glance(locals.ctx, id);
	if (!now.ok) error(404, sayReason('missing', locals.ctx.language));
	if (!request.headers.get('accept')?.includes('text/event-stream')) return json(now.value);
	const { person, school } = locals.ctx;
	const opened = openStream({ person: person.id, school }, async ({ send, end }) => {
		const watching = await presences.watch(
			locals.ctx,
			id,
			{
				tell: (news) => send('news', news, news.version),
				beat: () => send('beat', null),
				gone: () => [send('gone', null), end()]
			},
			locals.again
		);
		if (!watching.ok) return end;
		return watching.value;
	});
	// The page asks now and then instead, at this same address.
	return opened ?? new Response(null, { status: 429 });
};

/** Where somebody writes now; without a section: nowhere. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const section = parseSection(await request.formData());
	const written = await presences.write(locals.ctx, idIn({ params, locals }), section);
	if (!written.ok) error(statusOf(written.reason), sayReason(written.reason, locals.ctx.language));
	return new Response(null, { status: 204 });
};

function idIn({ params, locals }: Pick<RequestEvent, 'params' | 'locals'>) {
	return conversationId(params.id) ?? error(404, sayReason('missing', locals.ctx.language));
}
