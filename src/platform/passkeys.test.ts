import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { autumn, deLinde, samira, youssef } from '#seeds/cast.ts';
import { newAuthenticator, type Shown } from '#tests/harness/authenticator.ts';
import { mailsTo, useDatabase } from '#tests/database.ts';
import { accountOf, admitIn } from './accounts.server.ts';
import { now, setClock } from './clock.server.ts';
import { readConfig } from './config.server.ts';
import { change } from './db.server.ts';
import type { AccountId } from './ids.ts';
import { no, ok, type Outcome } from './outcome.ts';
import * as passkeys from './passkeys.server.ts';
import { addMinutes } from './time.ts';

useDatabase();

const phone = '192.0.2.1';
const home = readConfig().origin;
let [samiras, youssefs] = [] as unknown as [AccountId, AccountId];

beforeEach(async () => {
	setClock(autumn);
	const people = [samira, youssef].map(({ id }, at) => ({ school: deLinde, person: id, email: `${at}@example.org` }));
	await change({ school: deLinde }, async (db) => ok(await admitIn(db, people)));
	[samiras, youssefs] = [(await accountOf(people[0]!))!, (await accountOf(people[1]!))!];
});
afterEach(() => setClock(undefined));

function well<T>(outcome: Outcome<T, string>) {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.value;
}
const askToMake = async (account = samiras) =>
	well(await passkeys.askToMake({ account, email: 'samira@example.org', name: 'Samira' }, phone));
const askFor = async (account?: AccountId) => well(await passkeys.askFor(phone, account));

/** A device with a passkey of this account. */
async function deviceOf(account: AccountId, shown: Shown = {}) {
	const device = newAuthenticator(home);
	const { id, options } = await askToMake(account);
	well(await passkeys.make(id, account, device.make(options, shown), 'Chrome op Android', 'nl'));
	return device;
}
const wrong = no('wrong-passkey');

test('who made a passkey comes in with it, without saying who they are', async () => {
	const device = await deviceOf(samiras);
	const { id, options } = await askFor();
	expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] });
	expect(await passkeys.enter(id, device.use(options), phone)).toEqual(ok(samiras));
	expect(await passkeys.listOf(samiras)).toMatchObject([{ name: 'Chrome op Android', usedAt: expect.any(Date) }]);
});

