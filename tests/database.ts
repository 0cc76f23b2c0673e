import { beforeAll, beforeEach, inject } from 'vitest';
import { setClock } from '#platform/clock.server.ts';
import { closeDatabase, openDatabase, pool, watchQueries } from '#platform/db.server.ts';
import { findInMailbox, listMailbox } from '#platform/mailbox.server.ts';
import { migrate } from '#platform/migrate.server.ts';
import { plantCast } from '#seeds/families.ts';
import { copyTemplate, rowsAsOwner } from './harness/databases.ts';
import { watchForSchool } from './harness/query-watch.ts';

/** How a test looks at all schools at once; the application itself can't. */
export let asOwner: <Row>(sql: string) => Promise<Row[]>;
let embedded = false;

/** The embedded database, one per worker, before each test emptied and given the cast. */
export function useDatabase() {
	beforeAll(async () => {
		if (!embedded) {
			await openDatabase({ kind: 'embedded', folder: undefined });
			await migrate();
			embedded = true;
		}
		asOwner = async (sql) => (await pool().query(sql)).rows;
		watchQueries(watchForSchool);
	});
	beforeEach(startAgain);
}

/** For tests in races/: a database of this file's own on a real PostgreSQL, entered as the application enters it. */
export function useRealDatabase() {
	beforeAll(async () => {
		const database = await copyTemplate(inject('template'));
		await openDatabase({ kind: 'server', url: database.app });
		asOwner = (sql) => rowsAsOwner(database.owner, sql);
		watchQueries(watchForSchool);
		return async () => {
			await closeDatabase();
			await database.drop();
		};
	});
	beforeEach(startAgain);
}

async function startAgain() {
	setClock(undefined);
	await asOwner(await emptying());
	await plantCast();
}

let truncate: string | undefined;

async function emptying() {
	if (truncate) return truncate;
	const rows = await asOwner<{ name: string }>(
		`select format('%I.%I', schemaname, tablename) as name from pg_tables
		 where schemaname not in ('pg_catalog', 'information_schema', 'public', 'pgboss')
		   and tablename <> 'protected_table'`
	);
	truncate = `truncate ${rows.map(({ name }) => name).join(', ')}`;
	return truncate;
}

/** Which constraint refuses each of these statements, one after the other; of what none refuses: what else went wrong, or nothing. */
export async function refusedBy(walls: readonly (readonly [name: string, wrong: string])[]) {
	const refused: (string | undefined)[] = [];
	for (const [, wrong] of walls) {
		refused.push(
			await asOwner(wrong).then(
				() => 'nothing',
				(error) => error.constraint ?? error.message
			)
		);
	}
	return refused;
}

/** What one of the functions that forget a child does on 1 October 2026, as who has entered this school. */
export function forgetAs(entered: string, name: string, { school, pupil }: { school: string; pupil: string }) {
	return asOwner(
		`select set_config('app.school', '${entered}', true), set_config('app.today', '2026-10-01', true),
		        ${name}('${school}', '${pupil}')`
	);
}

/** The names of all facts of all schools, oldest first. */
export async function facts() {
	const rows = await asOwner<{ name: string }>('select name from platform.fact order by id');
	return rows.map(({ name }) => name);
}

/** All mails to one address, as one text. */
export async function mailsTo(recipient: string) {
	const mails = await Promise.all((await listMailbox(recipient)).map(({ id }) => findInMailbox(id)));
	return mails.map((mail) => `${mail?.subject}\n${mail?.body}`).join('\n');
}

/** All that is kept, of all schools, as one text: to look for what should not be there. */
export async function everyColumn(without: readonly string[] = []) {
	const tables = await asOwner<{ name: string }>(
		`select format('%I.%I', schemaname, tablename) as name from pg_tables
		 where schemaname not in ('pg_catalog', 'information_schema', 'pgboss')`
	);
	const texts: string[] = [];
	for (const { name } of tables.filter((table) => !without.includes(table.name))) {
		const rows = await asOwner<{ row: string }>(`select t::text as row from ${name} t`);
		texts.push(...rows.map(({ row }) => row));
	}
	return texts.join('\n');
}
