import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { as, deEik, deLinde, noor, samira } from '#seeds/cast.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import { openBucket } from '#tests/harness/bucket.ts';
import { change, read } from './db.server.ts';
import { carry, dropIn, findIn, keepIn, serve } from './files.server.ts';
import { ok } from './outcome.ts';

useDatabase();

const ctx = as(samira);
const owner = { of: 'conversations.attachment', id: noor.id } as const;
const drawing = { type: 'image/png', bytes: new Uint8Array([1, 2, 3, 4, 5]) } as const;
const keep = async () => {
	const kept = await change(ctx, async (db) => ok(await keepIn(db, ctx, owner, drawing)));
	if (!kept.ok) throw new Error();
	return kept.value;
};
const find = (id: Awaited<ReturnType<typeof keep>>, here = ctx, of: typeof owner | { of: 'a.b'; id: string } = owner) =>
	read(here, (db) => findIn(db, here, id, of));
const drop = (id: Awaited<ReturnType<typeof keep>>) => change(ctx, async (db) => ok(await dropIn(db, ctx, id)));

let bucket: Awaited<ReturnType<typeof openBucket>>;
beforeAll(async () => {
	bucket = await openBucket({ key: 'me', secret: 'secret' });
});
afterAll(() => bucket.close());
beforeEach(() => {
	bucket.held.clear();
	bucket.state.broken = false;
	vi.unstubAllEnvs();
});
const withBucket = (address = bucket.address) => vi.stubEnv('FILES_URL', address);

test('a file is found by way of the row it belongs to, in its own school', async () => {
	const id = await keep();
	expect(await find(id)).toMatchObject({ type: 'image/png' });
	expect(await find(id, as(samira, deEik))).toBeUndefined();
	expect(await find(id, ctx, { ...owner, id: samira.id })).toBeUndefined();
});

test('it is shown as what it is, never run, and a player may ask for a piece', async () => {
	const found = (await find(await keep()))!;
	const whole = await serve(found, null);
	expect([...new Uint8Array(await whole.arrayBuffer())]).toEqual([1, 2, 3, 4, 5]);
	expect(Object.fromEntries(whole.headers)).toMatchObject({
		...{ 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
		'content-security-policy': "default-src 'none'; sandbox"
	});
	const piece = await serve(found, 'bytes=1-2');
	expect([piece.status, piece.headers.get('content-range')]).toEqual([206, 'bytes 1-2/5']);
	expect([...new Uint8Array(await piece.arrayBuffer())]).toEqual([2, 3]);
	expect((await serve(found, 'bytes=-2')).headers.get('content-range')).toBe('bytes 3-4/5');
	for (const nonsense of ['bytes=9-', 'bytes=-', 'bytes=3-1']) expect((await serve(found, nonsense)).status).toBe(200);
});

test('without a bucket it stays in the database', async () => {
	const id = await keep();
	await carry(deLinde);
	expect((await find(id))?.bytes).not.toBeNull();
});

// Guards `hash(body)` in `sign` of bucket.server.ts too: a bucket takes nothing of which the hash is another.
test('with a bucket it is carried there, opened from there, and taken out when it is dropped', async () => {
	const id = await keep();
	withBucket();
	await carry(deLinde);
	expect([...bucket.held.keys()]).toEqual([`/files/${deLinde}/${id}`]);
	const found = (await find(id))!;
	expect(found.bytes).toBeNull();
	expect([...new Uint8Array(await (await serve(found, null)).arrayBuffer())]).toEqual([1, 2, 3, 4, 5]);
	await drop(id);
	expect(await find(id)).toBeUndefined();
	await carry(deLinde);
	expect([...bucket.held.keys()]).toEqual([]);
	expect(await asOwner('select 1 from platform.file_gone')).toEqual([]);
});

test('a bucket that fails takes nothing from the database; the next time it goes', async () => {
	const id = await keep();
	withBucket();
	bucket.state.broken = true;
	await expect(carry(deLinde)).rejects.toThrow('500');
	expect((await find(id))?.bytes).not.toBeNull();
	bucket.state.broken = false;
	await carry(deLinde);
	expect(bucket.held.size).toBe(1);
});

test('what is dropped before it was carried leaves nothing behind', async () => {
	await drop(await keep());
	expect(await asOwner('select 1 from platform.file_content')).toEqual([]);
	expect(await asOwner('select 1 from platform.file_gone')).toEqual([]);
});

test('a bucket takes nothing that is not signed with its own secret', async () => {
	const id = await keep();
	withBucket(bucket.address.replace(':secret@', ':another@'));
	await expect(carry(deLinde)).rejects.toThrow('403');
	expect((await find(id))?.bytes).not.toBeNull();
	expect(bucket.held.size).toBe(0);
});

// Red with `alright` left empty in `fetchFrom` (bucket.server.ts): the reader would be told that something is broken.
test('taken out of the bucket while somebody opens it, it is not there, and nothing is broken', async () => {
	const id = await keep();
	withBucket();
	await carry(deLinde);
	const found = (await find(id))!;
	bucket.held.clear();
	expect((await serve(found, null)).status).toBe(404);
});

test('a paper is handed over to be saved; a picture is shown', async () => {
	const type = async (made: Parameters<typeof keepIn>[3]) => {
		const kept = await change(ctx, async (db) => ok(await keepIn(db, ctx, owner, made)));
		if (!kept.ok) throw new Error();
		return (await serve((await find(kept.value))!, null)).headers.get('content-disposition');
	};
	expect(await type({ type: 'application/pdf', bytes: new Uint8Array([1]) })).toBe(
		'attachment; filename="eenlijn.pdf"'
	);
	expect(await type(drawing)).toBe('inline');
});
