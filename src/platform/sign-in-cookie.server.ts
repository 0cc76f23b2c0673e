import type { Cookies } from '@sveltejs/kit';
import { asId } from './ids.ts';
import { minutesValid } from './sign-in.server.ts';
import type { SignInId } from './sign-in.store.server.ts';

const name = 'eenlijn-inloggen';
/** The pages on which a code is asked for, each with a cookie of its own. */
type Where = '/inloggen' | '/uitnodiging';

/** A code counts only in the browser that asked for it: a code somebody was talked out of is of no use elsewhere. */
export function setSignInCookie(cookies: Cookies, id: SignInId, { protocol }: URL, path: Where = '/inloggen') {
	cookies.set(name, id, {
		path,
		httpOnly: true,
		sameSite: 'lax',
		secure: protocol === 'https:',
		maxAge: minutesValid * 60
	});
}

export function signInOf(cookies: Cookies): SignInId | undefined {
	return asId(cookies.get(name)) as SignInId | undefined;
}

export function dropSignInCookie(cookies: Cookies, path: Where = '/inloggen') {
	cookies.delete(name, { path });
}
