import { fail, redirect } from '@sveltejs/kit';
import { enter } from '#platform/session-cookie.server.ts';
import { returnPath } from '#platform/session-return.ts';
import * as signIn from '#platform/sign-in.server.ts';
import { signInReasonWords } from '#platform/sign-in.words.ts';
import type { Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

/**
 * Only shows the button: a mail scanner that follows the link uses nothing up. Not `no-referrer`: a browser then hides where
 * the form comes from, and the form is refused as one from another site. Every page says `same-origin` already.
 */
export const load: PageServerLoad = ({ url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { link: url.searchParams.get('sleutel') ?? '', naar: returnPath(url.searchParams.get('naar')) };
};

export const actions: Actions<Answered> = {
	confirm: async (event) => {
		const form = await event.request.formData();
		const confirmed = await signIn.confirmLink(String(form.get('link') ?? ''), event.getClientAddress());
		if (!confirmed.ok) {
			const message = signInReasonWords[confirmed.reason]({}, { locale: event.locals.language });
			return fail(confirmed.reason === 'too-many' ? 429 : 400, { message });
		}
		redirect(303, await enter(event, confirmed.value, form.get('naar')));
	}
};
