import { fail, redirect } from '@sveltejs/kit';
import { asEmail, isEmail } from '#platform/accounts.server.ts';
import { returnPath } from '#platform/session-return.ts';
import * as signIn from '#platform/sign-in.server.ts';
import * as m from '#words/compiled/messages.js';
import { setSignInCookie } from '#platform/sign-in-cookie.server.ts';
import type { Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const naar = returnPath(url.searchParams.get('naar'));
	if (locals.ctx) redirect(303, naar);
	return { naar };
};

export const actions: Actions<Answered> = {
	ask: async ({ request, cookies, url, locals: { language }, getClientAddress }) => {
		const form = await request.formData();
		const email = asEmail(String(form.get('email') ?? ''));
		const naar = returnPath(form.get('naar'));
		if (!isEmail(email)) {
			return fail(400, { email, errors: { email: m.welcome_email_missing({}, { locale: language }) } });
		}
		const asked = await signIn.ask(email, { address: getClientAddress(), language, naar });
		if (!asked.ok) return fail(429, { email, errors: { email: m.welcome_too_many({}, { locale: language }) } });
		setSignInCookie(cookies, asked.value, url);
		redirect(303, `/inloggen/code?naar=${encodeURIComponent(naar)}`);
	}
};
