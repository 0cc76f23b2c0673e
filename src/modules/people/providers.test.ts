import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { accountOf, admitIn } from '#platform/accounts.server.ts';
import { now, setClock } from '#platform/clock.server.ts';
import { change } from '#platform/db.server.ts';
import type { AccountId } from '#platform/ids.ts';
import * as oidc from '#platform/oidc.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Provider, Purpose } from '#platform/provider.ts';
import { addMinutes } from '#platform/time.ts';
import { anke, as, autumn, deEik, deEiksOffice, deLinde, mentor, yvonne } from '#seeds/cast.ts';
import { asOwner, facts, useDatabase } from '#tests/database.ts';
import { clientOf, signInThere, startProvider } from '#tests/harness/provider.ts';
import * as providers from './providers.server.ts';
import * as schools from './schools.server.ts';

useDatabase();

const phone = '192.0.2.1';
const refused = no('provider-refused');
let theirs: Awaited<ReturnType<typeof startProvider>>;
let linde: Provider;
let ankes: AccountId;
let mentors: AccountId;

beforeEach(async () => {
	setClock(autumn);
	theirs = await startProvider(oidc.returnAddress());
	ankes = await letIn({ school: deLinde, person: anke.id, email: 'anke@school.example.org' });
	mentors = await letIn({ school: deEik, person: mentor.id, email: 'mentor@eik.example.org' });
	linde = await keptBy(as(yvonne), theirs.issuer);
});
afterEach(async () => {
	setClock(undefined);
	await theirs.stop();
});

function well<T>(outcome: Outcome<T, string>) {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.value;
}
async function letIn(one: Parameters<typeof admitIn>[1][number]) {
	await change(one, async (db) => ok(await admitIn(db, [one])));
	return (await accountOf(one))!;
}
const settings = (issuer: string, domains: string[]) => ({
	...{ label: 'Microsoft van school', issuer, domains, clientId: clientOf.id, clientSecret: clientOf.secret }
});

/** The provider that this school's office tried out and kept. */
async function keptBy(ctx: ReturnType<typeof as>, issuer: string) {
	const { value } = (await providers.get(ctx)) as { value: { domains: string[] } };
	const id = well(await providers.tryOut(ctx, settings(issuer, value.domains)));
	well(await providers.keep(ctx, id));
	return (await oidc.find({ school: ctx.school }))!;
}
const leave = async (provider = linde, purpose: Purpose = 'enter') =>
	well(await oidc.leave(provider, { purpose, naar: '/leerlingen', address: phone }));
/** Goes there, signs in and comes back. */
async function through(provider = linde, login = 'subject-anke', purpose: Purpose = 'enter') {
	const { id, address } = await leave(provider, purpose);
	return oidc.comeBack(id, (await signInThere(address, login)).search);
}
/** Comes through for the first time: nobody knows this subject. */
async function arriveFirst() {
	const meant = well(await oidc.accountOf(well(await through())));
	if (typeof meant === 'string') throw new Error('known already');
	return meant.first;
}

test('who signs in at their school’s provider comes back as who the provider says', async () => {
	const { id, address } = await leave();
	const asked = new URL(address).searchParams;
	expect(Object.fromEntries(asked)).toMatchObject({
		...{ response_type: 'code', scope: 'openid', code_challenge_method: 'S256', client_id: 'eenlijn' },
		redirect_uri: 'http://localhost:3000/inloggen/via/terug'
	});
	expect(asked.get('state')!.length).toBeGreaterThan(40);
	expect(asked.get('nonce')!.length).toBeGreaterThan(40);
	const back = await signInThere(address, 'subject-anke');
	expect(`${back.origin}${back.pathname}`).toBe(oidc.returnAddress());
	expect(await oidc.comeBack(id, back.search)).toMatchObject({
		value: { issuer: theirs.issuer, subject: 'subject-anke', purpose: 'enter', naar: '/leerlingen' }
	});
});

test('the first time the mailbox says who it is, and from then on the subject does', async () => {
	const arrival = await arriveFirst();
	expect(await oidc.arrivalOf(arrival)).toMatchObject({ label: 'Microsoft van school', school: deLinde });
	expect(await oidc.introduce(arrival, ankes)).toEqual(ok({ school: deLinde, naar: '/leerlingen' }));
	expect(await oidc.accountOf(well(await through()))).toEqual(ok(ankes));
	expect(await oidc.introduce(arrival, ankes)).toEqual(refused);
	expect(await oidc.accountOf(well(await through(linde, 'subject-bram')))).toMatchObject({ value: { first: {} } });
});

test('nobody of another school is introduced, nor anybody after half an hour', async () => {
	const arrival = await arriveFirst();
	expect(await oidc.introduce(arrival, mentors)).toEqual(no('not-here'));
	setClock(addMinutes(now(), 31));
	expect(await oidc.introduce(arrival, ankes)).toEqual(refused);
});

