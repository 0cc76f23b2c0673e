import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { change, closeDatabase, openDatabase, pool, read, type Db } from '#platform/db.server.ts';
import { openHouse } from '#platform/house.server.ts';
import { migrateJobs, startJobs, stopJobs } from '#platform/jobs.server.ts';
import type { SchoolId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import { deLinde } from '#seeds/cast.ts';
import { copyTemplate, rowsAsOwner } from '#tests/harness/databases.ts';

let database: Awaited<ReturnType<typeof copyTemplate>>;

beforeAll(async () => {
	database = await copyTemplate(inject('template'));
});
afterEach(closeDatabase);
afterAll(() => database.drop());

const open = (url: string) => openHouse({ databaseUrl: url, dataDir: '' });

test('the house does not open for a role that could step over the walls', async () => {
	await expect(open(database.owner)).rejects.toThrow('use one that is only a member of eenlijn_app');
});

test('a server that is behind is not served', async () => {
	await openDatabase({ kind: 'server', url: database.owner });
	const { rows } = await pool().query('delete from public.migration where file like $1 returning file', ['0004%']);
	await closeDatabase();
	await expect(open(database.app)).rejects.toThrow('run "npm run migrate" first (0004_notifications.sql)');
	await openDatabase({ kind: 'server', url: database.owner });
	await pool().query('insert into public.migration (file) values ($1)', [rows[0].file]);
});

test('jobs are made by the owner and done by the application, which may make no tables', async () => {
	await openDatabase({ kind: 'server', url: database.owner });
	await migrateJobs();
	await migrateJobs();
	await closeDatabase();
	await open(database.app);
	const work = vi.fn(async () => {});
	await startJobs([{ name: 'test', cron: '* * * * *', work }], { embedded: false });
	await pool().query(`select 1 from pgboss.schedule where name = 'test'`);
	await stopJobs();
}, 30_000);

test('a school that cannot be entered: nothing is read or written, and the connection serves the next one', async () => {
	await openDatabase({ kind: 'server', url: database.app, connections: 1 });
	const nowhere = { school: 'nowhere' as SchoolId };
	const look = (db: Db) => sql<{ one: number }>`select 1 as one`.execute(db);
	await expect(read(nowhere, look)).rejects.toThrow(/invalid input syntax for type uuid/);
	await expect(change(nowhere, async (db) => ok(await look(db)))).rejects.toThrow(/invalid input syntax for type uuid/);
	expect((await read({ school: deLinde }, look)).rows).toEqual([{ one: 1 }]);
});

test('a connection that is cut in the middle of a change fails that change, and the house lives on', async () => {
	await openDatabase({ kind: 'server', url: database.app, connections: 1 });
	const here = { school: deLinde };
	const cut = change(here, async (db) => {
		const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
		await rowsAsOwner(database.owner, `select pg_terminate_backend(${rows[0]!.pid}, 5000)`);
		await sql`select 1`.execute(db);
		return ok(undefined);
	});
	await expect(cut).rejects.toThrow();
	await read(here, (db) => sql`select 1`.execute(db));
});
