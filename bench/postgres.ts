import { closeDatabase, openDatabase } from '#platform/db.server.ts';
import { copyTemplate, prepareTemplate, type RealDatabase } from '#tests/harness/databases.ts';
import { startPostgres } from '#tests/harness/postgres.ts';

export type Opened = Pick<RealDatabase, 'owner' | 'app'>;

/** Work on a PostgreSQL of our own, with fsync, migrated and opened as the application; afterwards nothing is left. */
export async function onPostgres<T>(work: (database: Opened) => Promise<T>): Promise<T> {
	const server = await startPostgres({ durable: true });
	try {
		const database = await copyTemplate(await prepareTemplate(server.url));
		await openDatabase({ kind: 'server', url: database.app, connections: 10 });
		return await work(database);
	} finally {
		await closeDatabase();
		await server.stop();
	}
}
