import { expect, test } from 'vitest';
import { deLinde, samira, youssef } from '#seeds/cast.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import { dismissIn, forgetAccountsIn } from './accounts.server.ts';
import { change } from './db.server.ts';
import { ok } from './outcome.ts';
import { clear, makeAddressIn } from './secret-address.server.ts';

useDatabase();

const here = { school: deLinde, now: new Date('2026-09-22T07:15:00Z') };
const left = async () =>
	(await asOwner<{ person: string }>(`select subject_id as person from platform.secret_address`)).map(
		({ person }) => person
	);

async function bothHaveOne() {
	for (const who of [samira, youssef]) {
		await tokenFor(deLinde, who);
		await change(here, async (db) => ok(await makeAddressIn(db, here, 'feed', who.id)));
	}
}

test('the address of who no longer enters goes by night, and of who does stays', async () => {
	await bothHaveOne();
	await change(here, async (db) => ok(await dismissIn(db, deLinde, [youssef.id])));
	await clear();
	expect(await left()).toEqual([samira.id]);
});

// Red without `forgetFeedsIn` in `forgetAccountsIn`.
test('of who is forgotten it goes at once', async () => {
	await bothHaveOne();
	await change(here, async (db) => ok(await forgetAccountsIn(db, deLinde, [youssef.id])));
	expect(await left()).toEqual([samira.id]);
});
