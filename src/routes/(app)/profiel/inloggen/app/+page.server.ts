import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { accountById } from '#platform/accounts.server.ts';
import { owesSecondStep } from '#platform/ctx.ts';
import type { Answered } from '#platform/form.server.ts';
import * as secondStep from '#platform/second-step.server.ts';
import { prove } from '#platform/session-cookie.server.ts';
import { signInReasonWords } from '#platform/sign-in.words.ts';
import { mustConfirm } from '#platform/step-up.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Another telephone, or an app beside a passkey. */
export const load: PageServerLoad = async (event) => {
	const { session, email } = await here(event);
	event.setHeaders({ 'cache-control': 'no-store' });
	return { offer: await secondStep.offer(session, email), hasApp: await secondStep.hasApp(session.account) };
};

export const actions: Actions<Answered> = {
	setUp: async (event) => {
		const { session, email } = await here(event);
		const form = await event.request.formData();
		const [sealed, code] = [String(form.get('offer') ?? ''), String(form.get('code') ?? '')];
		const kept = await secondStep.setUp(session, sealed, code, event.getClientAddress(), event.locals.language);
		if (!kept.ok) {
			const errors = { code: signInReasonWords[kept.reason]() };
			return fail(400, { errors, offer: await secondStep.offerAgain(session, sealed, email) });
		}
		await prove(event, 'totp', '/');
		const left = await secondStep.recoveryLeft(session.account);
		redirect(303, left ? '/profiel/inloggen?gedaan=setUp' : '/profiel/inloggen/herstelcodes?naar=/profiel/inloggen');
	}
};

async function here(event: RequestEvent) {
	const { ctx, caller, session } = event.locals;
	if (!owesSecondStep(ctx.person)) error(404);
	mustConfirm(event);
	return { session: session!, email: (await accountById(session!.account))?.email ?? caller.name };
}
