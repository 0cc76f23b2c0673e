import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accountById, accountOf, admitIn } from '#platform/accounts.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { change } from '#platform/db.server.ts';
import type { AccountId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import * as secondStep from '#platform/second-step.server.ts';
import * as sessions from '#platform/sessions.server.ts';
import { anke, as, autumn, bram, deEik, deEiksOffice, deLinde, mentor, therapist, yvonne } from '#seeds/cast.ts';
import { facts, mailsTo, useDatabase } from '#tests/database.ts';
import * as providers from './providers.server.ts';

useDatabase();

const phone = '192.0.2.1';
let ankes: AccountId;

beforeEach(async () => {
	setClock(autumn);
	ankes = await letIn({ school: deLinde, person: anke.id, email: 'anke@school.example.org' });
	await letIn({ school: deEik, person: mentor.id, email: 'mentor@eik.example.org' });
});
afterEach(() => setClock(undefined));

function well<T>(outcome: Outcome<T, string>) {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.value;
}
async function letIn(one: Parameters<typeof admitIn>[1][number]) {
	await change(one, async (db) => ok(await admitIn(db, [one])));
	return (await accountOf(one))!;
}

/** Guards `tellOtherSchools`: one account opens both, and the other school would hear of it from nobody. */
test('a second step that one school takes away is told to who keeps the other school of the same person', async () => {
	await letIn({ school: deLinde, person: bram.id, email: 'mentor@eik.example.org' });
	await letIn({ school: deLinde, person: yvonne.id, email: 'yvonne@school.example.org' });
	const before = (await facts()).length;
	expect(await providers.forgetSecondStep(as(deEiksOffice, deEik), mentor.id)).toEqual(ok(undefined));
	const told = ['staff.second-step-forgotten', 'staff.second-step-forgotten'];
	expect((await facts()).slice(before)).toEqual(told);
	await vi.waitFor(async () => {
		expect(await mailsTo('yvonne@school.example.org')).toContain(
			'De Eik heeft de tweede stap van meester Bram weggehaald'
		);
	});
	expect(await mailsTo('mentor@eik.example.org')).not.toContain('De Eik heeft de tweede stap van');
});

/** Guards `findProfessionals` in providers.server.ts: who comes from outside owes a second step, and must find help too. */
test('the office helps who comes from outside and lost theirs', async () => {
	const ineke = await letIn({ school: deLinde, person: therapist.id, email: 'ineke@logopedie.example' });
	const { value } = (await providers.get(as(yvonne))) as { value: { staff: { id: string }[]; domains: string[] } };
	expect(value.staff.map(({ id }) => id)).toContain(therapist.id);
	expect(value.domains).not.toContain('logopedie.example');
	await sessions.begin(ineke, 'phone', { school: deLinde, person: therapist.id });
	expect(await providers.forgetSecondStep(as(yvonne), therapist.id)).toEqual(ok(undefined));
	expect(await sessions.listOf(ineke)).toEqual([]);
});

test('the office takes away the second step of a colleague who lost it, who is signed out everywhere', async () => {
	const here = { school: deLinde, person: anke.id };
	const session = (await sessions.find(await sessions.begin(ankes, 'phone', here)))!;
	const { sealed, key } = await secondStep.offer(session, 'anke');
	const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) });
	well(await secondStep.setUp(session, sealed, app.generate(), phone, 'nl'));
	expect(await secondStep.makeRecovery(ankes)).toHaveLength(10);
	const listed = async () =>
		well((await providers.get(as(yvonne))) as Outcome<{ staff: { id: string; hasSecondStep: boolean }[] }, string>)
			.staff.filter(({ hasSecondStep }) => hasSecondStep)
			.map(({ id }) => id);
	expect(await listed()).toEqual([anke.id]);

	for (const who of [as(anke), as(deEiksOffice, deEik)]) {
		expect(await providers.forgetSecondStep(who, anke.id)).toEqual(no('missing'));
	}
	// Nor one's own: whoever sits at her computer would be in with a mailbox alone.
	await letIn({ school: deLinde, person: yvonne.id, email: 'yvonne@school.example.org' });
	expect(await providers.forgetSecondStep(as(yvonne), yvonne.id)).toEqual(no('missing'));
	expect(await listed()).toEqual([anke.id]);
	expect(await providers.forgetSecondStep(as(yvonne), anke.id)).toEqual(ok(undefined));
	expect(await listed()).toEqual([]);
	expect(await secondStep.recoveryLeft(ankes)).toBeUndefined();
	expect(await sessions.listOf(ankes)).toEqual([]);
	expect(await facts()).toEqual(['staff.second-step-forgotten']);
	const theirMail = (await accountById(ankes))!.email!;
	await vi.waitFor(async () => expect(await mailsTo(theirMail)).toContain('School heeft je tweede stap weggehaald'));
});
