import { createHmac, randomBytes } from 'node:crypto';
import { local } from './db.server.ts';

type Tables = { 'platform.secret': { name: string; value: string } };

let key: string | undefined;

/** A fingerprint that only this house can make: by SECRET when it is set, else by a key made at first use and kept. */
export async function sign(text: string): Promise<string> {
	key ??= process.env.SECRET || (await kept());
	return createHmac('sha256', key).update(text).digest('base64url');
}

async function kept() {
	const tables = local().withTables<Tables>();
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
