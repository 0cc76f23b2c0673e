import type { Cookies } from '@sveltejs/kit';
import { membershipsOf } from './accounts.server.ts';
import type { Factor } from './factor.ts';
import type { AccountId } from './ids.ts';
import { returnPath } from './session-return.ts';
import * as sessions from './sessions.server.ts';
import { cookieName, daysUnused } from './sessions.server.ts';

/** Not readable by scripts, not sent along from other sites, and over https never over http. */
export function setSessionCookie(cookies: Cookies, token: string, { protocol }: Pick<URL, 'protocol'>) {
	cookies.set(cookieName, token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: protocol === 'https:',
		maxAge: daysUnused * 24 * 60 * 60
	});
}

export function dropSessionCookie(cookies: Cookies) {
	cookies.delete(cookieName, { path: '/' });
}

type Event = { cookies: Cookies; request: Request; url: URL };

/** Begin a session on this device. Answers where to go: on, or first to choose as whom. */
export async function enter(
	{ cookies, request, url }: Event,
	account: AccountId,
	naar: unknown,
	by: sessions.Entrance = { factors: ['mail'] }
): Promise<string> {
	const memberships = (await membershipsOf(account)).filter(({ school }) => !by.through || school === by.through);
	const only = memberships.length === 1 ? memberships[0] : undefined;
	const device = request.headers.get('user-agent') ?? '';
	setSessionCookie(cookies, await sessions.begin(account, device, only, by), url);
	const path = returnPath(naar);
	return only ? path : `/inloggen/als?naar=${encodeURIComponent(path)}`;
}

/** Who is at this device proved it once more; from here on the cookie is another one. Answers where to go. */
export async function prove(
	{ cookies, url, locals: { session } }: Pick<Event, 'cookies' | 'url'> & { locals: { session?: sessions.Session } },
	factor: Factor,
	naar: unknown
): Promise<string> {
	setSessionCookie(cookies, await sessions.prove(session!, factor), url);
	return returnPath(naar);
}
