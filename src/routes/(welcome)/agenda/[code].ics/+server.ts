import { error } from '@sveltejs/kit';
import * as feeds from '#modules/cycle/feed/feeds.server.ts';
import { now } from '#platform/clock.server.ts';
import type { RequestHandler } from './$types';

/** The talks of one person, for their calendar. The address is the key: only programs come here, and no page leads to it. */
export const GET: RequestHandler = async ({ params, request, getClientAddress }) => {
	const found = await feeds.open(params.code, getClientAddress(), now());
	if (!found.ok) error(found.reason === 'missing' ? 404 : 429);
	const { text, tag } = found.value;
	const headers = { etag: `"${tag}"`, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' };
	const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
	if (known.includes(headers.etag) || known.includes('*')) return new Response(null, { status: 304, headers });
	return new Response(text, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' } });
};
