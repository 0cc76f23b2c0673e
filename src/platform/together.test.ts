import { expect, test } from 'vitest';
import { change, read } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import { as, samira } from '#seeds/cast.ts';
import { useDatabase } from '#tests/database.ts';
import { once, readTogether } from './together.server.ts';

useDatabase();

const me = as(samira);
let looks = 0;
const look = async () => ++looks;

test('who read together are in one transaction, and look up once', async () => {
	const [first, second] = await readTogether(me, (ctx) =>
		Promise.all([
			read(ctx, async (db) => ({ db, look: await once(db, ctx, look) })),
			read(ctx, async (db) => ({ db, look: await once(db, ctx, look) }))
		])
	);
	expect(second.db).toBe(first.db);
	expect(second.look).toBe(first.look);
});

test('who reads alone looks again', async () => {
	const alone = () => read(me, (db) => once(db, me, look));
	expect(await alone()).not.toBe(await alone());
});

test('who reads together writes nothing', async () => {
	const writing = readTogether(me, (ctx) => change(ctx, async () => ok(undefined)));
	await expect(writing).rejects.toThrow('writes nothing');
});
