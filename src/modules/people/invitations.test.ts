import { afterEach, beforeEach, expect, test } from 'vitest';
import { admitIn, findAccount, membershipsOf } from '#platform/accounts.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { change } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { accountToConfirm, clearUnconfirmed } from '#platform/memberships.server.ts';
import { no, ok } from '#platform/outcome.ts';
import * as sessions from '#platform/sessions.server.ts';
import { addMinutes } from '#platform/time.ts';
import * as cast from '#seeds/cast.ts';
import { agreeStep } from '#seeds/own-step.ts';
import { value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { arrive, find, look } from './arrivals.server.ts';
import * as invitations from './invitations.server.ts';

useDatabase();

const { anke, as, autumn, bram, deEik, deLinde, group3, group5, huda, milansMother, samira, wim, yara, yvonne } = cast;
const days = (count: number) => addMinutes(autumn, count * 24 * 60);
const phone = '192.0.2.7';

beforeEach(() => setClock(autumn));
afterEach(() => setClock(undefined));

const letterFor = async (person: { id: PersonId }, who = yvonne, now = autumn) =>
	value(await invitations.print(as(who, deLinde, now), { person: person.id })).letters[0]!;
const admit = (person: { id: PersonId }, email: string, school = deLinde) =>
	change({ school }, async (db) => ok(await admitIn(db, [{ school, person: person.id, email }])));
const accountOf = async (email: string) => (await findAccount(email))!.id;
const comeInByMail = async (person: { id: PersonId }, email: string, school = deLinde) => {
	await admit(person, email, school);
	await sessions.begin(await accountOf(email), 'phone', { school, person: person.id });
};
const stateOf = async (person: { id: PersonId }, now = autumn) => {
	const { groups } = value(await invitations.list(as(yvonne, deLinde, now)));
	return groups.flatMap(({ invitees }) => invitees).find((one) => one.person === person.id);
};

test('a letter for the group: a code for each guardian, in the order of the children, and nobody twice', async () => {
	const { letters, school } = value(await invitations.print(as(anke), { group: group5 }));
	expect(letters.map(({ fullName }) => fullName)).toEqual([
		'Huda Al-Masri',
		'Samira El Idrissi',
		'Youssef Benali',
		'Wim de Boer'
	]);
	expect(new Set(letters.map(({ code }) => code)).size).toBe(letters.length);
	expect(school.name).toBe('De Linde');
	expect(await invitations.print(as(anke), { group: group5 })).toEqual(no('nobody-left'));
	expect(await facts()).toEqual(letters.map(() => 'invitation.printed'));
});

test('who has an invitation is not invited again for another child', async () => {
	await invitations.print(as(anke), { group: group5 });
	const { letters } = value(await invitations.print(as(bram), { group: group3 }));
	expect(letters.map(({ fullName }) => fullName)).not.toContain('Samira El Idrissi');
});

test('a teacher prints for her own group alone, and sends no mail', async () => {
	expect(await invitations.print(as(anke), { group: group3 })).toEqual(no('missing'));
	expect(await invitations.send(as(anke), { group: group5 })).toEqual(no('missing'));
	expect(await invitations.withdraw(as(anke), wim.id)).toEqual(no('missing'));
	expect(value(await invitations.list(as(anke))).groups.map(({ id }) => id)).toEqual([group5]);
});

test.each([
	['a parent', samira, deLinde],
	['a pupil', yara, deLinde],
	['the office of another school', cast.deEiksOffice, deEik]
])('%s invites nobody here', async (_who, person, school) => {
	expect(await invitations.print(as(person, school), { group: group5 })).toEqual(no('missing'));
	if (person.role !== 'staff') expect(await invitations.list(as(person, school))).toEqual(no('missing'));
	expect(await invitations.print(as(person, school), { person: wim.id })).toEqual(no('missing'));
	expect(await invitations.send(as(person, school), { person: wim.id })).toMatchObject({ ok: false });
	expect(await invitations.withdraw(as(person, school), wim.id)).toEqual(no('missing'));
});

test('a pupil is invited when signing in was opened for it, and not before', async () => {
	expect(await invitations.print(as(yvonne), { person: cast.noor.id })).toEqual(no('missing'));
	await agreeStep(as(anke), [as(samira), as(cast.youssef)], cast.noor.id, 2);
	expect(await letterFor(cast.noor)).toMatchObject({ role: 'pupil', children: ['Noor'] });
});

test('Wim comes in without mail, and stays in by that account', async () => {
	const { code } = await letterFor(wim);
	expect(await find(code, phone, autumn)).toEqual(
		ok({ schoolName: 'De Linde', callName: 'Wim', isPupil: false, returns: false })
	);
	const { account, as: place } = value(await arrive(code, 'without-mail', autumn));
	expect(place).toEqual({ school: deLinde, person: wim.id });
	await sessions.begin(account, 'phone', place);
	expect(await arrive(code, 'without-mail', autumn)).toEqual(no('wrong-code'));
	expect(await stateOf(wim)).toMatchObject({ standing: { account, hasMail: false } });
});

test('a new letter is Wim’s way back in, to the same account', async () => {
	const first = value(await arrive((await letterFor(wim)).code, 'without-mail', autumn));
	await sessions.begin(first.account, 'phone', first.as);
	const { code } = await letterFor(wim, yvonne, days(30));
	expect(await look(code, days(30))).toMatchObject({ returns: true });
	expect(value(await arrive(code, 'without-mail', days(30))).account).toBe(first.account);
});

test('who has mail by now goes on by the same account, at that address', async () => {
	const first = value(await arrive((await letterFor(wim)).code, 'without-mail', autumn));
	await sessions.begin(first.account, 'phone', first.as);
	const { id } = await accountToConfirm('wim@example.org');
	const { account } = value(await arrive((await letterFor(wim)).code, { account: id }, autumn));
	expect(account).toBe(first.account);
	expect(await accountOf('wim@example.org')).toBe(first.account);
	expect(await stateOf(wim)).toMatchObject({ email: 'wim@example.org', standing: { hasMail: true } });
});

test('an address that was typed and never confirmed is gone a day later; who came in by it stays', async () => {
	await accountToConfirm('typo@example.org');
	const { id } = await accountToConfirm('wim@example.org');
	value(await arrive((await letterFor(wim)).code, { account: id }, autumn));
	await clearUnconfirmed(days(1));
	expect(await findAccount('typo@example.org')).toBeUndefined();
	expect(await accountOf('wim@example.org')).toBe(id);
});

test('a new letter ends the code of the one before', async () => {
	const [first, second] = [await letterFor(wim), await letterFor(wim)];
	expect(await find(first.code, phone, autumn)).toEqual(no('wrong-code'));
	expect(await find(second.code, phone, autumn)).toMatchObject({ ok: true });
});

test('a withdrawn code and one that is too old open nothing', async () => {
	const { code } = await letterFor(wim);
	setClock(days(61));
	expect(await arrive(code, 'without-mail', days(61))).toEqual(no('wrong-code'));
	setClock(autumn);
	value(await invitations.withdraw(as(yvonne), wim.id));
	expect(await find(code, phone, autumn)).toEqual(no('wrong-code'));
	expect(await arrive(code, 'without-mail', autumn)).toEqual(no('wrong-code'));
	expect(await invitations.withdraw(as(yvonne), wim.id)).toEqual(no('missing'));
});

/** Guards `known` in `arrive`: a letter would hand over the account of who signs in by mail. */
test('who signs in by mail needs no invitation, and a letter that lies about takes nothing from them', async () => {
	const { code } = await letterFor(huda);
	await comeInByMail(huda, 'huda@example.org');
	expect(await arrive(code, 'without-mail', autumn)).toEqual(no('known'));
	await admit(cast.stranger, 'rik@example.org');
	expect(await arrive(code, { account: await accountOf('rik@example.org') }, autumn)).toEqual(no('known'));
	expect(await invitations.print(as(yvonne), { person: huda.id })).toEqual(no('known'));
	expect(await membershipsOf(await accountOf('huda@example.org'))).toHaveLength(1);
});

test('one sign-in for two schools: the second is added, the first stays', async () => {
	await comeInByMail(milansMother, 'jana@example.org', deEik);
	const account = await accountOf('jana@example.org');
	value(await arrive((await letterFor(wim)).code, { account }, autumn));
	expect(await membershipsOf(account)).toEqual([
		{ school: deLinde, person: wim.id },
		{ school: deEik, person: milansMother.id }
	]);
});

/** Guards `not-yours` in `arrive`. */
test('a child’s code never comes into a parent’s account, nor the other way round', async () => {
	await comeInByMail(cast.milan, 'milan@example.org', deEik);
	expect(await arrive((await letterFor(wim)).code, { account: await accountOf('milan@example.org') }, autumn)).toEqual(
		no('not-yours')
	);
});

test('what they chose stays when the school reads its file again', async () => {
	const { account } = value(await arrive((await letterFor(wim)).code, 'without-mail', autumn));
	await admit(wim, 'somebody@example.org');
	expect(await stateOf(wim)).toMatchObject({ standing: { account } });
});

/** Guards `within` in `find` (arrivals.server.ts). */
test('after sixty tries from one place even the right code waits', async () => {
	const { code } = await letterFor(wim);
	for (let count = 1; count <= 60; count++) await find('CCCCCCCCCCCC', phone, autumn);
	expect(await find(code, phone, autumn)).toEqual(no('too-many'));
	expect(await find(code, '192.0.2.8', autumn)).toMatchObject({ ok: true });
});

test('mail goes to who has an address; nobody is asked for what they have not', async () => {
	expect(await invitations.send(as(yvonne), { person: wim.id })).toEqual(no('without-mail'));
	expect(await invitations.send(as(yvonne), { group: group5 })).toEqual(ok(3));
	expect(await stateOf(wim)).toMatchObject({ invitation: undefined });
});
