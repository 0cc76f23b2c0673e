import { accountOf, admitIn } from '#platform/accounts.server.ts';
import { change } from '#platform/db.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import * as sessions from '#platform/sessions.server.ts';
import type { Form } from './doors.ts';

/** Somebody who is signed in and asks without a browser. */
export type Caller = {
	signedIn: boolean;
	look: (path: string) => Promise<Response>;
	/** `script`: as a page does that stays; it is told in data what came of it. */
	send: (path: string, action: string, form: Form, how?: { script: boolean }) => Promise<Response>;
};

export async function signedIn(origin: string, school: SchoolId, person: { id: PersonId }): Promise<Caller> {
	return caller(origin, await tokenFor(school, person));
}

/** A session of this person, in the database that is open here. */
export async function tokenFor(school: SchoolId, { id }: { id: PersonId }): Promise<string> {
	const as = { school, person: id };
	// Who has no e-mail gets an account that no mail reaches.
	if (!(await accountOf(as))) {
		await change(as, async (db) => ok(await admitIn(db, [{ ...as, email: `${id}@nobody.invalid` }])));
	}
	return sessions.begin((await accountOf(as))!, 'a test', as, { factors: ['persona'] });
}

/** A page's action stands first in the query; what a machine sends goes to the address itself. */
function addressOf(path: string, action: string) {
	if (/^[A-Z]+$/.test(action)) return path;
	const [before, query] = path.split('?');
	return `${before}?/${action}${query ? `&${query}` : ''}`;
}

const asScript = { accept: 'application/json', 'x-sveltekit-action': 'true' };

/** Without a token: somebody who is not signed in. */
export function caller(origin: string, token?: string): Caller {
	const cookie = token ? { cookie: `${sessions.cookieName}=${token}` } : undefined;
	return {
		signedIn: token !== undefined,
		look: (path) => fetch(origin + path, { headers: { ...cookie, accept: 'text/html' }, redirect: 'manual' }),
		send: (path, action, form, { script = false } = { script: false }) =>
			fetch(origin + addressOf(path, action), {
				method: 'POST',
				headers: { ...cookie, origin, ...(script ? asScript : { accept: 'text/html' }) },
				body: new URLSearchParams(form),
				redirect: 'manual'
			})
	};
}
