import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { admitIn, findAccount } from './accounts.server.ts';
import { now, setClock } from './clock.server.ts';
import { change, local } from './db.server.ts';
import { listMailbox, findInMailbox } from './mailbox.server.ts';
import { no, ok } from './outcome.ts';
import { ask, askAs, confirmCode, confirmLink } from './sign-in.server.ts';
import type { SignInId } from './sign-in.store.server.ts';
import { addMinutes } from './time.ts';
import { sql } from 'kysely';
import { autumn, deLinde, samira, wim } from '#seeds/cast.ts';
import { useDatabase } from '#tests/database.ts';

useDatabase();

const email = 'samira@example.org';
const phone = { address: '192.0.2.1', language: 'nl' } as const;
let samirasAccount: string;

beforeEach(async () => {
	setClock(autumn);
	await change({ school: deLinde }, async (db) =>
		ok(await admitIn(db, [{ school: deLinde, person: samira.id, email }]))
	);
	samirasAccount = (await findAccount(email))!.id;
});
afterEach(() => setClock(undefined));

/** Ask, and read in the mail what came. */
async function asked(from = phone): Promise<{ id: SignInId; code: string; link: string }> {
	const outcome = await ask(email, from);
	if (!outcome.ok) throw new Error(outcome.reason);
	const mail = await vi.waitFor(async () => {
		const [newest] = await listMailbox();
		const found = newest && (await findInMailbox(newest.id));
		if (!found?.messageId.includes(outcome.value)) throw new Error('no mail yet');
		return found;
	});
	return {
		id: outcome.value,
		code: /\d{3} \d{3}/.exec(mail.body)![0],
		link: new URL(/https?:\S+/.exec(mail.body)![0]).searchParams.get('sleutel')!
	};
}

const wrong = (code: string) => (code === '000 000' ? '111111' : '000000');

test('the code in the mail opens the door once', async () => {
	const { id, code } = await asked();
	expect(await confirmCode(id, code, phone.address)).toEqual(ok(samirasAccount));
	expect(await confirmCode(id, code, phone.address)).toEqual(no('wrong-code'));
});

test('the link opens it once, and then the code is used up too', async () => {
	const { id, code, link } = await asked();
	expect(await confirmLink(link, phone.address)).toEqual(ok(samirasAccount));
	expect(await confirmLink(link, phone.address)).toEqual(no('wrong-link'));
	expect(await confirmCode(id, code, phone.address)).toEqual(no('wrong-code'));
});

test('using one mail uses up the others', async () => {
	const first = await asked();
	const second = await asked();
	expect(await confirmCode(second.id, second.code, phone.address)).toMatchObject({ ok: true });
	expect(await confirmLink(first.link, phone.address)).toEqual(no('wrong-link'));
});

test('of two at the same moment one gets in', async () => {
	const { id, code, link } = await asked();
	const both = await Promise.all([confirmCode(id, code, phone.address), confirmLink(link, phone.address)]);
	expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
});

/** Guards `expires_at` in `countTry` and `use` (sign-in.store.server.ts). */
test('after fifteen minutes it is over', async () => {
	const { id, code, link } = await asked();
	setClock(addMinutes(now(), 16));
	expect(await confirmCode(id, code, phone.address)).toEqual(no('wrong-code'));
	expect(await confirmLink(link, phone.address)).toEqual(no('wrong-link'));
});

/** Guards the count of `wrong_codes` in `countTry`: six digits are a million tries. */
test('after five wrong codes the right one is of no use', async () => {
	const { id, code } = await asked();
	for (let attempt = 1; attempt <= 5; attempt++) await confirmCode(id, wrong(code), phone.address);
	expect(await confirmCode(id, code, phone.address)).toEqual(no('wrong-code'));
});

/** Guards the id in `countTry`: a code that somebody was talked out of would count anywhere, and so would the tries. */
test('a code counts only in the browser that asked', async () => {
	const [mine, other] = [await asked(), await asked()];
	if (mine.code !== other.code) {
		expect(await confirmCode(other.id, mine.code, phone.address)).toEqual(no('wrong-code'));
	}
	for (let attempt = 1; attempt <= 5; attempt++) await confirmCode(other.id, wrong(other.code), phone.address);
	expect(await confirmCode(mine.id, mine.code, phone.address)).toMatchObject({ ok: true });
});

/** Guards the quiet return in `mailTo`: another answer would tell who is known here. */
test('an unknown address hears the same and gets no mail', async () => {
	expect(await ask('nobody@example.org', phone)).toMatchObject({ ok: true });
	expect(await askAs({ school: deLinde, person: wim.id }, phone)).toMatchObject({ ok: true });
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(await listMailbox()).toEqual([]);
});

/** Guards `mostMails` in sign-in.server.ts. */
test.each([email, 'nobody@example.org'])('the sixth mail to %s in a quarter of an hour is not sent', async (to) => {
	for (let count = 1; count <= 5; count++) expect(await ask(to, phone)).toMatchObject({ ok: true });
	expect(await ask(to, phone)).toEqual(no('too-many'));
	setClock(addMinutes(now(), 16));
	expect(await ask(to, phone)).toMatchObject({ ok: true });
});

/** Guards `mostConfirmed` in sign-in.server.ts: from many accounts at once. */
test('from one address, guessing stops', async () => {
	const { id, code } = await asked();
	for (let count = 1; count <= 60; count++) await confirmLink('guess', phone.address);
	expect(await confirmCode(id, code, phone.address)).toEqual(no('too-many'));
	expect(await confirmCode(id, code, '192.0.2.2')).toMatchObject({ ok: true });
});

/** Guards `mostAsked` in sign-in.server.ts: one after the other it would fill the mailboxes of a whole school. */
test('from one address, asking for codes stops too, whomever it names', async () => {
	for (let count = 1; count <= 60; count++) await ask(`nobody.${count}@example.org`, phone);
	expect(await ask(email, phone)).toEqual(no('too-many'));
	expect(await ask(email, { ...phone, address: '192.0.2.2' })).toMatchObject({ ok: true });
});

/** Guards `codeHash`: who finds a backup would read codes in it. */
test('neither code nor link stands in the database', async () => {
	const { code, link } = await asked();
	const { rows } = await sql<{ text: string }>`select row_to_json(s)::text as text from platform.sign_in s`.execute(
		local()
	);
	expect(rows[0]!.text).not.toContain(link);
	expect(rows[0]!.text).not.toContain(code.replace(' ', ''));
});
