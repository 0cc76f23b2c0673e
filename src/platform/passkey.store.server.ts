import { local } from './db.server.ts';
import type { AccountId } from './ids.ts';

export type ChallengeId = string & { readonly __challenge: never };
/** What the answer is for: to make a passkey, to come in with one, or to prove once more who is there. */
export type Purpose = 'make' | 'enter' | 'confirm';

type Tables = {
	'platform.challenge': {
		id: ChallengeId;
		purpose: Purpose;
		account_id: AccountId | null;
		value: string;
		expires_at: Date;
	};
	'platform.passkey': {
		id: string;
		account_id: AccountId;
		public_key: string;
		counter: number;
		transports: string[];
		name: string;
		made_at: Date;
		used_at: Date | null;
	};
};

export type Challenge = { id: ChallengeId; purpose: Purpose; account: AccountId | undefined; value: string };

export async function addChallenge({ id, purpose, account, value }: Challenge, expiresAt: Date) {
	await tables()
		.insertInto('platform.challenge')
		.values({ id, purpose, account_id: account ?? null, value, expires_at: expiresAt })
		.execute();
}

/** Take it away and get it, once: of two answers to one challenge, one finds it. */
export function takeChallenge(id: ChallengeId, purpose: Purpose, account: AccountId | undefined, at: Date) {
	return tables()
		.deleteFrom('platform.challenge')
		.where('id', '=', id)
		.where('purpose', '=', purpose)
		.where('account_id', account ? '=' : 'is', account ?? null)
		.where('expires_at', '>', at)
		.returning('value')
		.executeTakeFirst();
}

export async function clearChallenges(before: Date) {
	await tables().deleteFrom('platform.challenge').where('expires_at', '<', before).execute();
}

export type New = { id: string; account: AccountId; publicKey: string; counter: number; transports: string[] };

/** False: this key is here already, of whomever. */
export async function add({ id, account, publicKey, counter, transports }: New, name: string, at: Date) {
	const { numInsertedOrUpdatedRows } = await tables()
		.insertInto('platform.passkey')
		.values({
			...{ id, account_id: account, public_key: publicKey, counter, transports, name },
			...{ made_at: at, used_at: null }
		})
		.onConflict((on) => on.column('id').doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

export async function find(id: string) {
	const found = await tables().selectFrom('platform.passkey').where('id', '=', id).selectAll().executeTakeFirst();
	return found && { ...found, counter: Number(found.counter) };
}

export function listOf(account: AccountId) {
	return tables()
		.selectFrom('platform.passkey')
		.where('account_id', '=', account)
		.select(['id', 'name', 'transports', 'made_at as madeAt', 'used_at as usedAt'])
		.orderBy('made_at')
		.execute();
}

/** Its counter goes on, from where it was when it was looked at. False: somebody else used it meanwhile. */
export async function countOn(id: string, from: number, to: number, at: Date): Promise<boolean> {
	const { numUpdatedRows } = await tables()
		.updateTable('platform.passkey')
		.set({ counter: to, used_at: at })
		.where('id', '=', id)
		.where('counter', '=', from)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function rename(account: AccountId, id: string, name: string): Promise<boolean> {
	const { numUpdatedRows } = await tables()
		.updateTable('platform.passkey')
		.set({ name })
		.where('account_id', '=', account)
		.where('id', '=', id)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function remove(account: AccountId, id: string): Promise<boolean> {
	const { numDeletedRows } = await tables()
		.deleteFrom('platform.passkey')
		.where('account_id', '=', account)
		.where('id', '=', id)
		.executeTakeFirst();
	return numDeletedRows === 1n;
}

function tables() {
	return local().withTables<Tables>();
}
