import type { Cookies } from '@sveltejs/kit';
import { asId } from './ids.ts';
import { minutesValid } from './sign-in.server.ts';
import type { SignInId } from './sign-in.store.server.ts';

const name = 'eenlijn-inloggen';

/** A code counts only in the browser that asked for it: a code somebody was talked out of is of no use elsewhere. */
export function setSignInCookie(cookies: Cookies, id: SignInId, { protocol }: URL) {
	cookies.set(name, id, {
		path: '/inloggen',
		httpOnly: true,
		sameSite: 'lax',
		secure: protocol === 'https:',
		maxAge: minutesValid * 60
	});
}

export function signInOf(cookies: Cookies): SignInId | undefined {
	return asId(cookies.get(name)) as SignInId | undefined;
}

export function dropSignInCookie(cookies: Cookies) {
	cookies.delete(name, { path: '/inloggen' });
}
