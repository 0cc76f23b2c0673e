import { fail, redirect } from '@sveltejs/kit';
import { enter } from '#platform/session-cookie.server.ts';
import { returnPath } from '#platform/session-return.ts';
import * as signIn from '#platform/sign-in.server.ts';
import { signInReasonWords } from '#platform/sign-in.words.ts';
import { dropSignInCookie, signInOf } from '#platform/sign-in-cookie.server.ts';
import type { Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies, url }) => {
	const naar = returnPath(url.searchParams.get('naar'));
	if (!signInOf(cookies)) redirect(303, `/inloggen?naar=${encodeURIComponent(naar)}`);
	return { naar, isInvited: url.searchParams.has('uitgenodigd') };
};

export const actions: Actions<Answered> = {
	confirm: async (event) => {
		const form = await event.request.formData();
		const id = signInOf(event.cookies);
		if (!id) redirect(303, '/inloggen');
		const confirmed = await signIn.confirmCode(id, String(form.get('code') ?? ''), event.getClientAddress());
		if (!confirmed.ok) {
			const code = signInReasonWords[confirmed.reason]({}, { locale: event.locals.language });
			return fail(confirmed.reason === 'too-many' ? 429 : 400, { errors: { code } });
		}
		dropSignInCookie(event.cookies);
		redirect(303, await enter(event, confirmed.value, form.get('naar')));
	}
};
