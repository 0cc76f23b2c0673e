import { Secret, TOTP, URI } from 'otpauth';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { anke, autumn, bram, deLinde } from '#seeds/cast.ts';
import { mailsTo, useDatabase } from '#tests/database.ts';
import { accountOf, admitIn } from './accounts.server.ts';
import { now, setClock, worldTime } from './clock.server.ts';
import { change, local } from './db.server.ts';
import { isLast } from './factor.ts';
import type { AccountId } from './ids.ts';
import { no, ok } from './outcome.ts';
import { seal, unseal } from './secret.server.ts';
import * as secondStep from './second-step.server.ts';
import * as sessions from './sessions.server.ts';
import { addMinutes } from './time.ts';
import { addressOf, inGroups, stepOf } from './totp.ts';

useDatabase();

const phone = '192.0.2.1';
const wrong = no('wrong-app-code');
let [ankes, brams] = [] as unknown as [sessions.Session, sessions.Session];

beforeEach(async () => {
	setClock(autumn);
	const people = [anke, bram].map(({ id }, at) => ({ school: deLinde, person: id, email: `${at}@school.example.org` }));
	await change({ school: deLinde }, async (db) => ok(await admitIn(db, people)));
	const begun = people.map(async (as) => (await sessions.find(await sessions.begin((await accountOf(as))!, 'x', as)))!);
	[ankes, brams] = (await Promise.all(begun)) as [sessions.Session, sessions.Session];
});
afterEach(() => setClock(undefined));

const codeOf = (key: string, halfMinutesOn = 0) =>
	new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate({
		timestamp: worldTime().getTime() + halfMinutesOn * 30_000
	});

/** Anke's app, tied to her account by its code of half a minute ago, so that there are codes left. */
async function tied(here = ankes) {
	const { sealed, key } = await secondStep.offer(here, 'anke');
	expect(await secondStep.setUp(here, sealed, codeOf(key, -1), phone, 'nl')).toEqual(ok(undefined));
	return (halfMinutesOn = 0) => codeOf(key, halfMinutesOn);
}
const give = (code: string, account: AccountId = ankes.account) => secondStep.give(account, code, phone);

test('a code is of its half minute, and of the one before or after', () => {
	const secret = new Secret({ size: 20 }).base32;
	const at = new Date('2026-09-22T07:15:10Z');
	const step = Math.floor(at.getTime() / 30_000);
	const code = (on: number) =>
		new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() + on * 30_000 });
	expect([-2, -1, 0, 1, 2].map((on) => stepOf(secret, code(on), at))).toEqual([
		...[undefined, step - 1, step, step + 1],
		undefined
	]);
	for (const text of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
		expect(stepOf(secret, text, at)).toBeUndefined();
});

