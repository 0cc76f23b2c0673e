import { accountOf, type Membership } from './accounts.server.ts';
import { now } from './clock.server.ts';
import { readConfig } from './config.server.ts';
import { change } from './db.server.ts';
import { addAccountWithoutMailIn, joinIn } from './memberships.server.ts';
import { ok } from './outcome.ts';
import * as sessions from './sessions.server.ts';

/** In the trial: a page as this person gets it from the server, really signed in, and signed out again. */
export async function drawnFor(as: Membership, path: string): Promise<{ status: number; html: string }> {
	const account = (await accountOf(as)) ?? (await accountWithoutMail(as));
	const token = await sessions.begin(account, 'naast elkaar', as, { factors: ['persona', 'eyes'] });
	try {
		const headers = { cookie: `${sessions.cookieName}=${token}`, accept: 'text/html' };
		const answer = await fetch(readConfig().origin + path, { headers, redirect: 'manual' });
		return { status: answer.status, html: await answer.text() };
	} finally {
		const session = await sessions.find(token);
		if (session) await sessions.signOut(session);
	}
}

async function accountWithoutMail(as: Membership) {
	await change(as, async (db) => ok(await joinIn(db, as, await addAccountWithoutMailIn(db), now())));
	return (await accountOf(as))!;
}
