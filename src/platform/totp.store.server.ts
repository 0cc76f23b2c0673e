import { sql } from 'kysely';
import { local, type Db } from './db.server.ts';
import type { AccountId, PersonId, SchoolId } from './ids.ts';

type Tables = {
	'platform.totp': { account_id: AccountId; sealed_secret: string; last_step: number; made_at: Date };
	'platform.recovery': { account_id: AccountId; code_hashes: string[]; made_at: Date };
};

type Touched = {
	'platform.membership': { school_id: SchoolId; person_id: PersonId; account_id: AccountId };
	'platform.passkey': { account_id: AccountId };
	'platform.session': { account_id: AccountId };
};

/** Another app takes the place of the one before it. */
export async function keep(account: AccountId, sealed: string, step: number, at: Date) {
	const row = { sealed_secret: sealed, last_step: step, made_at: at };
	await tables()
		.insertInto('platform.totp')
		.values({ account_id: account, ...row })
		.onConflict((on) => on.column('account_id').doUpdateSet(row))
		.execute();
}

export function find(account: AccountId) {
	return tables()
		.selectFrom('platform.totp')
		.where('account_id', '=', account)
		.select(['sealed_secret as sealed', 'made_at as madeAt'])
		.executeTakeFirst();
}

/** Use the code of this half minute, once, and none of an earlier one after it. False: it was used. */
export async function useStep(account: AccountId, step: number): Promise<boolean> {
	const { numUpdatedRows } = await tables()
		.updateTable('platform.totp')
		.set({ last_step: step })
		.where('account_id', '=', account)
		.where('last_step', '<', step)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function remove(account: AccountId) {
	await tables().deleteFrom('platform.totp').where('account_id', '=', account).execute();
}

/** False: there are codes already, and nobody sees those again. */
export async function keepRecovery(account: AccountId, hashes: string[], at: Date): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await tables()
		.insertInto('platform.recovery')
		.values({ account_id: account, code_hashes: hashes, made_at: at })
		.onConflict((on) => on.column('account_id').doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** How many codes are left; undefined: none were ever made. */
export async function recoveryLeft(account: AccountId): Promise<number | undefined> {
	const found = await tables()
		.selectFrom('platform.recovery')
		.where('account_id', '=', account)
		.select('code_hashes')
		.executeTakeFirst();
	return found?.code_hashes.length;
}

/** Use this code, once: the row is held while it is taken out. */
export async function useRecovery(account: AccountId, hash: string): Promise<boolean> {
	const { numUpdatedRows } = await tables()
		.updateTable('platform.recovery')
		.set({ code_hashes: sql<string[]>`array_remove(code_hashes, ${hash})` })
		.where('account_id', '=', account)
		.where(sql<boolean>`${hash} = any (code_hashes)`)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function dropRecovery(account: AccountId) {
	await tables().deleteFrom('platform.recovery').where('account_id', '=', account).execute();
}

/** Of each person of this school who signs in: is there a second step? */
export function standingIn(school: SchoolId) {
	return local()
		.withTables<Tables & Touched>()
		.selectFrom('platform.membership as membership')
		.leftJoin('platform.totp as totp', 'totp.account_id', 'membership.account_id')
		.where('membership.school_id', '=', school)
		.select((select) => [
			'membership.person_id as person',
			'totp.made_at as appSince',
			select
				.selectFrom('platform.passkey as passkey')
				.whereRef('passkey.account_id', '=', 'membership.account_id')
				.select((count) => count.fn.countAll<number>().as('count'))
				.as('passkeys')
		])
		.execute();
}

/** All of it, and wherever this account is signed in. */
export async function forget(db: Db, account: AccountId) {
	const here = db.withTables<Tables & Touched>();
	await here.deleteFrom('platform.totp').where('account_id', '=', account).execute();
	await here.deleteFrom('platform.recovery').where('account_id', '=', account).execute();
	await here.deleteFrom('platform.passkey').where('account_id', '=', account).execute();
	await here.deleteFrom('platform.session').where('account_id', '=', account).execute();
}

function tables() {
	return local().withTables<Tables>();
}
