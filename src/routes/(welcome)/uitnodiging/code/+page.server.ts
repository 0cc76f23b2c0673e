import { fail, redirect } from '@sveltejs/kit';
import * as arrivals from '#modules/people/arrivals.server.ts';
import { arrivalReasonWords } from '#modules/people/invitation.words.ts';
import { now } from '#platform/clock.server.ts';
import type { Answered } from '#platform/form.server.ts';
import { dropInvitationCookie, invitationOf } from '#platform/invitation-cookie.server.ts';
import { enterAs } from '#platform/session-cookie.server.ts';
import { dropSignInCookie, signInOf } from '#platform/sign-in-cookie.server.ts';
import * as signIn from '#platform/sign-in.server.ts';
import { signInReasonWords } from '#platform/sign-in.words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies }) => {
	if (!(await invitationOf(cookies))) redirect(303, '/uitnodiging?verlopen');
	if (!signInOf(cookies)) redirect(303, '/uitnodiging/welkom');
};

export const actions: Actions<Answered> = {
	confirm: async (event) => {
		const { cookies, request } = event;
		const [code, id] = [await invitationOf(cookies), signInOf(cookies)];
		if (!code || !id) redirect(303, '/uitnodiging?verlopen');
		const typed = String((await request.formData()).get('code') ?? '');
		const confirmed = await signIn.confirmCode(id, typed, event.getClientAddress());
		if (!confirmed.ok) {
			const words = signInReasonWords[confirmed.reason]();
			return fail(confirmed.reason === 'too-many' ? 429 : 400, { errors: { code: words } });
		}
		dropSignInCookie(cookies, '/uitnodiging');
		const arrived = await arrivals.arrive(code, { account: confirmed.value }, now());
		if (!arrived.ok) return fail(409, { message: arrivalReasonWords[arrived.reason]() });
		dropInvitationCookie(cookies);
		await enterAs(event, arrived.value.account, arrived.value.as, { factors: ['mail', 'letter'] });
		redirect(303, '/vandaag?gedaan=arrive');
	}
};