test('a device is asked for a key that opens by itself, and not for one it has', async () => {
	const device = await deviceOf(samiras);
	const { options } = await askToMake();
	expect(options.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' });
	expect(options.excludeCredentials).toMatchObject([{ id: device.id }]);
});

/** Guards `takeChallenge` in passkey.store.server.ts: deleted, not read. */
test('an answer counts once', async () => {
	const device = await deviceOf(samiras);
	const { id, options } = await askFor();
	const answer = device.use(options);
	expect(await passkeys.enter(id, answer, phone)).toMatchObject({ ok: true });
	expect(await passkeys.enter(id, answer, phone)).toEqual(wrong);
});

test('after five minutes an answer is too late', async () => {
	const device = await deviceOf(samiras);
	const { id, options } = await askFor();
	setClock(addMinutes(now(), 6));
	expect(await passkeys.enter(id, device.use(options), phone)).toEqual(wrong);
});

test.each<[string, Shown]>([
	['another address', { origin: 'https://eenl1jn.example' }],
	['another house', { host: 'eenl1jn.example' }],
	['a device that nobody opened', { opened: false }]
])('an answer from %s is refused, to make a key as well as to come in', async (_from, shown) => {
	const device = await deviceOf(samiras);
	const asked = await askFor();
	expect(await passkeys.enter(asked.id, device.use(asked.options, shown), phone)).toEqual(wrong);
	const other = newAuthenticator(home);
	const making = await askToMake();
	expect(await passkeys.make(making.id, samiras, other.make(making.options, shown), '', 'nl')).toEqual(wrong);
	expect(await passkeys.listOf(samiras)).toHaveLength(1);
});

test('a counter that goes back, or stands still, is a copied key', async () => {
	const device = await deviceOf(samiras, { counter: 4 });
	const first = await askFor();
	expect(await passkeys.enter(first.id, device.use(first.options, { counter: 5 }), phone)).toEqual(ok(samiras));
	for (const counter of [5, 4, 0]) {
		const { id, options } = await askFor();
		expect(await passkeys.enter(id, device.use(options, { counter }), phone), String(counter)).toEqual(wrong);
	}
});

test('what one browser was asked is of no use in another, nor for another purpose', async () => {
	const device = await deviceOf(samiras);
	const [mine, other] = [await askFor(), await askFor()];
	expect(await passkeys.enter(other.id, device.use(mine.options), phone)).toEqual(wrong);
	const confirming = await askFor(samiras);
	expect(await passkeys.enter(confirming.id, device.use(confirming.options), phone)).toEqual(wrong);
	expect(await passkeys.enter(undefined, device.use(mine.options), phone)).toEqual(wrong);
	const making = await askToMake();
	expect(await passkeys.enter(making.id, device.use(making.options), phone, samiras)).toEqual(wrong);
});

/** Guards `key.account_id !== account` in `enter` of passkeys.server.ts. */
test('to prove once more that it is you takes a key of your own', async () => {
	const [hers, his] = [await deviceOf(samiras), await deviceOf(youssefs)];
	const first = await askFor(samiras);
	expect(first.options.allowCredentials).toMatchObject([{ id: hers.id }]);
	expect(await passkeys.enter(first.id, his.use(first.options), phone, samiras)).toEqual(wrong);
	const second = await askFor(samiras);
	expect(await passkeys.enter(second.id, hers.use(second.options), phone, samiras)).toEqual(ok(samiras));
});

test('a key is made for the account that asked, and is of one account', async () => {
	const device = newAuthenticator(home);
	const { id, options } = await askToMake(samiras);
	expect(await passkeys.make(id, youssefs, device.make(options), '', 'nl')).toEqual(wrong);
	const again = await askToMake(samiras);
	expect(await passkeys.make(again.id, samiras, device.make(again.options), '', 'nl')).toEqual(ok(undefined));
	const stolen = await askToMake(youssefs);
	expect(await passkeys.make(stolen.id, youssefs, device.make(stolen.options), '', 'nl')).toEqual(wrong);
});

test('a key is renamed and removed by its owner alone, and then opens nothing', async () => {
	const device = await deviceOf(samiras);
	expect(await passkeys.rename(youssefs, device.id, 'x')).toBe(false);
	expect(await passkeys.remove(youssefs, device.id, 'nl')).toBe(false);
	expect(await passkeys.rename(samiras, device.id, ' Mijn telefoon ')).toBe(true);
	expect(await passkeys.listOf(samiras)).toMatchObject([{ name: 'Mijn telefoon' }]);
	expect(await passkeys.remove(samiras, device.id, 'nl')).toBe(true);
	await vi.waitFor(async () => {
		const mails = await mailsTo('0@example.org');
		expect(mails).toContain('Er is een passkey toegevoegd');
		expect(mails).toContain('Een passkey is weggehaald');
	});
	const { id, options } = await askFor();
	expect(await passkeys.enter(id, device.use(options), phone)).toEqual(wrong);
});

test('what is no answer at all is no surprise', async () => {
	const { id } = await askFor();
	for (const answer of ['', '{}', 'null', '{"id":"x"}', '[1', '{"id":"x","response":{}}']) {
		expect(await passkeys.enter(id, answer, phone)).toEqual(wrong);
	}
});

test('from one address, asking stops', async () => {
	for (let count = 1; count <= 60; count++) await passkeys.askFor(phone);
	expect(await passkeys.askFor(phone)).toEqual(no('too-many'));
	expect(await passkeys.askFor('192.0.2.2')).toMatchObject({ ok: true });
});
