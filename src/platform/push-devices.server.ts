import { now } from './clock.server.ts';
import { local, type Db, type LocalDb } from './db.server.ts';
import { newId } from './id.server.ts';
import type { AccountId } from './ids.ts';
import { no, ok, type Outcome } from './outcome.ts';
import { mayReach } from './push-place.ts';
import type { Session } from './sessions.server.ts';

export type PushDeviceId = string & { readonly __pushDevice: never };
/** Where the maker of a browser takes in what is meant for one device, and the keys by which only that device reads it. */
export type Subscription = { endpoint: string; p256dh: string; auth: string };

type Tables = {
	'platform.push_device': {
		id: PushDeviceId;
		account_id: AccountId;
		session_id: Session['id'];
		endpoint: string;
		p256dh: string;
		auth: string;
		made_at: Date;
		reached_at: Date | null;
	};
	'platform.session': { id: Session['id']; expires_at: Date; device: string };
};

const mostDevices = 10;

/** Let notifications come in on the device of this session. The same device again is one; who signs in there next takes it over. */
export async function addDevice(
	{ id: session_id, account }: Pick<Session, 'id' | 'account'>,
	{ endpoint, p256dh, auth }: Subscription
): Promise<Outcome<PushDeviceId, 'place-unknown' | 'too-many'>> {
	if (!mayReach(endpoint) || !areKeys({ p256dh, auth })) return no('place-unknown');
	const others = (await list(account)).filter((one) => one.endpoint !== endpoint);
	if (others.length >= mostDevices) return no('too-many');
	const row = { account_id: account, session_id, p256dh, auth };
	const { id } = await tables()
		.insertInto('platform.push_device')
		.values({ ...row, id: newId<PushDeviceId>(), endpoint, made_at: now(), reached_at: null })
		.onConflict((on) => on.column('endpoint').doUpdateSet(row))
		.returning('id')
		.executeTakeFirstOrThrow();
	return ok(id);
}

/** The devices on which who owns this account is signed in and wants to hear, the oldest first. */
export function list(account: AccountId) {
	return living(tables(), account)
		.select(['push.id', 'push.endpoint', 'push.p256dh', 'push.auth', 'session.device', 'session.id as session'])
		.select(['push.made_at as madeAt', 'push.reached_at as reachedAt'])
		.orderBy('push.made_at')
		.orderBy('push.id')
		.execute();
}

export async function countIn(db: Db, account: AccountId): Promise<number> {
	const { count } = await living(db.withTables<Tables>(), account)
		.select((select) => select.fn.countAll<string>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}

export async function endDevice(account: AccountId, id: PushDeviceId): Promise<boolean> {
	const { numDeletedRows } = await tables()
		.deleteFrom('platform.push_device')
		.where('account_id', '=', account)
		.where('id', '=', id)
		.executeTakeFirst();
	return numDeletedRows === 1n;
}

/** Its maker says that it is not there any more. */
export async function drop(id: PushDeviceId) {
	await tables().deleteFrom('platform.push_device').where('id', '=', id).execute();
}

export async function noteReached(id: PushDeviceId) {
	await tables().updateTable('platform.push_device').set({ reached_at: now() }).where('id', '=', id).execute();
}

/** A point on the curve P-256 and sixteen bytes (RFC 8291); with anything else nothing could be closed. */
function areKeys({ p256dh, auth }: Pick<Subscription, 'p256dh' | 'auth'>) {
	const lengthOf = (text: string) => (/^[\w+/=-]+$/.test(text) ? Buffer.from(text, 'base64url').length : 0);
	return lengthOf(p256dh) === 65 && lengthOf(auth) === 16;
}

function living(within: ReturnType<typeof tables>, account: AccountId) {
	return within
		.selectFrom('platform.push_device as push')
		.innerJoin('platform.session as session', 'session.id', 'push.session_id')
		.where('push.account_id', '=', account)
		.where('session.expires_at', '>', now());
}

function tables(db: LocalDb = local()) {
	return db.withTables<Tables>();
}
