import { fail, redirect } from '@sveltejs/kit';
import { asEmail, isEmail } from '#platform/accounts.server.ts';
import { returnPath } from '#platform/session-return.ts';
import * as signIn from '#platform/sign-in.server.ts';
import * as m from '#words/compiled/messages.js';
import { setSignInCookie } from '#platform/sign-in-cookie.server.ts';
import { sayWhyNot, signInReasonWords } from '#platform/sign-in.words.ts';
import { keepOn, type Answered } from '#platform/form.server.ts';
import { setChallengeCookie, takeChallengeCookie } from '#platform/passkey-cookie.server.ts';
import { domainOf } from '#platform/oidc.ts';
import * as oidc from '#platform/oidc.server.ts';
import * as passkeys from '#platform/passkeys.server.ts';
import { enter } from '#platform/session-cookie.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const naar = returnPath(url.searchParams.get('naar'));
	if (locals.ctx) redirect(303, naar);
	return {
		naar,
		byMail: url.searchParams.get('per') === 'mail',
		wrong: sayWhyNot(url.searchParams.get('mis'), locals.language)
	};
};

export const actions: Actions<Answered> = {
	ask: async ({ request, cookies, url, locals: { language }, getClientAddress }) => {
		const form = await request.formData();
		const email = asEmail(String(form.get('email') ?? ''));
		const naar = returnPath(form.get('naar'));
		if (!isEmail(email)) {
			return fail(400, { email, errors: { email: m.welcome_email_missing({}, { locale: language }) } });
		}
		const providers = form.has('byMail') ? [] : await oidc.findByDomain(domainOf(email));
		if (providers.length) redirect(303, addressVia(providers, naar));
		const asked = await signIn.ask(email, { address: getClientAddress(), language, naar });
		if (!asked.ok) return fail(429, { email, errors: { email: m.welcome_too_many({}, { locale: language }) } });
		setSignInCookie(cookies, asked.value, url);
		redirect(303, `/inloggen/code?naar=${encodeURIComponent(naar)}`);
	},

	/** What to ask the device; nobody is known yet, and nothing here tells who is. */
	askFor: async (event) => {
		const asked = await passkeys.askFor(event.getClientAddress());
		if (!asked.ok) return fail(429, { message: m.welcome_too_many({}, { locale: event.locals.language }) });
		setChallengeCookie(event.cookies, asked.value.id, event.url);
		return keepOn(event, { options: asked.value.options });
	},

	enter: async (event) => {
		const form = await event.request.formData();
		const answer = String(form.get('answer') ?? '');
		const shown = await passkeys.enter(takeChallengeCookie(event.cookies), answer, event.getClientAddress());
		if (!shown.ok) {
			return fail(400, { message: signInReasonWords[shown.reason]({}, { locale: event.locals.language }) });
		}
		redirect(303, await enter(event, shown.value, form.get('naar'), { factors: ['passkey'] }));
	}
};

/** A school's addresses go to the school's own sign-in, whether we know who it is or not. */
function addressVia(providers: readonly { id: string }[], naar: string) {
	return `/inloggen/via?${new URLSearchParams([...providers.map(({ id }) => ['bij', id]), ['naar', naar]])}`;
}
