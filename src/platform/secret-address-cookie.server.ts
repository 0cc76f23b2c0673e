import type { Cookies } from '@sveltejs/kit';
import { seal, unseal } from './secret.server.ts';

const name = 'eenlijn-adres';
const minutesShown = 10;

/**
 * An address that was just made, for the page that shows it: sealed for that page and that reader, for a few minutes. The
 * server keeps only its hash, and an address bar, a history and a log never get it.
 */
export async function showAddressOnce(cookies: Cookies, { pathname, protocol }: URL, reader: string, code: string) {
	cookies.set(name, await seal(code, aboutOf(pathname, reader)), {
		path: pathname,
		httpOnly: true,
		sameSite: 'strict',
		secure: protocol === 'https:',
		maxAge: minutesShown * 60
	});
}

export async function shownAddress(cookies: Cookies, { pathname }: URL, reader: string): Promise<string | undefined> {
	const sealed = cookies.get(name);
	return sealed ? unseal(sealed, aboutOf(pathname, reader)) : undefined;
}

export function hideAddress(cookies: Cookies, { pathname }: URL) {
	cookies.delete(name, { path: pathname });
}

function aboutOf(path: string, reader: string) {
	return `shown address ${path} ${reader}`;
}
