import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { accountById } from '#platform/accounts.server.ts';
import { isStaff, owesSecondStep } from '#platform/ctx.ts';
import { keepOn, type Answered } from '#platform/form.server.ts';
import { setChallengeCookie, takeChallengeCookie } from '#platform/passkey-cookie.server.ts';
import * as oidc from '#platform/oidc.server.ts';
import * as passkeys from '#platform/passkeys.server.ts';
import * as secondStep from '#platform/second-step.server.ts';
import { prove } from '#platform/session-cookie.server.ts';
import { returnPath } from '#platform/session-return.ts';
import { dropSignInCookie, setSignInCookie, signInOf } from '#platform/sign-in-cookie.server.ts';
import * as signIn from '#platform/sign-in.server.ts';
import { sayWhyNot, signInReasonWords } from '#platform/sign-in.words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { session, ctx }, cookies, url }) => {
	const naar = returnPath(url.searchParams.get('naar'));
	if (!session || !ctx) redirect(303, `/inloggen?naar=${encodeURIComponent(naar)}`);
	const provider = isStaff(ctx) ? await oidc.find({ school: ctx.school }) : undefined;
	return {
		naar,
		wrong: sayWhyNot(url.searchParams.get('mis'), ctx.language),
		provider: provider && { id: provider.id, label: provider.label },
		sent: url.searchParams.has('gestuurd') && Boolean(signInOf(cookies)),
		byMail: !owesSecondStep(ctx.person) && Boolean((await accountById(session.account))?.email),
		byLetter: !owesSecondStep(ctx.person),
		byApp: owesSecondStep(ctx.person) && (await secondStep.hasApp(session.account)),
		byPasskey: (await passkeys.listOf(session.account)).length > 0
	};
};

export const actions: Actions<Answered> = {
	askAs: async (event) => {
		const { form, as, language } = await here(event, 'by mail');
		const naar = returnPath(form.get('naar'));
		const asked = await signIn.askAs(as, { address: event.getClientAddress(), language, naar });
		if (!asked.ok) return refused(asked.reason, language);
		setSignInCookie(event.cookies, asked.value, event.url);
		redirect(303, `/inloggen/opnieuw?gestuurd=ja&naar=${encodeURIComponent(naar)}`);
	},

	confirmCode: async (event) => {
		const { form, account, language } = await here(event, 'by mail');
		const id = signInOf(event.cookies);
		if (!id) return refused('wrong-code', language);
		const confirmed = await signIn.confirmCode(id, String(form.get('code') ?? ''), event.getClientAddress());
		if (!confirmed.ok) return refused(confirmed.reason, language);
		if (confirmed.value !== account) return refused('wrong-code', language);
		dropSignInCookie(event.cookies);
		redirect(303, await prove(event, 'mail', form.get('naar')));
	},

	give: async (event) => {
		const { form, account, language } = await here(event);
		const given = await secondStep.give(account, String(form.get('code') ?? ''), event.getClientAddress());
		if (!given.ok) return refused(given.reason, language);
		redirect(303, await prove(event, given.value, form.get('naar')));
	},

	askFor: async (event) => {
		const { account, language } = await here(event);
		const asked = await passkeys.askFor(event.getClientAddress(), account);
		if (!asked.ok) return fail(429, { message: signInReasonWords[asked.reason]({}, { locale: language }) });
		setChallengeCookie(event.cookies, asked.value.id, event.url);
		return keepOn(event, { options: asked.value.options });
	},

	prove: async (event) => {
		const { form, account, language } = await here(event);
		const answer = String(form.get('answer') ?? '');
		const challenge = takeChallengeCookie(event.cookies);
		const shown = await passkeys.enter(challenge, answer, event.getClientAddress(), account);
		if (!shown.ok) return fail(400, { message: signInReasonWords[shown.reason]({}, { locale: language }) });
		redirect(303, await prove(event, 'passkey', form.get('naar')));
	}
};

/** A code by mail is not for who owes a second step: who has their mailbox has not yet their second step. */
async function here({ locals: { session, ctx, language }, request }: RequestEvent, how?: 'by mail') {
	if (!session?.as || !ctx) redirect(303, '/inloggen');
	if (how === 'by mail' && owesSecondStep(ctx.person)) error(404);
	return { form: await request.formData(), as: session.as, account: session.account, language };
}

function refused(reason: keyof typeof signInReasonWords, locale: App.Locals['language']) {
	return fail(reason === 'too-many' ? 429 : 400, { errors: { code: signInReasonWords[reason]({}, { locale }) } });
}
