import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { deEik, deLinde } from '#seeds/cast.ts';
import { copyTemplate, rowsAsOwner, type RealDatabase } from '#tests/harness/databases.ts';
import { closedTables, columnsOf, openTables, rowFor, type Column } from './closed-tables.ts';

/** Tables that know a school and are read before one is entered, each with why. */
const openOnPurpose: Record<string, string> = {
	'platform.tenant': 'which schools live here',
	'platform.membership': 'at which schools an account is somebody',
	'platform.session': 'whose session it is, before anybody has entered',
	'platform.invitation_code': 'of which school the code of a letter is',
	'platform.secret_address': 'of which school a calendar or a screen asks',
	'platform.provider': 'where somebody of a school signs in'
};

const closed = await closedTables(inject('template'));
let database: RealDatabase;
let columns: Map<string, Column[]>;
let app: Client;

/** In every closed table a row of De Linde and one of De Eik, whatever its rules say a row must look like. */
beforeAll(async () => {
	database = await copyTemplate(inject('template'));
	columns = await columnsOf(database.owner);
	const checks = await rowsAsOwner<{ statement: string }>(
		database.owner,
		`select format('alter table %s drop constraint %I', conrelid::regclass, conname) as statement
		 from pg_constraint where contype = 'c' and conrelid::regclass::text = any (array['${closed.join("','")}'])`
	);
	const rows = [deLinde, deEik].flatMap((school) => closed.map((table) => rowFor(table, columns.get(table)!, school)));
	const all = ['set session_replication_role = replica', ...checks.map(({ statement }) => statement), ...rows];
	await rowsAsOwner(database.owner, all.join(';\n'));
	app = new Client(database.app);
	await app.connect();
});
afterAll(async () => {
	await app?.end();
	await database?.drop();
});

/** How the database says that this is not for the application. */
const refused = '42501';

/** As the application does it, in a transaction that leaves nothing behind. */
async function inside(school: string | undefined, statement: string) {
	await app.query('begin');
	try {
		if (school) await app.query('select platform.enter_school($1)', [school]);
		return await app.query(statement);
	} finally {
		await app.query('rollback');
	}
}

/** What the database said no with, or how many rows it touched. */
async function touched(statement: string) {
	return inside(deEik, statement).then(
		({ rowCount }) => rowCount,
		(error) => error.code
	);
}

// Guards every `select platform.protect(…)` in migrations/.
test('every table that knows a school is closed, for its owner too', async () => {
	const open = await openTables(database.owner);
	expect(open.toSorted()).toEqual(Object.keys(openOnPurpose).toSorted());
	expect(closed.length).toBeGreaterThan(50);
});

test('a table that somebody forgot to close is found', async () => {
	await rowsAsOwner(database.owner, 'create table people.forgotten (school_id uuid not null)');
	expect(await openTables(database.owner)).toContain('people.forgotten');
	await rowsAsOwner(database.owner, 'drop table people.forgotten');
});

/** Guards the revokes in migrations/, one table each: who said what, who looked and what was decided stands as it was written. */
test.each([
	...['agreements.step', 'agreements.wording', 'consent.download', 'consent.look', 'consent.look_in', 'consent.step'],
	...['conversations.edition', 'conversations.handover', 'people.authority_change', 'platform.fact']
])('%s is only added to', async (table) => {
	expect(await touched(`update ${table} set school_id = school_id`)).toBe(refused);
	expect(await touched(`delete from ${table}`)).toBe(refused);
});

/** Guards the revoke in 0006_agreements.sql. */
test('what somebody said on looking back is said anew, never taken away', async () => {
	expect(await touched('delete from agreements.look_back')).toBe(refused);
});

describe.each(closed)('%s, from another school', (table) => {
	test('shows nothing of ours, and nothing at all to who entered no school', async () => {
		const seen = async (school?: string) => (await inside(school, `select school_id from ${table}`)).rows;
		expect(await seen(deEik)).toEqual([{ school_id: deEik }]);
		expect(await seen()).toEqual([]);
	});

	test('takes no row of ours, changes none, and removes none', async () => {
		expect(await touched(rowFor(table, columns.get(table)!, deLinde))).toBe(refused);
		expect(await touched(`update ${table} set school_id = '${deLinde}'`)).toBe(refused);
		const ours = `where school_id = '${deLinde}'`;
		expect([0, refused]).toContain(await touched(`update ${table} set school_id = school_id ${ours}`));
		expect([0, refused]).toContain(await touched(`delete from ${table} ${ours}`));
		// With its own row only within reach, a query that forgets to ask reaches that one.
		expect([1, refused]).toContain(await touched(`delete from ${table}`));
		expect(await touched(`truncate ${table} cascade`)).toBe(refused);
	});
});
