import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readFiles } from '#modules/people/import/file.input.ts';
import { importIn } from '#modules/people/import/imports.server.ts';
import { change, type Db } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import { as, yvonne } from '#seeds/cast.ts';
import { edexml } from '#seeds/school-file.ts';
import { asOwner, useRealDatabase } from '#tests/database.ts';

useRealDatabase();

const office = as(yvonne);
const groups = [{ key: 'Groep 5', name: 'Groep 5', year: '5' }];

function rosterOf(count: number) {
	const pupils = Array.from({ length: count }, (_, at) => ({
		...{ key: `large-${at}`, given: 'Lena', surname: `Kok ${at}`, born: '2017-03-14', group: 'Groep 5' }
	}));
	const bytes = new TextEncoder().encode(edexml({ brin: '99ZZ', groups, pupils, staff: [] }));
	const roster = readFiles([{ name: 'e.xml', bytes }]);
	if (!roster.ok) throw new Error(roster.reason);
	return roster.value;
}

/** How many rows this transaction read by walking through whole tables. */
async function walked(db: Db) {
	const { rows } = await sql<{ count: number }>`
		select coalesce(sum(seq_tup_read), 0)::int as count from pg_stat_xact_user_tables where schemaname = 'people'`.execute(
		db
	);
	return rows[0]!.count;
}

/**
 * Guards `discard plans` in saveRows: how foreign keys are checked was planned when the tables held a handful, and each row of
 * a large school would walk through all that came before it.
 */
test('a large file after a small one finds what it points at by its key', async () => {
	const pupils = 1500;
	// As after a night: what a table holds is known to who plans.
	await asOwner('analyze');
	const counted = await change(office, async (db) => {
		// Often enough that the way to check is settled.
		for (const count of [4, 8, 12]) await importIn(db, office, rosterOf(count), true);
		const before = await walked(db);
		const done = await importIn(db, office, rosterOf(pupils), true);
		return ok({ added: done.ok && done.value.pupils.add.length, walked: (await walked(db)) - before });
	});
	expect(counted).toMatchObject({ value: { added: pupils - 12 } });
	expect(counted.ok && counted.value.walked).toBeLessThan(pupils * 40);
});
