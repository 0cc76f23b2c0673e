import { expect, test } from 'vitest';
import { anke, deEik, deLinde, milansMother, samira } from '#seeds/cast.ts';
import { useDatabase } from '#tests/database.ts';
import { accountOf, admitIn, dismissIn, findAccount, membershipsOf } from './accounts.server.ts';
import { change } from './db.server.ts';
import { ok } from './outcome.ts';
import * as sessions from './sessions.server.ts';

useDatabase();

const samirasPlace = { school: deLinde, person: samira.id };
const admit = (...people: Parameters<typeof admitIn>[1][number][]) =>
	change({ school: people[0]!.school }, async (db) => ok(await admitIn(db, people)));

test('one address is one account, in as many schools as it was let in', async () => {
	await admit({ ...samirasPlace, email: 'Samira@Example.org ' });
	await admit({ school: deEik, person: milansMother.id, email: 'samira@example.org' });
	await admit({ ...samirasPlace, email: 'samira@example.org' });
	const account = await findAccount('SAMIRA@example.org');
	expect(await membershipsOf(account!.id)).toEqual([samirasPlace, { school: deEik, person: milansMother.id }]);
});

test('who gets another address is in by that one only', async () => {
	await admit({ ...samirasPlace, email: 'old@example.org' });
	await admit({ ...samirasPlace, email: 'new@example.org' });
	expect(await accountOf(samirasPlace)).toBe((await findAccount('new@example.org'))!.id);
	expect(await membershipsOf((await findAccount('old@example.org'))!.id)).toEqual([]);
});

/** Guards `dismissIn`. */
test('who is dismissed stands outside, though the session goes on', async () => {
	await admit({ ...samirasPlace, email: 'samira@example.org' });
	const account = (await accountOf(samirasPlace))!;
	const token = await sessions.begin(account, 'phone', samirasPlace);
	expect(await sessions.find(token)).toMatchObject({ account, as: samirasPlace });
	await change({ school: deLinde }, async (db) => ok(await dismissIn(db, deLinde, [samira.id])));
	expect(await sessions.find(token)).toMatchObject({ account, as: undefined });
});

/** Guards `account_id` in `end` (sessions.server.ts): with an id one would sign out anybody. */
test('a session is ended by its owner and by nobody else', async () => {
	await admit(
		{ ...samirasPlace, email: 'samira@example.org' },
		{ school: deLinde, person: anke.id, email: 'anke@school.example.org' }
	);
	const account = (await accountOf(samirasPlace))!;
	const token = await sessions.begin(account, 'phone');
	const { id } = (await sessions.find(token))!;
	await sessions.end((await accountOf({ school: deLinde, person: anke.id }))!, id);
	expect(await sessions.listOf(account)).toHaveLength(1);
	await sessions.end(account, id);
	expect(await sessions.find(token)).toBeUndefined();
});

test('one cannot go on as somebody else', async () => {
	await admit({ ...samirasPlace, email: 'samira@example.org' });
	const token = await sessions.begin((await accountOf(samirasPlace))!, 'phone');
	const session = (await sessions.find(token))!;
	expect(await sessions.choose(session, { school: deLinde, person: anke.id })).toBe(false);
	expect(await sessions.choose(session, samirasPlace)).toBe(true);
});
