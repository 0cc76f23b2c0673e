import { createECDH, createHmac, createDecipheriv, createPublicKey, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { deLinde, samira, youssef } from '#seeds/cast.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import * as devices from './push-devices.server.ts';
import { keys, push } from './push.server.ts';
import * as sessions from './sessions.server.ts';

useDatabase();

type Got = { path: string; headers: IncomingMessage['headers']; body: Buffer };
/** The service of the maker of a browser, on this machine. */
let [origin, answer] = ['', 201];
let got: Got[] = [];
const service = createServer(async (request, response) => {
	got.push({ path: request.url!, headers: request.headers, body: await buffer(request) });
	response.writeHead(answer).end();
});

beforeAll(async () => {
	service.listen(0, '127.0.0.1');
	await once(service, 'listening');
	origin = `http://127.0.0.1:${(service.address() as { port: number }).port}`;
	process.env.PUSH_SERVICES = origin;
});
afterAll(() => {
	delete process.env.PUSH_SERVICES;
	service.close();
});
beforeEach(() => {
	[got, answer] = [[], 201];
});
afterEach(() => {
	delete process.env.VAPID_PUBLIC_KEY;
	delete process.env.VAPID_PRIVATE_KEY;
});

/** A browser as this house knows it, and as it knows itself. */
function browser(path = '/device') {
	const own = createECDH('prime256v1');
	own.generateKeys();
	const auth = randomBytes(16);
	const subscription = {
		endpoint: `${origin}${path}`,
		p256dh: own.getPublicKey('base64url'),
		auth: auth.toString('base64url')
	};
	/** What came, read as RFC 8291 has a browser read it. */
	const read = (body: Buffer) => {
		const [salt, idLength] = [body.subarray(0, 16), body[20]!];
		const theirs = body.subarray(21, 21 + idLength);
		const hmac = (key: Buffer, ...parts: (Buffer | string)[]) => {
			const made = createHmac('sha256', key);
			for (const part of parts) made.update(part);
			return made.digest();
		};
		const one = Buffer.from([1]);
		const ikm = hmac(hmac(auth, own.computeSecret(theirs)), 'WebPush: info\0', own.getPublicKey(), theirs, one);
		const prk = hmac(salt, ikm);
		const key = hmac(prk, 'Content-Encoding: aes128gcm\0', one).subarray(0, 16);
		const nonce = hmac(prk, 'Content-Encoding: nonce\0', one).subarray(0, 12);
		const closed = body.subarray(21 + idLength);
		const opening = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(closed.subarray(-16));
		const text = Buffer.concat([opening.update(closed.subarray(0, -16)), opening.final()]).toString();
		// One sign marks the end (RFC 8188).
		return JSON.parse(text.slice(0, text.lastIndexOf('}') + 1)) as Record<string, string>;
	};
	return { subscription, read };
}

async function signedIn(who: { id: typeof samira.id } = samira) {
	return (await sessions.find(await tokenFor(deLinde, who)))!;
}

test('a device gets one sentence that only it can read, from a house that its maker knows', async () => {
	const session = await signedIn();
	const { subscription, read } = browser();
	expect(await devices.addDevice(session, subscription)).toMatchObject({ ok: true });
	expect(
		await push('a message', { account: session.account, text: 'Er is een bericht voor je.', path: '/vandaag' })
	).toBe(1);
	const [{ headers, body }] = got as [Got];
	expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'normal' });
	expect(headers.topic).toMatch(/^[\w-]{32}$/);
	expect(read(body)).toMatchObject({ title: 'Eenlijn', text: 'Er is een bericht voor je.', path: '/vandaag' });
	expect(body.toString('latin1')).not.toContain('bericht');

	const [, token, key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization!)!;
	const [head, claims, signature] = token!.split('.') as [string, string, string];
	const { publicKey } = await keys();
	expect(key).toBe(publicKey);
	const point = Buffer.from(publicKey, 'base64url');
	const jwk = {
		kty: 'EC',
		crv: 'P-256',
		x: point.subarray(1, 33).toString('base64url'),
		y: point.subarray(33).toString('base64url')
	};
	const signed = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const;
	expect(verify('sha256', Buffer.from(`${head}.${claims}`), signed, Buffer.from(signature, 'base64url'))).toBe(true);
	expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ aud: origin });
});

test('said again, it takes the place of the one before', async () => {
	const session = await signedIn();
	const { subscription, read } = browser();
	await devices.addDevice(session, subscription);
	for (const once of ['one', 'one', 'other']) await push(once, { account: session.account, text: 'x', path: '/' });
	const tags = got.map(({ body }) => read(body).tag);
	expect(tags[0]).toBe(tags[1]);
	expect(tags[0]).not.toBe(tags[2]);
	expect(got.map(({ headers }) => headers.topic)).toEqual(tags);
});

test.each([404, 410])('a device of which its maker says %i is forgotten', async (gone) => {
	const session = await signedIn();
	await devices.addDevice(session, browser().subscription);
	answer = gone;
	expect(await push('x', { account: session.account, text: 'x', path: '/' })).toBe(0);
	expect(await devices.list(session.account)).toEqual([]);
});

test('one that does not answer now is kept, and tried again by who sends', async () => {
	const session = await signedIn();
	await devices.addDevice(session, browser().subscription);
	answer = 503;
	await expect(push('x', { account: session.account, text: 'x', path: '/' })).rejects.toThrow('503');
	expect(await devices.list(session.account)).toHaveLength(1);
});

// Red without `mayReach` in `add`.
test('a place that is not of the maker of a browser, or keys that are none, are not kept', async () => {
	const session = await signedIn();
	const { subscription } = browser();
	for (const wrong of [
		{ endpoint: 'http://127.0.0.1:1/x' },
		{ endpoint: 'file:///etc/passwd' },
		{ p256dh: 'x' },
		{ auth: '' }
	]) {
		expect(await devices.addDevice(session, { ...subscription, ...wrong })).toMatchObject({ reason: 'place-unknown' });
	}
});

test('who signs out hears nothing there any more, and nobody ends the device of another', async () => {
	const session = await signedIn();
	const added = await devices.addDevice(session, browser().subscription);
	expect(added.ok && (await devices.endDevice((await signedIn(youssef)).account, added.value))).toBe(false);
	await sessions.signOut(session);
	expect(await devices.list(session.account)).toEqual([]);
	expect(await asOwner('select id from platform.push_device')).toEqual([]);
});

test('who signs in on the same device takes it over', async () => {
	const [hers, his] = [await signedIn(), await signedIn(youssef)];
	const { subscription } = browser();
	await devices.addDevice(hers, subscription);
	await devices.addDevice(his, subscription);
	expect(await devices.list(hers.account)).toEqual([]);
	expect(await devices.list(his.account)).toHaveLength(1);
});

test('the keys of the house are made once, or come from the surroundings', async () => {
	const made = await Promise.all([keys(), keys(), keys()]);
	expect(new Set(made.map(({ privateKey }) => privateKey)).size).toBe(1);
	process.env.VAPID_PUBLIC_KEY = 'public';
	process.env.VAPID_PRIVATE_KEY = 'private';
	expect(await keys()).toEqual({ publicKey: 'public', privateKey: 'private' });
});
