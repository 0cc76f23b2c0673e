import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as arrivals from '#modules/people/arrivals.server.ts';
import { arrivalReasonWords } from '#modules/people/invitation.words.ts';
import type { WayIn } from '#modules/people/invitation.ts';
import { asEmail, isEmail } from '#platform/accounts.server.ts';
import { now } from '#platform/clock.server.ts';
import type { Answered } from '#platform/form.server.ts';
import { dropInvitationCookie, invitationOf } from '#platform/invitation-cookie.server.ts';
import { enterAs } from '#platform/session-cookie.server.ts';
import * as sessions from '#platform/sessions.server.ts';
import { setSignInCookie } from '#platform/sign-in-cookie.server.ts';
import * as signIn from '#platform/sign-in.server.ts';
import { signInReasonWords } from '#platform/sign-in.words.ts';
import type { Actions, PageServerLoad } from './$types';

const over = '/uitnodiging?verlopen';

export const load: PageServerLoad = async ({ cookies, locals: { caller } }) => {
	const code = await invitationOf(cookies);
	const invited = code && (await arrivals.look(code, now()));
	if (!invited) redirect(303, over);
	return { invited, signedInAs: caller?.name };
};

export const actions: Actions<Answered> = {
	/** With an address: a code by mail shows that it is theirs. */
	ask: async ({ request, cookies, url, locals: { language }, getClientAddress }) => {
		const code = await invitationOf(cookies);
		if (!code || !(await arrivals.look(code, now()))) redirect(303, over);
		const typed = String((await request.formData()).get('email') ?? '');
		const email = asEmail(typed);
		if (!isEmail(email)) return fail(400, { typed, errors: { email: signInReasonWords['email-missing']() } });
		const asked = await signIn.askNew(email, { address: getClientAddress(), language });
		if (!asked.ok) return fail(429, { typed, errors: { email: signInReasonWords[asked.reason]() } });
		setSignInCookie(cookies, asked.value, url, '/uitnodiging');
		redirect(303, '/uitnodiging/code');
	},

	/** Without one: this device is how they come in. */
	arrive: (event) => arrive(event, 'without-mail'),

	/** By the account of who is signed in here: one sign-in for several children and schools. */
	arriveAlso: (event) => arriveAlso(event)
};

function arriveAlso(event: RequestEvent) {
	const { session } = event.locals;
	if (!session) redirect(303, '/uitnodiging/welkom');
	return arrive(event, { account: session.account });
}

async function arrive(event: RequestEvent, wanted: WayIn) {
	const { cookies, locals } = event;
	const code = await invitationOf(cookies);
	if (!code) redirect(303, over);
	const arrived = await arrivals.arrive(code, wanted, now());
	if (!arrived.ok)
		return fail(arrived.reason === 'too-many' ? 429 : 409, { message: arrivalReasonWords[arrived.reason]() });
	dropInvitationCookie(cookies);
	const { account, as } = arrived.value;
	if (locals.session?.account === account) {
		await sessions.choose(locals.session, as);
		redirect(303, '/inloggen/als');
	}
	await enterAs(event, account, as, { factors: ['letter'] });
	redirect(303, '/vandaag?gedaan=arrive');
}
