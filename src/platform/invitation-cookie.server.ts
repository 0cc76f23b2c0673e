import { timingSafeEqual } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import { sign } from './secret.server.ts';

const name = 'eenlijn-uitnodiging';
const path = '/uitnodiging';
const minutesKept = 30;

/**
 * This browser showed a code that was right. Signed, so that a cookie made by hand is no way around the count of tries;
 * whether the code still counts is looked up each time.
 */
export async function setInvitationCookie(cookies: Cookies, code: string, { protocol }: URL) {
	cookies.set(name, `${code}.${await seal(code)}`, {
		path,
		httpOnly: true,
		sameSite: 'lax',
		secure: protocol === 'https:',
		maxAge: minutesKept * 60
	});
}

export async function invitationOf(cookies: Cookies): Promise<string | undefined> {
	const [code, given] = (cookies.get(name) ?? '').split('.');
	if (!code || !given) return undefined;
	const [right, shown] = [Buffer.from(await seal(code)), Buffer.from(given)];
	return right.length === shown.length && timingSafeEqual(right, shown) ? code : undefined;
}

export function dropInvitationCookie(cookies: Cookies) {
	cookies.delete(name, { path });
}

function seal(code: string) {
	return sign(`shown ${code}`);
}
