import { sql } from 'kysely';
import { listener, pool, type Db } from './db.server.ts';
import { channel } from './listen.server.ts';
import { log } from './log.server.ts';

/** `undefined`: something may have been missed; look for yourself. */
type Hear = (news: unknown) => void;

const hearing = new Map<string, Set<Hear>>();
let listening: Promise<() => Promise<void>> | undefined;

/**
 * Hear what is called out about `subject`, in whichever process, from the moment this resolves; the answer stops it. One
 * connection a process listens, for all of them.
 */
export async function hear(subject: string, tell: Hear): Promise<() => void> {
	const all = hearing.get(subject) ?? new Set();
	hearing.set(subject, all.add(tell));
	listening ??= listener()({ news: spread, again: spreadAll });
	await listening.catch((error) => {
		listening = undefined;
		log.warn({ error }, 'nobody listens to the database');
	});
	return () => {
		all.delete(tell);
		if (!all.size && hearing.get(subject) === all) hearing.delete(subject);
	};
}

/** Call out with the change that `db` makes: heard once it stands, and not when it is undone. Ids and counts only. */
export async function callOutIn(db: Db, subject: string, news: unknown) {
	await sql`select pg_notify(${channel}, ${asPayload(subject, news)})`.execute(db);
}

/** Call out by itself what nothing is kept of. */
export async function callOut(subject: string, news: unknown) {
	await pool().query('select pg_notify($1, $2)', [channel, asPayload(subject, news)]);
}

/** Hear nothing any more, before the database closes. */
export async function stopListening() {
	const stop = await listening?.catch(() => undefined);
	listening = undefined;
	hearing.clear();
	await stop?.();
}

const asPayload = (subject: string, news: unknown) => JSON.stringify([subject, news]);

function spread(payload: string) {
	const [subject, news] = JSON.parse(payload) as [string, unknown];
	for (const tell of hearing.get(subject) ?? []) tell(news);
}

function spreadAll() {
	for (const all of hearing.values()) for (const tell of all) tell(undefined);
}
