import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { holdFolder } from './lock.server.ts';
import { log } from './log.server.ts';
import { channel, listenOn, type Heard, type Listen } from './listen.server.ts';
import { PreparingClient } from './prepare.server.ts';

/** Where the rows are: a PostgreSQL server, or a folder of this machine (`undefined`: in memory, for tests). */
export type Place =
	{ kind: 'server'; url: string; connections?: number } | { kind: 'embedded'; folder: string | undefined };

const dayType = 1082;
/** A date is a day on the calendar: kept as text, since a JavaScript Date would put it in the zone of the machine. */
const types = {
	getTypeParser: ((oid: number, format?: 'text') =>
		oid === dayType ? (text: string) => text : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
};

/** Every query starts from its school's index, so one plan fits all values: plan a statement once, not each time. */
async function planOnce(client: pg.ClientBase) {
	await client.query('set plan_cache_mode = force_generic_plan');
}

/** A new connection signs in and plans every statement anew: keep it over a quiet moment. */
const idleTimeoutMillis = 5 * 60_000;

/** Open a pool on `place`. @throws FolderInUse when another process works in the embedded folder. */
export async function connect(place: Place) {
	if (place.kind === 'server') {
		const { url: connectionString, connections: max = 20 } = place;
		const pool = new pg.Pool({
			connectionString,
			max,
			types,
			idleTimeoutMillis,
			Client: PreparingClient,
			onConnect: planOnce
		});
		// A server that restarts cuts idle connections; the pool takes new ones, and this process lives on.
		pool.on('error', (error) => log.warn({ error }, 'database connection lost'));
		const listen: Listen = (heard) => listenOn(connectionString, heard);
		return { pool, listen, close: async () => {} };
	}
	const release = place.folder ? await holdFolder(place.folder) : () => {};
	const [{ PGlite }, { btree_gist: btreeGist }, { createPgConfig }] = await Promise.all([
		import('@electric-sql/pglite'),
		import('@electric-sql/pglite/contrib/btree_gist'),
		import('@electric-sql/pglite/node-postgres')
	]);
	const folder = place.folder && join(place.folder, 'database');
	if (folder) await mkdir(folder, { recursive: true });
	const pglite = await PGlite.create({ ...(folder ? { dataDir: folder } : {}), extensions: { btree_gist: btreeGist } });
	// Before anything else: its one connection is in the middle of somebody's transaction later on.
	const listeners = new Set<Heard>();
	await pglite.listen(channel, (payload) => listeners.forEach(({ news }) => news(payload)));
	return {
		pool: new pg.Pool({ ...createPgConfig(pglite), max: 1, types }),
		listen: (async (heard) => {
			listeners.add(heard);
			return async () => void listeners.delete(heard);
		}) satisfies Listen,
		close: async () => {
			await pglite.close();
			release();
		}
	};
}
