import { expect, test } from 'vitest';
import { change, read } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { no, ok } from '#platform/outcome.ts';
import {
	adam,
	anke,
	as,
	carla,
	deEik,
	deLinde,
	noor,
	samira,
	sem,
	stranger,
	therapist,
	yara,
	youssef,
	yvonne
} from '#seeds/cast.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { saveCalled } from './caller.store.server.ts';
import * as circles from './circles.server.ts';
import { childrenIn, namesIn } from './people.server.ts';

useDatabase();

const childrenOf = (who: typeof samira, school = deLinde) =>
	read({ school }, async (db) => (await childrenIn(db, as(who, school))).map(({ callName }) => callName));

test('each sees the children whose circle they are in, and no others', async () => {
	expect(await childrenOf(samira)).toEqual(['Noor', 'Sem']);
	expect(await childrenOf(anke)).toEqual(['Adam', 'Noor', 'Fleur']);
	expect(await childrenOf(therapist)).toEqual(['Sem']);
	expect(await childrenOf(carla)).toEqual(['Noor']);
	expect(await childrenOf(yvonne)).toEqual([]);
	expect(await childrenOf(yara)).toEqual(['Yara']);
});

test('the circle of Noor is herself, both homes, her teacher and her support coordinator', async () => {
	const circle = await circles.get(as(youssef), noor.id);
	expect(circle.ok && circle.value.members.map(({ name }) => name)).toEqual([
		'Noor',
		'Samira El Idrissi',
		'Youssef Benali',
		'juf Anke',
		'Carla'
	]);
});

test.each([
	['another parent', as(stranger), noor.id],
	['the office, without a tie', as(yvonne), noor.id],
	['a teacher of another group', as(anke), sem.id],
	['a teacher under the name of another school', as(anke, deEik), noor.id]
])('for %s the child is missing', async (_who, ctx, pupil) => {
	expect(await circles.get(ctx, pupil)).toEqual({ ok: false, reason: 'missing' });
});

test('another school gives no names', async () => {
	expect(await read({ school: deEik }, (db) => namesIn(db, as(anke, deEik), [noor.id, adam.id]))).toEqual(new Map());
});

test('a refusal undoes what was written before it', async () => {
	const ctx = as(anke);
	const refused = await change(ctx, async (db) => {
		recordFact(db, ctx, 'test.happened', noor.id);
		return no('wrong-state');
	});
	expect(refused).toEqual(no('wrong-state'));
	expect(await facts()).toEqual([]);
	await change(ctx, async (db) => ok(recordFact(db, ctx, 'test.happened', noor.id)));
	expect(await facts()).toEqual(['test.happened']);
});

test('reading writes nothing', async () => {
	const ctx = as(anke);
	await expect(read(ctx, async (db) => recordFact(db, ctx, 'test.happened', noor.id))).rejects.toThrow(/only reads/);
	await expect(read(ctx, (db) => saveCalled(db, ctx, 'Anke'))).rejects.toThrow(/read-only/);
});
