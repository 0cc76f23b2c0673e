import pg from 'pg';
import { log } from './log.server.ts';

/** The one channel of this house. What is said on it is short, and never holds a word that somebody wrote. */
export const channel = 'eenlijn_live';

/** `news`: somebody called this out. `again`: nobody listened for a while, so anything may have been missed. */
export type Heard = { news: (payload: string) => void; again: () => void };
/** Listen until the answer is called. */
export type Listen = (heard: Heard) => Promise<() => Promise<void>>;

const everyMs = 20_000;
const patienceMs = 5_000;
const pausesMs = [250, 1_000, 3_000, 10_000];
const pauseAfter = (failures: number) => pausesMs[Math.min(failures, pausesMs.length - 1)]!;
const asleep = (ms: number) => new Promise((wake) => setTimeout(wake, ms).unref());

/**
 * Listen on a connection of our own to the server at `connectionString`. Cut, it is taken up anew for as long as it takes;
 * a connection that died without a word is found out by asking now and then. @throws when the first does not come about.
 */
export async function listenOn(connectionString: string, heard: Heard) {
	const line = { client: await open(connectionString, heard.news), stopped: false };
	void keepUp(line, connectionString, heard);
	return async () => {
		line.stopped = true;
		await line.client.end();
	};
}

async function keepUp(line: { client: pg.Client; stopped: boolean }, connectionString: string, heard: Heard) {
	for (let failures = 0; ;) {
		if (!failures) await lost(line.client);
		if (line.stopped) return;
		await asleep(pauseAfter(failures));
		const next = await open(connectionString, heard.news).catch(() => undefined);
		failures = next ? 0 : failures + 1;
		if (!next) continue;
		line.client = next;
		if (line.stopped) return next.end();
		heard.again();
		log.warn('listening to the database again');
	}
}

async function open(connectionString: string, news: Heard['news']) {
	const client = new pg.Client({
		connectionString,
		keepAlive: true,
		connectionTimeoutMillis: patienceMs,
		query_timeout: patienceMs
	});
	client.on('error', (error) => log.warn({ error }, 'listening connection lost'));
	client.on('notification', ({ payload }) => news(payload ?? ''));
	try {
		await client.connect();
		await client.query(`listen ${channel}`);
		return client;
	} catch (error) {
		void client.end().catch(() => {});
		throw error;
	}
}

/** Resolves once this connection is of no use any more. */
function lost(client: pg.Client) {
	return new Promise<void>((gone) => {
		const asking = setInterval(() => client.query('select 1').catch(over), everyMs).unref();
		function over() {
			clearInterval(asking);
			void client.end().catch(() => {});
			gone();
		}
		client.once('end', over);
		client.once('error', over);
	});
}
