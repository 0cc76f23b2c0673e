/** `npm run migrate`: brings a PostgreSQL server up to date, as the owner of the database. docs/deploy.md says when. */
import { closeDatabase, openDatabase } from '#platform/db.server.ts';
import { migrateJobs } from '#platform/jobs.server.ts';
import { migrate } from '#platform/migrate.server.ts';

const url = process.env.MIGRATE_URL || process.env.DATABASE_URL;
if (!url) {
	console.error('MIGRATE_URL is missing: name the database and its owner, for example postgres://owner@db/eenlijn.');
	process.exit(1);
}
try {
	await openDatabase({ kind: 'server', url, connections: 2 });
	const files = await migrate();
	await migrateJobs();
	console.log(files.length ? `Done: ${files.join(', ')}` : 'The database was up to date.');
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
} finally {
	await closeDatabase();
}