test('what the picture tells the app is the key in words', () => {
	const secret = new Secret({ size: 20 }).base32;
	const told = URI.parse(addressOf(secret, 'anke@school.example.org'));
	expect(told).toMatchObject({ issuer: 'Eenlijn', label: 'anke@school.example.org', period: 30, digits: 6 });
	expect(told.secret.base32).toBe(secret);
	expect(inGroups(secret)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
});

test('an app is tied by its first code, and then gives the second step', async () => {
	expect(await secondStep.hasApp(ankes.account)).toBe(false);
	const code = await tied();
	expect(await secondStep.hasApp(ankes.account)).toBe(true);
	expect(await give(code())).toEqual(ok('totp'));
});

/** Guards `last_step <` in `useStep` of totp.store.server.ts. */
test('a code counts once, and none of an earlier half minute after it', async () => {
	const code = await tied();
	expect(await give(code(-1))).toEqual(wrong);
	expect(await give(code(1))).toEqual(ok('totp'));
	expect(await give(code(1))).toEqual(wrong);
	expect(await give(code(0))).toEqual(wrong);
});

test('a wrong first code ties nothing; the same picture stays', async () => {
	const { sealed, key } = await secondStep.offer(ankes, 'anke');
	expect(await secondStep.setUp(ankes, sealed, codeOf(key, 9), phone, 'nl')).toEqual(wrong);
	expect(await secondStep.hasApp(ankes.account)).toBe(false);
	expect(await secondStep.offerAgain(ankes, sealed, 'anke')).toMatchObject({ key });
});

test('an offer is for one session, for half an hour, and made here', async () => {
	const { sealed, key } = await secondStep.offer(ankes, 'anke');
	expect(await secondStep.setUp(brams, sealed, codeOf(key), phone, 'nl')).toEqual(no('offer-over'));
	expect(await secondStep.setUp(ankes, sealed.slice(0, -4), codeOf(key), phone, 'nl')).toEqual(no('offer-over'));
	setClock(addMinutes(now(), 31));
	expect(await secondStep.setUp(ankes, sealed, codeOf(key), phone, 'nl')).toEqual(no('offer-over'));
});

test('one app gives no step for another account', async () => {
	const code = await tied();
	await tied(brams);
	expect(await give(code(), brams.account)).toEqual(wrong);
});

test('after six tries in a quarter of an hour the right code waits as well', async () => {
	const code = await tied();
	for (let count = 1; count <= 6; count++) expect(await give('000000'.replace(/0$/, String(count)))).toEqual(wrong);
	expect(await give(code())).toEqual(no('too-many'));
	setClock(addMinutes(now(), 16));
	expect(await give(code())).toEqual(ok('totp'));
});

test('ten codes for a lost telephone are shown once and count once each', async () => {
	const codes = (await secondStep.makeRecovery(ankes.account))!;
	expect(new Set(codes).size).toBe(10);
	expect(await secondStep.makeRecovery(ankes.account)).toBeUndefined();
	expect(await give(codes[0]!.toUpperCase())).toEqual(ok('recovery'));
	expect(await give(codes[0]!)).toEqual(wrong);
	expect(await give(codes[1]!, brams.account)).toEqual(wrong);
	expect(await secondStep.recoveryLeft(ankes.account)).toBe(9);
	await secondStep.dropRecovery(ankes.account);
	expect(await give(codes[1]!)).toEqual(wrong);
	expect(await secondStep.makeRecovery(ankes.account)).toHaveLength(10);
});

test('neither the secret nor a code stands in the database as it is', async () => {
	const { sealed, key } = await secondStep.offer(ankes, 'anke');
	await secondStep.setUp(ankes, sealed, codeOf(key), phone, 'nl');
	const codes = (await secondStep.makeRecovery(ankes.account))!;
	const { rows } = await sql<{ text: string }>`
		select (select string_agg(row_to_json(t)::text, '') from platform.totp t)
		    || (select string_agg(row_to_json(r)::text, '') from platform.recovery r) as text`.execute(local());
	for (const secret of [key.replaceAll(' ', ''), ...codes, ...codes.map((code) => code.replace('-', ''))]) {
		expect(rows[0]!.text).not.toContain(secret);
	}
});

test('what is sealed opens as what it is, and as nothing else', async () => {
	const sealed = await seal('geheim', 'totp 1');
	expect(await unseal(sealed, 'totp 1')).toBe('geheim');
	expect(await unseal(sealed, 'totp 2')).toBeUndefined();
	const touched = Buffer.from(sealed, 'base64url');
	touched[touched.length - 1]! ^= 1;
	expect(await unseal(touched.toString('base64url'), 'totp 1')).toBeUndefined();
	expect(await unseal('', 'totp 1')).toBeUndefined();
	expect(await seal('geheim', 'totp 1')).not.toBe(sealed);
});

test.each([
	[{ hasApp: true, passkeys: 0 }, true],
	[{ hasApp: false, passkeys: 1 }, true],
	[{ hasApp: true, passkeys: 1 }, false],
	[{ hasApp: false, passkeys: 2 }, false]
])('%o: the last way is kept: %s', (ways, last) => {
	expect(isLast(ways)).toBe(last);
});

test('the owner of the account hears by mail of an app that was tied and of one that was taken away', async () => {
	await tied();
	await secondStep.removeApp(ankes.account, 'nl');
	await vi.waitFor(async () => {
		const mails = await mailsTo('0@school.example.org');
		expect(mails).toContain('Er is een app gekoppeld');
		expect(mails).toContain('De app voor je tweede stap is weggehaald');
	});
});