/** Guards the DELETE … RETURNING of `takeErrand` in provider.store.server.ts. */
test('an errand is run once, whether it went well or not', async () => {
	const { id, address } = await leave();
	const back = await signInThere(address, 'subject-anke');
	expect(await oidc.comeBack(id, '?error=access_denied')).toEqual(refused);
	expect(await oidc.comeBack(id, back.search)).toEqual(refused);
});

test('one comes back once', async () => {
	const { id, address } = await leave();
	const { search } = await signInThere(address, 'subject-anke');
	expect(await oidc.comeBack(id, search)).toMatchObject({ ok: true });
	expect(await oidc.comeBack(id, search)).toEqual(refused);
	expect(await oidc.comeBack(undefined, search)).toEqual(refused);
});

/** Guards `expectedState` in `comeBack` of oidc.server.ts: an answer that somebody else was given is of no use. */
test('a wrong state is refused', async () => {
	const { id, address } = await leave();
	const back = await signInThere(address, 'subject-anke');
	back.searchParams.set('state', 'another');
	expect(await oidc.comeBack(id, back.search)).toEqual(refused);
});

/** Guards `expectedNonce`: a token that was made for another question is of no use. */
test('a wrong nonce is refused', async () => {
	const { id, address } = await leave();
	const asked = new URL(address);
	asked.searchParams.set('nonce', 'another');
	expect(await oidc.comeBack(id, (await signInThere(asked.href, 'subject-anke')).search)).toEqual(refused);
});

/** A provider that signs what it should not, kept by De Eik. */
async function forgedBy(forge: NonNullable<Parameters<typeof startProvider>[1]>['forge']) {
	const others = await startProvider(oidc.returnAddress(), { forge });
	onTestFinished(others.stop);
	return through(await keptBy(as(deEiksOffice, deEik), others.issuer));
}

/** Guards the check of `aud` that openid-client does (ASVS 10.5.4): seen red by forging nothing. */
test('a token that was made for somebody else than us is refused', async () => {
	expect(await forgedBy((claims) => claims)).toMatchObject({ ok: true });
	expect(await forgedBy((claims) => ({ ...claims, aud: 'another house' }))).toEqual(refused);
	expect(await forgedBy((claims) => ({ ...claims, aud: ['another house', 'a third'] }))).toEqual(refused);
});

/** Guards `asAsked` in oidc.server.ts: not every provider takes the secret in the form. */
test('the secret goes the way the provider asks for it', async () => {
	const others = await startProvider(oidc.returnAddress(), { secretBy: 'client_secret_basic' });
	onTestFinished(others.stop);
	const eik = await keptBy(as(deEiksOffice, deEik), others.issuer);
	expect(await through(eik)).toMatchObject({ value: { subject: 'subject-anke' } });
	expect(await through(linde)).toMatchObject({ value: { subject: 'subject-anke' } });
});

/** Guards `fetchOpenly` in oidc.server.ts: on the word of a provider we would ask around in our own network. */
test('an address of our own network is never asked', async () => {
	const asking = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('nobody there'));
	onTestFinished(() => asking.mockRestore());
	const inside = { ...linde, issuer: 'https://10.0.0.7' };
	expect(await oidc.leave(inside, { purpose: 'enter', naar: '/', address: phone })).toMatchObject({ ok: false });
	expect(asking).not.toHaveBeenCalled();
});

test('schools of one board share what stands behind the @; who signs in chooses the school by its name', async () => {
	await letIn({ school: deEik, person: deEiksOffice.id, email: 'office@school.example.org' });
	await asOwner(`update people.person set email = 'office@school.example.org' where id = '${deEiksOffice.id}'`);
	const eik = await keptBy(as(deEiksOffice, deEik), theirs.issuer);
	const claimed = await oidc.findByDomain('school.example.org');
	expect(claimed.map(({ id }) => id).sort()).toEqual([linde.id, eik.id].sort());
	expect(await oidc.findAll(claimed.map(({ id }) => id))).toHaveLength(2);
	expect(await schools.namesOf([deLinde, deEik, deLinde])).toEqual(
		new Map([
			[deLinde, 'De Linde'],
			[deEik, 'De Eik']
		])
	);
	well(await oidc.introduce(await arriveFirst(), ankes));
	expect(await oidc.accountOf(well(await through(eik)))).toEqual(no('not-here'));
	expect(await oidc.accountOf(well(await through(linde)))).toEqual(ok(ankes));
});

