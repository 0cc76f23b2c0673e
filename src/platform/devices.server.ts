import { createHash, randomBytes } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import { now } from './clock.server.ts';
import { local } from './db.server.ts';
import type { AccountId } from './ids.ts';

type Tables = {
	'platform.device': {
		account_id: AccountId;
		mark_hash: string;
		device: string;
		first_at: Date;
		known_at: Date | null;
	};
};

const cookieName = 'eenlijn-toestel';
const daysKept = 400;

/** `first`: no account's way in before this one; `new`: its owner is to be told; `known`: it was used here before. */
export type Meeting = 'first' | 'new' | 'known';

/** An account is used on this device; the device keeps a mark, so that it is known the next time. */
export async function meet(cookies: Cookies, { protocol }: URL, account: AccountId, device: string): Promise<Meeting> {
	const mark = cookies.get(cookieName) ?? randomBytes(24).toString('base64url');
	cookies.set(cookieName, mark, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: protocol === 'https:',
		maxAge: daysKept * 24 * 60 * 60
	});
	return note(account, mark, device);
}

/** The same without a browser. */
export async function note(account: AccountId, mark: string, device: string): Promise<Meeting> {
	const at = now();
	const before = await tables()
		.selectFrom('platform.device')
		.where('account_id', '=', account)
		.select('mark_hash')
		.limit(1)
		.executeTakeFirst();
	const { numInsertedOrUpdatedRows } = await tables()
		.insertInto('platform.device')
		.values({
			account_id: account,
			mark_hash: createHash('sha256').update(mark).digest('base64url'),
			device: device.slice(0, 200),
			first_at: at,
			known_at: before ? null : at
		})
		.onConflict((on) => on.columns(['account_id', 'mark_hash']).doNothing())
		.executeTakeFirst();
	if (!numInsertedOrUpdatedRows) return 'known';
	return before ? 'new' : 'first';
}

/** Devices that the owner of this account was not told of by mail, and has not seen yet. */
export function unseen(account: AccountId) {
	return tables()
		.selectFrom('platform.device')
		.where('account_id', '=', account)
		.where('known_at', 'is', null)
		.select(['device', 'first_at as firstAt'])
		.orderBy('first_at', 'desc')
		.execute();
}

/** The owner knows now of all devices there are. */
export async function know(account: AccountId) {
	await tables()
		.updateTable('platform.device')
		.set({ known_at: now() })
		.where('account_id', '=', account)
		.where('known_at', 'is', null)
		.execute();
}

function tables() {
	return local().withTables<Tables>();
}
