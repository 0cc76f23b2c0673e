import { json, type RequestEvent } from '@sveltejs/kit';
import * as m from '#words/compiled/messages.js';
import { now } from './clock.server.ts';
import { isFresh } from './step-up.ts';

type Asked = Pick<RequestEvent, 'request' | 'locals'>;

/** A form that stood on the screen for longer than it may be sent without proving once more who this is. */
export function isTooLate({ request, locals: { session } }: Asked): boolean {
	return request.method === 'POST' && !!session && !isFresh(session, 'POST', now());
}

/**
 * Nothing of the page is shown, and nothing is done: a page of its own gives back what was typed, to be sent again. It is
 * kept in that page alone, not on the device and not here: a computer at school is shared.
 */
export async function keepTyped({ request, url, fetch, locals: { language } }: RequestEvent): Promise<Response> {
	if (request.headers.get('x-sveltekit-action') === 'true') {
		const message = m.sign_in_late_script({}, { locale: language });
		// As SvelteKit writes an answer to a form: the words stay where they were typed.
		return json({ type: 'failure', status: 409, data: JSON.stringify([{ message: 1 }, message]) });
	}
	const form = await request.formData();
	const typed = keep(form);
	const more = typed.length < [...form].length ? '&bestand=ja' : '';
	const address = `/inloggen/opnieuw/bewaard?/keep&naar=${encodeURIComponent(url.pathname + url.search)}${more}`;
	return fetch(address, { method: 'POST', body: new URLSearchParams(typed), headers: { accept: 'text/html' } });
}

/** All that was typed, in order, a name as often as it was sent; a file cannot be given back. */
export function keep(form: FormData): [name: string, text: string][] {
	return [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}
