import type { Cookies } from '@sveltejs/kit';
import { membershipsOf } from './accounts.server.ts';
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
export async function enter({ cookies, request, url }: Event, account: AccountId, naar: unknown): Promise<string> {
	const memberships = await membershipsOf(account);
	const only = memberships.length === 1 ? memberships[0] : undefined;
	const device = request.headers.get('user-agent') ?? '';
	setSessionCookie(cookies, await sessions.begin(account, device, only), url);
	const path = returnPath(naar);
	return only ? path : `/inloggen/als?naar=${encodeURIComponent(path)}`;
}
