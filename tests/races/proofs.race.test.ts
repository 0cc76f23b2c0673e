import { Secret, TOTP } from 'otpauth';
import { beforeEach, expect, test } from 'vitest';
import { accountOf, admitIn } from '#platform/accounts.server.ts';
import { now, setClock } from '#platform/clock.server.ts';
import { readConfig } from '#platform/config.server.ts';
import { change } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { AccountId } from '#platform/ids.ts';
import { ok, type Outcome } from '#platform/outcome.ts';
import * as passkeys from '#platform/passkeys.server.ts';
import * as secondStep from '#platform/second-step.server.ts';
import type { SessionId } from '#platform/sessions.server.ts';
import { addMinutes } from '#platform/time.ts';
import { anke, deLinde } from '#seeds/cast.ts';
import { useRealDatabase } from '#tests/database.ts';
import { newAuthenticator } from '#tests/harness/authenticator.ts';

useRealDatabase();

const phone = '192.0.2.1';
const as = { school: deLinde, person: anke.id };
let account: AccountId;

beforeEach(async () => {
	await change(as, async (db) => ok(await admitIn(db, [{ ...as, email: 'anke@school.example.org' }])));
	account = (await accountOf(as))!;
});

function well<T>(outcome: Outcome<T, string>) {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.value;
}

/**
 * Guards the DELETE … RETURNING of `takeChallenge` in src/platform/passkey.store.server.ts. With a SELECT before it, both
 * answers find the challenge, and a key whose counter stays at 0 (those of a key ring do) lets both in.
 */
test('of two answers to one challenge at the same moment, one counts', async () => {
	const device = newAuthenticator(readConfig().origin);
	const making = well(await passkeys.askToMake({ account, email: 'anke@school.example.org', name: 'juf Anke' }, phone));
	well(await passkeys.make(making.id, account, device.make(making.options), '', 'nl'));
	for (let round = 0; round < 10; round++) {
		const { id, options } = well(await passkeys.askFor(phone));
		const answer = device.use(options);
		const shown = await Promise.all([passkeys.enter(id, answer, phone), passkeys.enter(id, answer, phone)]);
		expect(shown.filter(({ ok: isIn }) => isIn)).toHaveLength(1);
	}
});

/**
 * Guards `last_step <` in `useStep` of src/platform/totp.store.server.ts. With a look beforehand in its place, both see the
 * step before it, and somebody who reads along over a shoulder comes in beside its owner.
 */
test('of two who give the same code of the app at the same moment, one comes in', async () => {
	const here = { id: newId<SessionId>(), account };
	for (let round = 0; round < 6; round++) {
		const { sealed, key } = await secondStep.offer(here, 'anke');
		const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) });
		const code = (halfMinutesOn: number) => app.generate({ timestamp: Date.now() + halfMinutesOn * 30_000 });
		well(await secondStep.setUp(here, sealed, code(-1), phone, 'nl'));
		setClock(addMinutes(now(), 16));
		const given = await Promise.all([1, 2, 3].map(() => secondStep.give(account, code(1), phone)));
		expect(given.filter(({ ok: isIn }) => isIn)).toHaveLength(1);
	}
});

/** Guards `= any (code_hashes)` in `useRecovery` of the same file: the row is held while the code is taken out. */
test('a recovery code given twice at the same moment counts once', async () => {
	for (let round = 0; round < 6; round++) {
		await secondStep.dropRecovery(account);
		setClock(addMinutes(now(), 16));
		const [code] = (await secondStep.makeRecovery(account))!;
		const given = await Promise.all([1, 2].map(() => secondStep.give(account, code!, phone)));
		expect(given.filter(({ ok: isIn }) => isIn)).toHaveLength(1);
	}
});
