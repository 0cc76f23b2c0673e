import { sql, type RawBuilder } from 'kysely';
import { expect, test } from 'vitest';
import { lookIn } from '#modules/consent/looks.server.ts';
import { change, pool, read } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import { useRealDatabase } from '#tests/database.ts';
import { as, deEik, deLinde, joris, noor } from '#seeds/cast.ts';

useRealDatabase();

// Guards `using (…)` in platform.protect (0001_platform.sql).
test('whoever is in one school meets nobody of another, even with a query that forgets to ask', async () => {
	const client = await pool().connect();
	const schools = async () => {
		const { rows } = await client.query('select distinct school_id from people.person');
		return rows.map((row) => row.school_id);
	};
	try {
		expect(await schools()).toEqual([]);
		await client.query('begin');
		await client.query('select platform.enter_school($1)', [deEik]);
		expect(await schools()).toEqual([deEik]);
		await client.query('commit');
		expect(await schools()).toEqual([]);
	} finally {
		client.release();
	}
});

test('the application logs in as somebody who owns nothing and walks around no wall', async () => {
	const { rows } = await pool().query(
		`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
		        (select count(*)::int from pg_class where relowner = r.oid) as owns
		   from pg_roles r where rolname = current_user`
	);
	expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: 0 }]);
});

// Guards the revokes in 0015_consent.sql.
test.each(['look', 'look_in'])(
	'who looked is only added to: the application changes and removes nothing of consent.%s',
	async (name) => {
		await lookIn(as(joris), noor.id, 'Een vraag van haar ouders');
		const rows = sql`from ${sql.table(`consent.${name}`)} where school_id = ${deLinde}`;
		const attempt = (statement: RawBuilder<unknown>) =>
			change(as(joris), async (db) => ok(await statement.execute(db)));
		const update = sql`update ${sql.table(`consent.${name}`)} set day = day - 1 where school_id = ${deLinde}`;
		await expect(attempt(update)).rejects.toMatchObject({ code: '42501' });
		await expect(attempt(sql`delete ${rows}`)).rejects.toMatchObject({ code: '42501' });
		expect(await read(as(joris), async (db) => (await sql`select 1 ${rows}`.execute(db)).rows)).toHaveLength(1);
	}
);

// Guards `watchForSchool` (tests/harness/query-watch.ts).
test('a query that forgets its school does not get past the tests', async () => {
	await expect(read({ school: deLinde }, (db) => sql`select count(*) from people.person`.execute(db))).rejects.toThrow(
		'leaves the school'
	);
});
