import { createHmac, randomBytes } from 'node:crypto';
import { local, type Db, type LocalDb } from './db.server.ts';

type Tables = { 'platform.secret': { name: string; value: string } };

let key: string | undefined;

/**
 * A fingerprint that only this house can make: by SECRET when it is set, else by a key made at first use and kept. Inside a
 * transaction pass it along; a key made there is not remembered here, since the transaction may still be undone.
 */
export async function sign(text: string, db?: Db): Promise<string> {
	const by = key ?? (process.env.SECRET || (await kept(db ?? local())));
	if (!db) key = by;
	return createHmac('sha256', by).update(text).digest('base64url');
}

async function kept(db: Db | LocalDb) {
	const tables = db.withTables<Tables>();
	await tables
		.insertInto('platform.secret')
		.values({ name: 'signing', value: randomBytes(48).toString('base64url') })
		.onConflict((on) => on.column('name').doNothing())
		.execute();
	const { value } = await tables
		.selectFrom('platform.secret')
		.where('name', '=', 'signing')
		.select('value')
		.executeTakeFirstOrThrow();
	return value;
}
