import type { Cookies } from '@sveltejs/kit';
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
