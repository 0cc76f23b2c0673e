import { local } from './db.server.ts';
import type { AccountId } from './ids.ts';

export type SignInId = string & { readonly __signIn: never };

type Tables = {
	'platform.sign_in': {
		id: SignInId;
		account_id: AccountId;
		code_hash: string;
		link_hash: string;
		wrong_codes: number;
		asked_at: Date;
		expires_at: Date;
		used_at: Date | null;
	};
};

type New = { id: SignInId; account: AccountId; codeHash: string; linkHash: string; askedAt: Date; expiresAt: Date };

export async function add({ id, account, codeHash, linkHash, askedAt, expiresAt }: New) {
	await tables()
		.insertInto('platform.sign_in')
		.values({
			id,
			account_id: account,
			code_hash: codeHash,
			link_hash: linkHash,
			wrong_codes: 0,
			asked_at: askedAt,
			expires_at: expiresAt,
			used_at: null
		})
		.execute();
}

/** Count a try before looking at it, so that many at once get no more tries than one after the other. */
export function countTry(id: SignInId, most: number, at: Date) {
	return tables()
		.updateTable('platform.sign_in')
		.set((set) => ({ wrong_codes: set('wrong_codes', '+', 1) }))
		.where('id', '=', id)
		.where('used_at', 'is', null)
		.where('expires_at', '>', at)
		.where('wrong_codes', '<', most)
		.returning(['code_hash as codeHash', 'wrong_codes as tries'])
		.executeTakeFirst();
}

/** Use it, once: of two at the same moment one gets the account. */
export async function use(by: { id: SignInId } | { linkHash: string }, at: Date): Promise<AccountId | undefined> {
	const used = await tables()
		.updateTable('platform.sign_in')
		.set({ used_at: at })
		.where((where) => ('id' in by ? where('id', '=', by.id) : where('link_hash', '=', by.linkHash)))
		.where('used_at', 'is', null)
		.where('expires_at', '>', at)
		.returning('account_id')
		.executeTakeFirst();
	return used?.account_id;
}

/** What else was sent to this account is of no use any more. */
export async function useOthers(account: AccountId, at: Date) {
	await tables()
		.updateTable('platform.sign_in')
		.set({ used_at: at })
		.where('account_id', '=', account)
		.where('used_at', 'is', null)
		.execute();
}

export async function clear(before: Date) {
	await tables().deleteFrom('platform.sign_in').where('expires_at', '<', before).execute();
}

function tables() {
	return local().withTables<Tables>();
}
