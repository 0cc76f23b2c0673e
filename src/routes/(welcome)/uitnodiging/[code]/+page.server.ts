import { fail, redirect } from '@sveltejs/kit';
import { personOfInvitation } from '#modules/cycle/invitations.server.ts';
import { now } from '#platform/clock.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { setSignInCookie } from '#platform/sign-in-cookie.server.ts';
import * as signIn from '#platform/sign-in.server.ts';
import { signInReasonWords } from '#platform/sign-in.words.ts';
import type { Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The link only says whom to mail: the mail with the code goes to the address that school has. */
export const load: PageServerLoad = async ({ params, locals: { ctx } }) => {
	const invited = await personOfInvitation(params.code, now());
	if (invited && ctx?.person.id === invited.person) redirect(303, timesOf(invited));
	return { valid: Boolean(invited) };
};

export const actions: Actions<Answered> = {
	askAs: async ({ params, cookies, url, locals: { language }, getClientAddress }) => {
		const invited = await personOfInvitation(params.code, now());
		if (!invited) return fail(409);
		const asked = await signIn.askAs(invited, { address: getClientAddress(), language, naar: timesOf(invited) });
		if (!asked.ok) return fail(429, { message: signInReasonWords[asked.reason]({}, { locale: language }) });
		setSignInCookie(cookies, asked.value, url);
		redirect(303, `/inloggen/code?naar=${encodeURIComponent(timesOf(invited))}&uitgenodigd=ja`);
	}
};

/** What they were invited to do: choose a time. */
function timesOf({ round }: { round: RoundId }) {
	return `/afspreken/${round}`;
}
