import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { asEmail } from '#platform/accounts.server.ts';
import type { Answered } from '#platform/form.server.ts';
import { arrivalIn, dropArrivalCookie } from '#platform/oidc-cookie.server.ts';
import * as oidc from '#platform/oidc.server.ts';
import { enter } from '#platform/session-cookie.server.ts';
import { dropSignInCookie, setSignInCookie, signInOf } from '#platform/sign-in-cookie.server.ts';
import * as signIn from '#platform/sign-in.server.ts';
import { signInReasonWords } from '#platform/sign-in.words.ts';
import * as m from '#words/compiled/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** The provider vouches for somebody we don't know by that name: once, the school's own file says who it is. */
export const load: PageServerLoad = async (event) => {
	const { label } = await arrived(event);
	return { label, sent: event.url.searchParams.has('gestuurd') && Boolean(signInOf(event.cookies)) };
};

export const actions: Actions<Answered> = {
	ask: async (event) => {
		const { naar } = await arrived(event);
		const { cookies, url, request, locals } = event;
		const email = asEmail(String((await request.formData()).get('email') ?? ''));
		if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254) {
			return fail(400, { email, errors: { email: m.welcome_email_missing({}, { locale: locals.language }) } });
		}
		const asked = await signIn.ask(email, { address: event.getClientAddress(), language: locals.language, naar });
		if (!asked.ok) return refused('email', asked.reason, locals.language);
		setSignInCookie(cookies, asked.value, url);
		redirect(303, '/inloggen/eerste-keer?gestuurd=ja');
	},

	introduce: async (event) => {
		await arrived(event);
		const { cookies, request, locals } = event;
		const id = signInOf(cookies);
		if (!id) redirect(303, '/inloggen/eerste-keer');
		const code = String((await request.formData()).get('code') ?? '');
		const confirmed = await signIn.confirmCode(id, code, event.getClientAddress());
		if (!confirmed.ok) return refused('code', confirmed.reason, locals.language);
		const introduced = await oidc.introduce(arrivalIn(cookies), confirmed.value);
		dropSignInCookie(cookies);
		dropArrivalCookie(cookies);
		if (!introduced.ok) redirect(303, `/inloggen?mis=${introduced.reason}`);
		const { school, naar } = introduced.value;
		redirect(303, await enter(event, confirmed.value, naar, { factors: ['mail', 'provider'], through: school }));
	}
};

async function arrived({ cookies }: RequestEvent) {
	const arrival = await oidc.arrivalOf(arrivalIn(cookies));
	if (!arrival) redirect(303, '/inloggen?mis=provider-refused');
	return arrival;
}

function refused(field: string, reason: keyof typeof signInReasonWords, locale: App.Locals['language']) {
	return fail(reason === 'too-many' ? 429 : 400, { errors: { [field]: signInReasonWords[reason]({}, { locale }) } });
}
