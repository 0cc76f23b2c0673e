import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as callers from '#modules/people/callers.server.ts';
import { accountById, type Membership } from '#platform/accounts.server.ts';
import { now } from '#platform/clock.server.ts';
import { keepOn, type Answered } from '#platform/form.server.ts';
import { setChallengeCookie, takeChallengeCookie } from '#platform/passkey-cookie.server.ts';
import type { AccountId } from '#platform/ids.ts';
import * as oidc from '#platform/oidc.server.ts';
import * as passkeys from '#platform/passkeys.server.ts';
import * as secondStep from '#platform/second-step.server.ts';
import { prove } from '#platform/session-cookie.server.ts';
import { deviceOf } from '#platform/session-device.ts';
import { returnPath } from '#platform/session-return.ts';
import { signInReasonWords } from '#platform/sign-in.words.ts';
import * as m from '#words/compiled/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** For who works here and came in by mail alone: nothing else opens before this step is given, or set up. */
export const load: PageServerLoad = async (event) => {
	const naar = returnPath(event.url.searchParams.get('naar'));
	const { session, email } = await halfway(event, naar);
	event.setHeaders({ 'cache-control': 'no-store' });
	const [hasApp, keys] = await Promise.all([secondStep.hasApp(session.account), passkeys.listOf(session.account)]);
	const provider = await providerOf(session.as);
	const isNew = !hasApp && !keys.length && !provider;
	return {
		...{ naar, hasApp, hasPasskey: keys.length > 0 },
		provider: provider && { id: provider.id, label: provider.label },
		offer: isNew ? await secondStep.offer(session, email) : undefined
	};
};

export const actions: Actions<Answered> = {
	give: async (event) => {
		const { session, form, naar } = await asked(event);
		const given = await secondStep.give(session.account, String(form.get('code') ?? ''), event.getClientAddress());
		if (!given.ok) return refused(given.reason);
		const path = await prove(event, given.value, naar);
		redirect(303, given.value === 'recovery' ? '/profiel/inloggen?gedaan=give' : path);
	},

	setUp: async (event) => {
		const { session, email, form, naar } = await asked(event);
		if (await isSetUp(session)) redirect(303, `${event.url.pathname}?naar=${encodeURIComponent(naar)}`);
		const [sealed, code] = [String(form.get('offer') ?? ''), String(form.get('code') ?? '')];
		const kept = await secondStep.setUp(session, sealed, code, event.getClientAddress(), event.locals.language);
		if (!kept.ok) return refused(kept.reason, { offer: await secondStep.offerAgain(session, sealed, email) });
		await prove(event, 'totp', naar);
		redirect(303, `/profiel/inloggen/herstelcodes?naar=${encodeURIComponent(naar)}`);
	},

	askFor: async (event) => {
		const { session } = await halfway(event, '/vandaag');
		const options = await passkeys.askFor(event.getClientAddress(), session.account);
		if (!options.ok) return fail(429, { message: signInReasonWords[options.reason]() });
		setChallengeCookie(event.cookies, options.value.id, event.url);
		return keepOn(event, { options: options.value.options });
	},

	prove: async (event) => {
		const { session, form, naar } = await asked(event);
		const [answer, challenge] = [String(form.get('answer') ?? ''), takeChallengeCookie(event.cookies)];
		const shown = await passkeys.enter(challenge, answer, event.getClientAddress(), session.account);
		if (!shown.ok) return fail(400, { message: signInReasonWords[shown.reason]() });
		redirect(303, await prove(event, 'passkey', naar));
	},

	askToMake: async (event) => {
		const { session, email } = await halfway(event, '/vandaag');
		if (await isSetUp(session)) return fail(409, { message: m.sign_in_passkey_failed() });
		const holder = { account: session.account, email, name: email };
		const options = await passkeys.askToMake(holder, event.getClientAddress());
		if (!options.ok) return fail(409, { message: signInReasonWords[options.reason]() });
		setChallengeCookie(event.cookies, options.value.id, event.url);
		return keepOn(event, { options: options.value.options });
	},

	make: async (event) => {
		const { session, form, naar } = await asked(event);
		if (await isSetUp(session)) redirect(303, `${event.url.pathname}?naar=${encodeURIComponent(naar)}`);
		const device = deviceOf(event.request.headers.get('user-agent') ?? '');
		const [answer, challenge] = [String(form.get('answer') ?? ''), takeChallengeCookie(event.cookies)];
		const name = device ? m.welcome_device(device) : '';
		const made = await passkeys.make(challenge, session.account, answer, name, event.locals.language);
		if (!made.ok) return fail(400, { message: signInReasonWords[made.reason]() });
		redirect(303, await prove(event, 'passkey', naar));
	}
};

/** Who has a second step gives it, by their school's own sign-in too: a mailbox alone sets up no other. */
async function isSetUp({ account, as }: { account: AccountId; as: Membership }) {
	if (await secondStep.hasApp(account)) return true;
	return (await passkeys.listOf(account)).length > 0 || Boolean(await providerOf(as));
}

/** The school's own sign-in is for who works at the school; not for who comes from outside. */
async function providerOf({ school, person }: Membership) {
	const caller = await callers.find(school, person, now());
	return caller?.person.role === 'staff' ? oidc.find({ school }) : undefined;
}

async function halfway({ locals: { session, ctx } }: RequestEvent, naar: string) {
	if (ctx) redirect(303, naar);
	if (!session) redirect(303, `/inloggen?naar=${encodeURIComponent(naar)}`);
	if (!session.as) redirect(303, `/inloggen/als?naar=${encodeURIComponent(naar)}`);
	const found = await accountById(session.account);
	// Who came in by a letter has no address here.
	return { session: { ...session, as: session.as }, email: found?.email ?? 'Eenlijn' };
}

async function asked(event: RequestEvent) {
	const form = await event.request.formData();
	const naar = returnPath(form.get('naar'));
	return { ...(await halfway(event, naar)), form, naar };
}

function refused(reason: secondStep.SecondStepReason, more: { offer?: secondStep.Offer } = {}) {
	return fail(reason === 'too-many' ? 429 : 400, { errors: { code: signInReasonWords[reason]() }, ...more });
}
