import { error } from '@sveltejs/kit';
import { asId } from '#platform/ids.ts';
import { findInMailbox } from '#platform/mailbox.server.ts';
import type { RequestHandler } from './$types';

/** The mail as a mail program draws it; links leave the frame. */
export const GET: RequestHandler = async ({ params }) => {
	const id = asId<string>(params.id);
	const mail = id && (await findInMailbox(id));
	if (!mail) error(404);
	return new Response(mail.html.replace('<head>', '<head><base target="_top">'), {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy':
				"default-src 'none'; style-src 'unsafe-inline'; base-uri 'self'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation allow-popups",
			'x-frame-options': 'SAMEORIGIN'
		}
	});
};
