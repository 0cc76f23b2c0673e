import { bucketOf, fetchFrom, put, remove } from './bucket.server.ts';
import { now } from './clock.server.ts';
import { change, read, type Db } from './db.server.ts';
import type { FileType, Made } from './file.ts';
import * as store from './file.store.server.ts';
import { newId } from './id.server.ts';
import type { FileId, SchoolId } from './ids.ts';
import { ok } from './outcome.ts';

type Here = { school: SchoolId };
/** The row that a file belongs to: its table and its id. Who may read that row may open the file, and nobody else. */
export type Owner = { of: `${string}.${string}`; id: string };

/** Keep a picture or a recording with the row that owns it, in that row's own transaction. */
export async function keepIn(db: Db, ctx: Here & { now: Date }, owner: Owner, { type, bytes }: Made): Promise<FileId> {
	const id = newId<FileId>();
	const file = { id, owner: owner.of, owner_id: owner.id, type, size: bytes.length, added_at: ctx.now };
	await store.add(db, ctx, file, bytes);
	return id;
}

/** What a room hands on once its own rule has said yes; the bytes may still have to be fetched. */
export type Found = { id: FileId; school: SchoolId; type: FileType; bytes: Uint8Array | null };

/** The file of this row; undefined when this row has no such file, whoever asks. */
export async function findIn(db: Db, ctx: Here, id: FileId, owner: Owner): Promise<Found | undefined> {
	const file = await store.find(db, ctx, id, owner.id);
	return file && { id, school: ctx.school, type: file.type, bytes: file.bytes };
}

/** Drop a file with the row that owns it, in that row's own transaction. */
export async function dropIn(db: Db, ctx: Here, id: FileId) {
	await store.drop(db, ctx, id);
}

const ranges = /^bytes=(\d*)-(\d*)$/;

/**
 * The file as an answer: of its own type and no other, shown and never run, kept by no cache. In pieces where a player asks
 * for pieces.
 */
export async function serve(found: Found, range: string | null): Promise<Response> {
	const { type } = found;
	const whole = await bytesOf(found);
	// Dropped in the moment between: it is not there, and nothing is broken.
	if (!whole) return new Response(null, { status: 404 });
	const headers = {
		'content-type': type,
		'content-disposition': dispositionOf(type),
		'content-security-policy': "default-src 'none'; sandbox",
		'x-content-type-options': 'nosniff',
		'cache-control': 'no-store',
		'accept-ranges': 'bytes'
	};
	const piece = pieceOf(range, whole.length);
	if (!piece) return new Response(new Uint8Array(whole), { headers });
	const [from, to] = piece;
	return new Response(whole.slice(from, to + 1), {
		status: 206,
		headers: { ...headers, 'content-range': `bytes ${from}-${to}/${whole.length}` }
	});
}

/** A paper is handed over and not opened in here: in the sandbox that all files are served in, no browser shows one. */
function dispositionOf(type: FileType): string {
	return type === 'application/pdf' ? 'attachment; filename="eenlijn.pdf"' : 'inline';
}

/** What is in it, wherever it lies; undefined when it was dropped in the meantime. */
export async function bytesOf({ id, school, bytes }: Found): Promise<Uint8Array | undefined> {
	if (bytes) return bytes;
	const bucket = bucketOf();
	if (!bucket) throw new Error('a file lies in a bucket, and no bucket is configured');
	return fetchFrom(bucket, nameOf(school, id));
}

/** First and last byte; undefined for all of it, also when what is asked for makes no sense. */
function pieceOf(range: string | null, size: number): [number, number] | undefined {
	const [, first, last] = ranges.exec(range ?? '') ?? [];
	if (first === undefined || (first === '' && last === '')) return undefined;
	const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
	const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
	return from <= to && from < size ? [from, to] : undefined;
}

const atOnce = 20;

/**
 * Carry what came in to the bucket, and take out of it what is gone; to be called again and again. Without a bucket
 * everything stays in the database. Nothing is taken from the database before the bucket has it.
 */
export async function carry(school: SchoolId) {
	const bucket = bucketOf();
	if (!bucket) return;
	const here = { school };
	for (const { id, type, bytes } of await read(here, (db) => store.findToCarry(db, here, atOnce))) {
		await put(bucket, nameOf(school, id), bytes, type);
		const there = await change(here, async (db) => ok(await store.markCarried(db, here, id, now())));
		if (there.ok && !there.value) await remove(bucket, nameOf(school, id));
	}
	for (const { id } of await read(here, (db) => store.findGone(db, here, atOnce))) {
		await remove(bucket, nameOf(school, id));
		await change(here, async (db) => ok(await store.forgetGone(db, here, id)));
	}
}

function nameOf(school: SchoolId, id: FileId) {
	return `${school}/${id}`;
}
