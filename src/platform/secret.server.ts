import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { local, type Db, type LocalDb } from './db.server.ts';

type Tables = { 'platform.secret': { name: string; value: string } };

let key: string | undefined;

/**
 * A fingerprint that only this house can make: by SECRET when it is set, else by a key made at first use and kept. Inside a
 * transaction pass it along; a key made there is not remembered here, since the transaction may still be undone.
 */
export async function sign(text: string, db?: Db): Promise<string> {
	return createHmac('sha256', await keyOfHouse(db))
		.update(text)
		.digest('base64url');
}

const cipher = 'aes-256-gcm';
const [nonceBytes, tagBytes] = [12, 16];

/** Closed so that only this house can open it, and only as what it is: `about` says whose and what for. Inside a transaction pass it along. */
export async function seal(text: string, about: string, db?: Db): Promise<string> {
	const nonce = randomBytes(nonceBytes);
	const closing = createCipheriv(cipher, await sealingKey(db), nonce).setAAD(Buffer.from(about));
	const closed = Buffer.concat([closing.update(text, 'utf8'), closing.final()]);
	return Buffer.concat([nonce, closing.getAuthTag(), closed]).toString('base64url');
}

/** What was sealed; undefined when it is not of this house, was touched, or is about something else. */
export async function unseal(sealed: string, about: string): Promise<string | undefined> {
	const bytes = Buffer.from(sealed, 'base64url');
	if (bytes.length < nonceBytes + tagBytes) return undefined;
	const opening = createDecipheriv(cipher, await sealingKey(), bytes.subarray(0, nonceBytes), {
		authTagLength: tagBytes
	});
	opening.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
	try {
		return opening.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + opening.final('utf8');
	} catch {
		return undefined;
	}
}

/** Another key than the fingerprints': one of them in the wrong hands does not open the other. */
async function sealingKey(db?: Db) {
	return new Uint8Array(hkdfSync('sha256', await keyOfHouse(db), '', 'eenlijn sealing', 32));
}

async function keyOfHouse(db?: Db) {
	const by = key ?? (process.env.SECRET || (await kept(db ?? local())));
	if (!db) key = by;
	return by;
}

function kept(db: Db | LocalDb) {
	return keptSecret('signing', () => randomBytes(48).toString('base64url'), db);
}

/** What is made once and kept in the database for all processes of this house. Of two who make it at once, one is kept. */
export async function keptSecret(name: string, make: () => string, db: Db | LocalDb = local()): Promise<string> {
	const tables = db.withTables<Tables>();
	const find = () => tables.selectFrom('platform.secret').where('name', '=', name).select('value').executeTakeFirst();
	const found = await find();
	if (found) return found.value;
	await tables
		.insertInto('platform.secret')
		.values({ name, value: make() })
		.onConflict((on) => on.column('name').doNothing())
		.execute();
	return (await find())!.value;
}
