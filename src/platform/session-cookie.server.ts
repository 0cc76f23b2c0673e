import type { Cookies } from '@sveltejs/kit';
import { accountById, membershipsOf, type Membership } from './accounts.server.ts';
import type { Language } from './ctx.ts';
import { mailNewDevice } from './device-mail.server.ts';
import { meet } from './devices.server.ts';
import type { Factor } from './factor.ts';
import type { AccountId } from './ids.ts';
import { returnPath } from './session-return.ts';
import * as sessions from './sessions.server.ts';
import { cookieName, daysUnused, daysUnusedWithoutMail } from './sessions.server.ts';

/** Not readable by scripts, not sent along from other sites, and over https never over http. */
export function setSessionCookie(
	cookies: Cookies,
	token: string,
	{ protocol }: Pick<URL, 'protocol'>,
	days = daysUnused
) {
	cookies.set(cookieName, token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: protocol === 'https:',
		maxAge: days * 24 * 60 * 60
	});
}

export function dropSessionCookie(cookies: Cookies) {
	cookies.delete(cookieName, { path: '/' });
}

type Event = { cookies: Cookies; request: Request; url: URL; locals: { language: Language } };

/** Begin a session on this device. Answers where to go: on, or first to choose as whom. */
export async function enter(
	event: Event,
	account: AccountId,
	naar: unknown,
	by: sessions.Entrance = { factors: ['mail'] }
): Promise<string> {
	const memberships = (await membershipsOf(account)).filter(({ school }) => !by.through || school === by.through);
	const only = memberships.length === 1 ? memberships[0] : undefined;
	await enterAs(event, account, only, by);
	const path = returnPath(naar);
	return only ? path : `/inloggen/als?naar=${encodeURIComponent(path)}`;
}

/** The same, as whom being known. A device this account was not used on before is told by mail. */
export async function enterAs(
	{ cookies, request, url, locals }: Event,
	account: AccountId,
	as: Membership | undefined,
	by: sessions.Entrance
) {
	const email = (await accountById(account))?.email;
	const device = request.headers.get('user-agent') ?? '';
	const days = email ? daysUnused : daysUnusedWithoutMail;
	setSessionCookie(cookies, await sessions.begin(account, device, as, { ...by, days }), url, days);
	const meeting = await meet(cookies, url, account, device);
	if (meeting === 'new' && email) mailNewDevice({ account, to: email, device, language: locals.language });
}

/** Who is at this device proved it once more; from here on the cookie is another one. Answers where to go. */
export async function prove(
	{ cookies, url, locals: { session } }: Pick<Event, 'cookies' | 'url'> & { locals: { session?: sessions.Session } },
	factor: Factor,
	naar: unknown
): Promise<string> {
	setSessionCookie(cookies, await sessions.prove(session!, factor), url, session!.days);
	return returnPath(naar);
}
