import { error } from '@sveltejs/kit';
import * as callers from '#modules/people/callers.server.ts';
import { now } from '#platform/clock.server.ts';
import { asId, type PersonId, type SchoolId } from '#platform/ids.ts';
import { drawnFor } from '#platform/trial-eyes.server.ts';
import type { RequestHandler } from './$types';

/** A page of a child as the server draws it for this person: to look at, not to do anything with. */
export const GET: RequestHandler = async ({ url }) => {
	const school = asId<SchoolId>(url.searchParams.get('school'));
	const person = asId<PersonId>(url.searchParams.get('als'));
	const path = url.searchParams.get('pagina') ?? '';
	if (!school || !person || !/^\/leerlingen\/[\w/-]+$/.test(path)) error(404);
	if (!(await callers.find(school, person, now()))) error(404);
	const { html } = await drawnFor({ school, person }, path);
	return new Response(html.replace('<head>', `<head><base href="${path}">`), {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy':
				"default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'self'; frame-ancestors 'self'",
			'x-frame-options': 'SAMEORIGIN'
		}
	});
};
