import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Answered } from '#platform/form.server.ts';
import { prove } from '#platform/session-cookie.server.ts';
import { returnPath } from '#platform/session-return.ts';
import { dropSignInCookie, setSignInCookie, signInOf } from '#platform/sign-in-cookie.server.ts';
import * as signIn from '#platform/sign-in.server.ts';
import { signInReasonWords } from '#platform/sign-in.words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { session, ctx }, cookies, url }) => {
	const naar = returnPath(url.searchParams.get('naar'));
	if (!session || !ctx) redirect(303, `/inloggen?naar=${encodeURIComponent(naar)}`);
	return { naar, sent: url.searchParams.has('gestuurd') && Boolean(signInOf(cookies)) };
};

export const actions: Actions<Answered> = {
	askAs: async (event) => {
		const { form, as, language } = await here(event);
		const naar = returnPath(form.get('naar'));
		const asked = await signIn.askAs(as, { address: event.getClientAddress(), language, naar });
		if (!asked.ok) return refused(asked.reason, language);
		setSignInCookie(event.cookies, asked.value, event.url);
		redirect(303, `/inloggen/opnieuw?gestuurd=ja&naar=${encodeURIComponent(naar)}`);
	},

	confirmCode: async (event) => {
		const { form, account, language } = await here(event);
		const id = signInOf(event.cookies);
		if (!id) return refused('wrong-code', language);
		const confirmed = await signIn.confirmCode(id, String(form.get('code') ?? ''), event.getClientAddress());
		if (!confirmed.ok) return refused(confirmed.reason, language);
		if (confirmed.value !== account) return refused('wrong-code', language);
		dropSignInCookie(event.cookies);
		redirect(303, await prove(event, 'mail', form.get('naar')));
	}
};

async function here({ locals: { session, language }, request }: RequestEvent) {
	if (!session?.as) redirect(303, '/inloggen');
	return { form: await request.formData(), as: session.as, account: session.account, language };
}

function refused(reason: keyof typeof signInReasonWords, locale: App.Locals['language']) {
	return fail(reason === 'too-many' ? 429 : 400, { errors: { code: signInReasonWords[reason]({}, { locale }) } });
}
