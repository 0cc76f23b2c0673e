import type { Cookies } from '@sveltejs/kit';
import { asId } from './ids.ts';
import { minutesAway } from './oidc.server.ts';
import type { ArrivalId, ErrandId } from './provider.ts';

const [errand, arrival] = ['eenlijn-heen', 'eenlijn-aankomst'];

/** `lax`: the provider sends people back from elsewhere, by a link, and the cookie must come along then. */
const kept = ({ protocol }: URL) =>
	({
		path: '/inloggen',
		httpOnly: true,
		sameSite: 'lax',
		secure: protocol === 'https:',
		maxAge: minutesAway * 3 * 60
	}) as const;

/** Who was sent to a provider comes back in the same browser, once. */
export function setErrandCookie(cookies: Cookies, id: ErrandId, url: URL) {
	cookies.set(errand, id, kept(url));
}

export function takeErrandCookie(cookies: Cookies): ErrandId | undefined {
	const id = asId(cookies.get(errand)) as ErrandId | undefined;
	cookies.delete(errand, { path: '/inloggen' });
	return id;
}

export function setArrivalCookie(cookies: Cookies, id: ArrivalId, url: URL) {
	cookies.set(arrival, id, kept(url));
}

export function arrivalIn(cookies: Cookies): ArrivalId | undefined {
	return asId(cookies.get(arrival)) as ArrivalId | undefined;
}

export function dropArrivalCookie(cookies: Cookies) {
	cookies.delete(arrival, { path: '/inloggen' });
}
