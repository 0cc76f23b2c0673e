import { now } from '#platform/clock.server.ts';
import { readConfig } from '#platform/config.server.ts';
import { securityText } from '#platform/security-text.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => {
	const { origin, securityContact } = readConfig();
	return new Response(securityText({ origin, contact: securityContact, now: now() }), {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'max-age=86400' }
	});
};
