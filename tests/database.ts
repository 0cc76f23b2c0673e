import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { closeDatabase, local, openDatabase } from '#platform/db.server.ts';
import { migrate } from '#platform/migrate.server.ts';
import { plantCast } from '#seeds/families.ts';

/** The embedded database for one test file: migrated once, before each test emptied and given the cast. */
export function useDatabase() {
	beforeAll(async () => {
		await openDatabase({ kind: 'embedded', folder: undefined });
		await migrate();
	});
	beforeEach(async () => {
		await sql.raw(await emptying()).execute(local());
		await plantCast();
	});
	afterAll(closeDatabase);
}

let truncate: string | undefined;

async function emptying() {
	if (truncate) return truncate;
	const { rows } = await sql<{ name: string }>`
		select format('%I.%I', schemaname, tablename) as name from pg_tables
		 where schemaname not in ('pg_catalog', 'information_schema', 'public', 'pgboss')
		   and tablename <> 'protected_table'`.execute(local());
	truncate = `truncate ${rows.map(({ name }) => name).join(', ')}`;
	return truncate;
}

/** The names of all facts of all schools, oldest first. */
export async function facts() {
	const { rows } = await sql<{ name: string }>`select name from platform.fact order by id`.execute(local());
	return rows.map(({ name }) => name);
}
