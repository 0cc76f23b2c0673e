import { fail, redirect } from '@sveltejs/kit';
import * as arrivals from '#modules/people/arrivals.server.ts';
import { arrivalReasonWords } from '#modules/people/invitation.words.ts';
import { now } from '#platform/clock.server.ts';
import type { Answered } from '#platform/form.server.ts';
import { readCode } from '#platform/invitation-code.server.ts';
import { setInvitationCookie } from '#platform/invitation-cookie.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** It reads the code from the fragment of the address, where a scanned square has it; typing it works without. */
export const csr = true;

export const load: PageServerLoad = ({ url }) => ({ over: url.searchParams.has('verlopen') });

export const actions: Actions<Answered> = {
	find: async ({ request, cookies, url, getClientAddress }) => {
		const typed = String((await request.formData()).get('code') ?? '').slice(0, 100);
		const code = readCode(typed);
		const found = await arrivals.find(code, getClientAddress(), now());
		if (!found.ok || !code) {
			const reason = found.ok ? 'wrong-code' : found.reason;
			return fail(reason === 'too-many' ? 429 : 400, { typed, errors: { code: arrivalReasonWords[reason]() } });
		}
		await setInvitationCookie(cookies, code, url);
		redirect(303, '/uitnodiging/welkom');
	}
};
