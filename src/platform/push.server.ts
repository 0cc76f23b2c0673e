import webPush from 'web-push';
import { createHash } from 'node:crypto';
import { readConfig } from './config.server.ts';
import type { AccountId } from './ids.ts';
import { log } from './log.server.ts';
import * as devices from './push-devices.server.ts';
import { mayReach } from './push-place.ts';
import { keptSecret } from './secret.server.ts';

export type Keys = { publicKey: string; privateKey: string };
/** One sentence that says nothing of anybody, and the page it opens. */
export type Sentence = { account: AccountId; text: string; path: string };

const [patience, secondsKept] = [10_000, 24 * 60 * 60];

/** By which makers of browsers know this house: from the surroundings, or made at first use and kept. */
export async function keys(): Promise<Keys> {
	const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = process.env;
	if (publicKey && privateKey) return { publicKey, privateKey };
	return JSON.parse(await keptSecret('vapid', () => JSON.stringify(webPush.generateVAPIDKeys()))) as Keys;
}

/**
 * Say a sentence on every device of an account, closed so that only the device reads it (RFC 8291). `once` names it: said again,
 * it takes the place of the one before. The answer is how many took it in; a device that is gone is forgotten.
 * @throws when none took it and one may do so later.
 */
export async function push(once: string, { account, text, path }: Sentence): Promise<number> {
	const tag = createHash('sha256').update(once).digest('base64url').slice(0, 32);
	const payload = JSON.stringify({ title: 'Eenlijn', text, path, tag });
	const vapid = await keys();
	const all = (await devices.list(account)).filter(({ endpoint }) => mayReach(endpoint));
	const answers = await Promise.allSettled(all.map((device) => sayTo(device, payload, tag, vapid)));
	const reached = answers.filter((answer) => answer.status === 'fulfilled' && answer.value).length;
	const failed = answers.find((answer) => answer.status === 'rejected');
	if (failed) log.warn({ account, error: failed.reason as Error }, 'a device was not reached');
	if (failed && !reached) throw failed.reason;
	return reached;
}

/** Whether it was taken in; false when the device is gone. @throws what may pass, without the address: it is a key. */
async function sayTo(
	device: devices.Subscription & { id: devices.PushDeviceId },
	payload: string,
	topic: string,
	{ publicKey, privateKey }: Keys
) {
	const { endpoint, p256dh, auth, id } = device;
	const request = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
		vapidDetails: { subject: contact(), publicKey, privateKey },
		contentEncoding: 'aes128gcm',
		TTL: secondsKept,
		urgency: 'normal',
		topic
	});
	const response = await fetch(endpoint, {
		method: request.method,
		headers: headersOf(request.headers),
		body: new Uint8Array(request.body),
		redirect: 'error',
		signal: AbortSignal.timeout(patience)
	});
	await response.body?.cancel();
	if (response.status === 404 || response.status === 410) {
		await devices.drop(id);
		return false;
	}
	if (!response.ok) throw new Error(`the service of a browser answered ${response.status}`);
	await devices.noteReached(id);
	return true;
}

/** Whom a maker of browsers asks when something is wrong with what this house sends. */
function contact() {
	const { origin, mailFrom } = readConfig();
	return origin.startsWith('https:')
		? origin
		: `mailto:${/[^\s<>]+@[^\s<>]+/.exec(mailFrom)?.[0] ?? 'eenlijn@localhost'}`;
}

/** `fetch` counts the bytes itself. */
function headersOf(made: Record<string, unknown>) {
	const entries = Object.entries(made).filter(([name]) => name.toLowerCase() !== 'content-length');
	return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
