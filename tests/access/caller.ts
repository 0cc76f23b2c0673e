import { once } from 'node:events';
import { Agent, request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { buffer as readWhole } from 'node:stream/consumers';
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
		look: (path) => ask(origin, path, { ...cookie, accept: 'text/html' }),
		send: (path, action, form, { script = false } = { script: false }) => {
			const typed = { 'content-type': 'application/x-www-form-urlencoded' };
			const headers = { ...cookie, ...typed, origin, ...(script ? asScript : { accept: 'text/html' }) };
			return ask(origin, addressOf(path, action), headers, new URLSearchParams(form).toString());
		}
	};
}

const agent = new Agent({ keepAlive: true });

/** As `fetch` does without following, for less, and unzipped: the matrix asks ten thousand times, the fuzz as often. */
async function ask(origin: string, path: string, headers: OutgoingHttpHeaders, body?: string): Promise<Response> {
	const asking = request(new URL(path, origin), { agent, method: body === undefined ? 'GET' : 'POST', headers });
	asking.end(body);
	const [answer] = (await once(asking, 'response')) as [IncomingMessage];
	const text = await readWhole(answer);
	const said = Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
		values!.map((value): [string, string] => [name, value])
	);
	return new Response([204, 304].includes(answer.statusCode!) ? null : text, {
		status: answer.statusCode!,
		headers: said
	});
}
