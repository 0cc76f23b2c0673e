import { isRedirect } from '@sveltejs/kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { autumn, deEik, deLinde, milansMother, samira } from '#seeds/cast.ts';
import { useDatabase } from '#tests/database.ts';
import { accountOf, admitIn } from './accounts.server.ts';
import { now, setClock } from './clock.server.ts';
import { change } from './db.server.ts';
import { isStrong, type Factor } from './factor.ts';
import { ok } from './outcome.ts';
import * as sessions from './sessions.server.ts';
import { mustConfirm } from './step-up.server.ts';
import { isFresh } from './step-up.ts';
import { addMinutes } from './time.ts';

useDatabase();

const atDeLinde = { school: deLinde, person: samira.id };
const atDeEik = { school: deEik, person: milansMother.id };

beforeEach(async () => {
	setClock(autumn);
	for (const as of [atDeLinde, atDeEik]) {
		await change(as, async (db) => ok(await admitIn(db, [{ ...as, email: 'samira@example.org' }])));
	}
});
afterEach(() => setClock(undefined));

const begin = async (entrance?: sessions.Entrance) =>
	sessions.begin((await accountOf(atDeLinde))!, 'phone', atDeLinde, entrance);
const found = async (token: string) => (await sessions.find(token))!;

/** Where a door sends somebody with this session; undefined: in. */
async function sentTo(token: string | undefined, address: string, method = 'GET') {
	const url = new URL(address, 'http://house');
	const session = token ? await sessions.find(token) : undefined;
	try {
		mustConfirm({ locals: { session }, url, request: new Request(url, { method }) });
		return undefined;
	} catch (thrown) {
		if (isRedirect(thrown)) return thrown.location;
		throw thrown;
	}
}

test.each([
	[['mail'], false],
	[['mail', 'totp'], true],
	[['mail', 'recovery'], true],
	[['passkey'], true],
	[['provider'], true]
] as [Factor[], boolean][])('%s is enough for who works with other people’s children: %s', (factors, enough) => {
	expect(isStrong(factors)).toBe(enough);
});

test.each([
	['GET', 15, true],
	['GET', 16, false],
	['POST', 60, true],
	['POST', 61, false]
] as const)('%s, %i minutes after it was proved who this is: %s', (method, minutes, fresh) => {
	const session = { factors: ['mail'] as const, confirmedAt: autumn };
	expect(isFresh(session, method, addMinutes(autumn, minutes))).toBe(fresh);
});

test('a session of before there were proofs is asked, the trial’s personas never', () => {
	expect(isFresh({ factors: ['mail'], confirmedAt: undefined }, 'GET', autumn)).toBe(false);
	expect(isFresh({ factors: ['persona'], confirmedAt: undefined }, 'GET', autumn)).toBe(true);
});

/** Guards `minutesFresh` in step-up.ts. */
test('who came in lately goes on; later they are asked, and come back to where they were', async () => {
	const token = await begin();
	expect(await sentTo(token, '/school?deel=2')).toBeUndefined();
	setClock(addMinutes(now(), 16));
	expect(await sentTo(token, '/school?deel=2')).toBe('/inloggen/opnieuw?naar=%2Fschool%3Fdeel%3D2');
	expect(await sentTo(undefined, '/school')).toBe('/inloggen/opnieuw?naar=%2Fschool');
});

test('a form that stood on the screen may be finished, and leads back to its page when it took too long', async () => {
	const token = await begin();
	setClock(addMinutes(now(), 59));
	expect(await sentTo(token, '/school?/giveTasks', 'POST')).toBeUndefined();
	setClock(addMinutes(now(), 2));
	expect(await sentTo(token, '/school?/giveTasks', 'POST')).toBe('/inloggen/opnieuw?naar=%2Fschool');
});

test('proving it once more is kept with the session, under another token', async () => {
	const token = await begin();
	setClock(addMinutes(now(), 30));
	const next = await sessions.prove(await found(token), 'totp');
	expect(await sessions.find(token)).toBeUndefined();
	expect(await found(next)).toMatchObject({ factors: ['mail', 'totp'], as: atDeLinde });
	expect(await sentTo(next, '/school')).toBeUndefined();
});

/** Guards `through_school_id` in `choose` of sessions.server.ts: one school's provider must not open another school. */
test('who came in through the provider of one school cannot go on at another', async () => {
	const through = await found(await begin({ factors: ['provider'], through: deLinde }));
	expect(await sessions.choose(through, atDeEik)).toBe(false);
	expect(await sessions.choose(through, atDeLinde)).toBe(true);
	const byMail = await found(await begin());
	expect(await sessions.choose(byMail, atDeEik)).toBe(true);
});
