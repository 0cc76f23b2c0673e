import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { addAccountWithoutMailIn, accountToConfirm } from './memberships.server.ts';
import { setClock } from './clock.server.ts';
import { change } from './db.server.ts';
import { mailNewDevice } from './device-mail.server.ts';
import { know, note, unseen } from './devices.server.ts';
import type { AccountId } from './ids.ts';
import { findInMailbox, listMailbox } from './mailbox.server.ts';
import { ok } from './outcome.ts';
import * as sessions from './sessions.server.ts';
import { addMinutes } from './time.ts';
import { autumn, deLinde } from '#seeds/cast.ts';

useDatabase();

const phone = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36';
let account: AccountId;

beforeEach(async () => {
	setClock(autumn);
	account = (await accountToConfirm('samira@example.org')).id;
});
afterEach(() => setClock(undefined));

/** Guards `new` in `note` (devices.server.ts). */
test('a device that was not there before is told, the first and a known one are not', async () => {
	expect(await note(account, 'phone', phone)).toBe('first');
	expect(await note(account, 'phone', phone)).toBe('known');
	expect(await note(account, 'laptop', phone)).toBe('new');
	expect(await note(account, 'laptop', phone)).toBe('known');
});

test('the mail says which device and when, where to look, and nothing more', async () => {
	await note(account, 'phone', phone);
	await note(account, 'laptop', phone);
	mailNewDevice({ account, to: 'samira@example.org', device: phone, language: 'nl' });
	const mail = await vi.waitFor(async () => {
		const found = await findInMailbox((await listMailbox())[0]!.id);
		return found!;
	});
	expect(mail.body).toContain('Chrome op Android, dinsdag 22 september, 09.15 uur.');
	expect(mail.body).toContain('/profiel/apparaten');
	expect(mail.body).not.toMatch(/Samira|Noor|De Linde|samira@/);
	await vi.waitFor(async () => expect(await unseen(account)).toEqual([]));
});

test('who has no mail sees it at the next visit, until they say that they know', async () => {
	const made = await change({ school: deLinde }, async (db) => ok(await addAccountWithoutMailIn(db)));
	const without = made.ok ? made.value : account;
	await note(without, 'phone', phone);
	await note(without, 'tablet', phone);
	expect(await unseen(without)).toMatchObject([{ device: phone }]);
	await know(without);
	expect(await unseen(without)).toEqual([]);
});

test('a session without mail lasts 400 days from its last use, one with mail 90', async () => {
	const days = (count: number) => setClock(addMinutes(autumn, count * 24 * 60));
	const long = await sessions.begin(account, phone, undefined, { factors: ['letter'], days: 400 });
	const usual = await sessions.begin(account, phone);
	days(89);
	expect(await sessions.find(usual)).toMatchObject({ renewed: true, days: 90 });
	expect(await sessions.find(long)).toMatchObject({ renewed: true, days: 400 });
	days(180);
	expect(await sessions.find(usual)).toBeUndefined();
	expect(await sessions.find(long)).toBeDefined();
	days(180 + 401);
	expect(await sessions.find(long)).toBeUndefined();
});

test('all others are ended, this one stays', async () => {
	const here = await sessions.begin(account, phone);
	await sessions.begin(account, phone);
	await sessions.endOthers((await sessions.find(here))!);
	expect(await sessions.listOf(account)).toHaveLength(1);
	expect(await sessions.find(here)).toBeDefined();
});
