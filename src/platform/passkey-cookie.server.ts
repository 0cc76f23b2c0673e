import type { Cookies } from '@sveltejs/kit';
import { asId } from './ids.ts';
import { minutesValid } from './passkeys.server.ts';
import type { ChallengeId } from './passkey.store.server.ts';

const name = 'eenlijn-passkey';

/** A device's answer counts only in the browser that asked for it, and nothing from outside sends it along. */
export function setChallengeCookie(cookies: Cookies, id: ChallengeId, { protocol }: URL) {
	cookies.set(name, id, {
		path: '/',
		httpOnly: true,
		sameSite: 'strict',
		secure: protocol === 'https:',
		maxAge: minutesValid * 60
	});
}

/** It is asked for once: whatever comes of the answer, the next one needs another. */
export function takeChallengeCookie(cookies: Cookies): ChallengeId | undefined {
	const id = asId(cookies.get(name)) as ChallengeId | undefined;
	cookies.delete(name, { path: '/' });
	return id;
}
