import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as providers from '#modules/people/providers.server.ts';
import { setArrivalCookie, takeErrandCookie } from '#platform/oidc-cookie.server.ts';
import * as oidc from '#platform/oidc.server.ts';
import { enter, prove } from '#platform/session-cookie.server.ts';
import type { RequestHandler } from './$types';

/** Where every provider sends people back to. What the answer is for was written down before they left. */
export const GET: RequestHandler = async (event) => {
	const back = await oidc.comeBack(takeErrandCookie(event.cookies), event.url.search);
	if (!back.ok) redirect(303, `/inloggen?mis=${back.reason}`);
	const { purpose, session, provider } = back.value;
	if (purpose !== 'enter' && event.locals.session?.id !== session) redirect(303, '/inloggen?mis=provider-refused');
	if (purpose === 'try') return keepIt(event, back.value);

	const meant = await oidc.accountOf(back.value);
	if (!meant.ok) redirect(303, `/inloggen?mis=${meant.reason}`);
	if (purpose === 'confirm') {
		if (meant.value !== event.locals.session?.account) redirect(303, '/inloggen/opnieuw?mis=provider-refused');
		redirect(303, await prove(event, 'provider', back.value.naar));
	}
	if (typeof meant.value !== 'string') {
		setArrivalCookie(event.cookies, meant.value.first, event.url);
		redirect(303, '/inloggen/eerste-keer');
	}
	const entrance = { factors: ['provider'] as const, through: provider.school };
	redirect(303, await enter(event, meant.value, back.value.naar, entrance));
};

/** Somebody of the office got through it and back: from now on it is the school's. */
async function keepIt({ locals: { ctx } }: RequestEvent, { provider }: oidc.Back) {
	if (!ctx) redirect(303, '/inloggen');
	const kept = await providers.keep(ctx, provider.id);
	return redirect(303, kept.ok ? '/school/inloggen?gedaan=keep' : '/school/inloggen?mis=provider-refused');
}