/** Guards PKCE: a code that was caught on its way counts only with the verifier that stayed here. */
test('the code of another errand is refused, and so is one used before', async () => {
	const [mine, other] = [await leave(), await leave()];
	const [hers, his] = [
		await signInThere(mine.address, 'subject-anke'),
		await signInThere(other.address, 'subject-bram')
	];
	const [herCode, hisCode] = [hers.searchParams.get('code')!, his.searchParams.get('code')!];
	hers.searchParams.set('code', hisCode);
	expect(await oidc.comeBack(mine.id, hers.search)).toEqual(refused);

	const [third, fourth] = [await leave(), await leave()];
	const back = await signInThere(third.address, 'subject-anke');
	const used = back.searchParams.get('code')!;
	expect(await oidc.comeBack(third.id, back.search)).toMatchObject({ ok: true });
	const again = await signInThere(fourth.address, 'subject-anke');
	again.searchParams.set('code', used);
	expect(await oidc.comeBack(fourth.id, again.search)).toEqual(refused);
	expect(herCode).not.toBe(hisCode);
});

/** Guards that an errand is of one provider: its keys, its name, its secret. */
test('the answer of another issuer is refused', async () => {
	const others = await startProvider(oidc.returnAddress());
	onTestFinished(others.stop);
	const eik = await keptBy(as(deEiksOffice, deEik), others.issuer);
	const [mine, other] = [await leave(linde), await leave(eik)];
	const stranger = await signInThere(other.address, 'subject-anke');
	stranger.searchParams.set('state', new URL(mine.address).searchParams.get('state')!);
	expect(await oidc.comeBack(mine.id, stranger.search)).toEqual(refused);
});

test('an issuer that calls itself otherwise is no provider of ours', async () => {
	const impostor = createServer((_request, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ issuer: theirs.issuer, authorization_endpoint: `${theirs.issuer}/auth` }));
	}).listen(0);
	await once(impostor, 'listening');
	onTestFinished(() => void impostor.close());
	const { port } = impostor.address() as { port: number };
	const eik = await keptBy(as(deEiksOffice, deEik), `http://localhost:${port}`);
	const sent = await oidc.leave(eik, { purpose: 'enter', naar: '/', address: phone });
	expect(sent).toEqual(no('provider-down'));
});

/** Guards `isOf` in `accountOf`: one provider of two schools opens, for each, only that school. */
test('who is known at one school is nobody through the provider of another', async () => {
	well(await oidc.introduce(await arriveFirst(), ankes));
	const eik = await keptBy(as(deEiksOffice, deEik), theirs.issuer);
	expect(await oidc.accountOf(well(await through(eik)))).toEqual(no('not-here'));
});

test('to confirm, one signs in there anew', async () => {
	const { address } = await leave(linde, 'confirm');
	expect(Object.fromEntries(new URL(address).searchParams)).toMatchObject({ prompt: 'login', max_age: '300' });
	expect(await through(linde, 'subject-anke', 'confirm')).toMatchObject({ value: { purpose: 'confirm' } });
});

test('a provider that is down is said to be down, going there and coming back', async () => {
	const others = await startProvider(oidc.returnAddress());
	const eik = await keptBy(as(deEiksOffice, deEik), others.issuer);
	await others.stop();
	expect(await oidc.leave(eik, { purpose: 'enter', naar: '/', address: phone })).toEqual(no('provider-down'));
});

test('from one address, going there stops', async () => {
	for (let count = 1; count <= 60; count++) await leave();
	expect(await oidc.leave(linde, { purpose: 'enter', naar: '/', address: phone })).toEqual(no('too-many'));
});

test('the office sets it up, for its own addresses, and nothing opens before it was tried out', async () => {
	const ctx = as(deEiksOffice, deEik);
	for (const who of [as(anke), as(mentor, deEik)]) {
		expect(await providers.tryOut(who, settings(theirs.issuer, ['eik.example.org']))).toEqual(no('missing'));
		expect(await providers.keep(who, linde.id)).toEqual(no('missing'));
		expect(await providers.drop(who)).toEqual(no('missing'));
	}
	expect(await providers.tryOut(ctx, settings(theirs.issuer, ['linde.example.org']))).toEqual(no('domain-not-ours'));
	expect(await providers.keep(ctx, linde.id)).toEqual(no('missing'));
	const { domains } = well((await providers.get(ctx)) as Outcome<{ domains: string[] }, string>);
	well(await providers.tryOut(ctx, settings(theirs.issuer, domains)));
	expect(await oidc.find({ school: deEik })).toBeUndefined();
	expect(await oidc.findByDomain(linde.domains[0]!)).toMatchObject([{ id: linde.id }]);
	well(await providers.drop(as(yvonne)));
	expect(await oidc.findByDomain(linde.domains[0]!)).toEqual([]);
	expect(await facts()).toEqual(['provider.kept', 'provider.dropped']);
});

test('the secret is kept sealed', async () => {
	expect(linde.sealedSecret).not.toContain(clientOf.secret);
});
