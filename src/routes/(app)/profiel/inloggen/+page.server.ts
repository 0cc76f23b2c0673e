import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { accountById } from '#platform/accounts.server.ts';
import { owesSecondStep } from '#platform/ctx.ts';
import { isLast } from '#platform/factor.ts';
import { goOn, keepOn, type Answered } from '#platform/form.server.ts';
import { setChallengeCookie, takeChallengeCookie } from '#platform/passkey-cookie.server.ts';
import * as passkeys from '#platform/passkeys.server.ts';
import * as secondStep from '#platform/second-step.server.ts';
import { deviceOf } from '#platform/session-device.ts';
import { signInReasonWords } from '#platform/sign-in.words.ts';
import { mustConfirm } from '#platform/step-up.server.ts';
import * as m from '#words/compiled/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	mustConfirm(event);
	const { ctx, session } = event.locals;
	const { account } = session!;
	return {
		passkeys: await passkeys.listOf(account),
		app: owesSecondStep(ctx.person)
			? { isTied: await secondStep.hasApp(account), left: await secondStep.recoveryLeft(account) }
			: undefined,
		language: ctx.language,
		done: event.url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	askToMake: async (event) => {
		mustConfirm(event);
		const { session, caller } = event.locals;
		const found = await accountById(session!.account);
		const holder = { account: session!.account, email: found?.email ?? caller.name, name: caller.name };
		const asked = await passkeys.askToMake(holder, event.getClientAddress());
		if (!asked.ok) return fail(409, { message: signInReasonWords[asked.reason]() });
		setChallengeCookie(event.cookies, asked.value.id, event.url);
		return keepOn(event, { options: asked.value.options });
	},

	make: async (event) => {
		mustConfirm(event);
		const { request, cookies, url, locals } = event;
		const form = await request.formData();
		const device = deviceOf(request.headers.get('user-agent') ?? '');
		const name = device ? m.welcome_device(device) : '';
		const answer = String(form.get('answer') ?? '');
		const made = await passkeys.make(
			takeChallengeCookie(cookies),
			locals.session!.account,
			answer,
			name,
			locals.language
		);
		if (!made.ok) return fail(400, { message: signInReasonWords[made.reason]() });
		goOn(url, 'make');
	},

	rename: async (event) => {
		mustConfirm(event);
		const form = await event.request.formData();
		const { account } = event.locals.session!;
		const [id, name] = [String(form.get('passkey') ?? ''), String(form.get('name') ?? '')];
		if (!(await passkeys.rename(account, id, name))) error(404);
		goOn(event.url, 'rename');
	},

	remove: async (event) => {
		mustConfirm(event);
		const id = String((await event.request.formData()).get('passkey') ?? '');
		const { account } = event.locals.session!;
		const keys = await passkeys.listOf(account);
		if (keys.some((key) => key.id === id) && (await isLastWay(event)))
			return fail(409, { message: m.sign_in_last_way() });
		if (!(await passkeys.remove(account, id, event.locals.language))) error(404);
		goOn(event.url, 'remove');
	},

	removeApp: async (event) => {
		mustConfirm(event);
		if (await isLastWay(event)) return fail(409, { message: m.sign_in_last_way() });
		await secondStep.removeApp(event.locals.session!.account, event.locals.language);
		goOn(event.url, 'removeApp');
	}
};

/** Guardians and pupils come in by mail all the same. */
async function isLastWay({ locals: { ctx, session } }: RequestEvent) {
	if (!owesSecondStep(ctx.person)) return false;
	const { account } = session!;
	return isLast({ hasApp: await secondStep.hasApp(account), passkeys: (await passkeys.listOf(account)).length });
}
