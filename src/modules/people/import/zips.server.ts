import { basename } from 'node:path';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { File } from './file.input.ts';
import { unreadable, type Reading } from './roster.ts';
import { mostBytes } from './text.input.ts';

/** More files, or more bytes in them together, no school gives. */
export const mostFiles = 40;
export const mostUnpacked = 3 * mostBytes;

/** The files a school gives, with those inside a zip in its place. Only lists and XML are unpacked. */
export async function unpack(files: readonly File[]): Promise<Reading<File[]>> {
	const unpacked: File[] = [];
	for (const file of files) {
		if (!isZip(file)) {
			unpacked.push(file);
			continue;
		}
		const inside = await unpackOne(file);
		if (!inside.ok) return inside;
		unpacked.push(...inside.value);
	}
	if (unpacked.length > mostFiles) return unreadable('too-many-files', unpacked[mostFiles]!.name);
	return { ok: true, value: unpacked };
}

function isZip({ bytes: [p, k, three, four] }: File) {
	return p === 0x50 && k === 0x4b && three === 0x03 && four === 0x04;
}

async function unpackOne({ name, bytes }: File): Promise<Reading<File[]>> {
	if (bytes.length > mostBytes) return unreadable('too-large', name);
	let zip: ZipFile | undefined;
	try {
		zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true });
		const files: File[] = [];
		let room = mostUnpacked;
		let seen = 0;
		for await (const entry of zip.eachEntry()) {
			if (++seen > mostFiles) return unreadable('too-many-files', name);
			if (!isWanted(entry)) continue;
			if (entry.isEncrypted()) return unreadable('locked-zip', name);
			// The size is what the zip says of itself; yauzl stops reading when there turns out to be more in it.
			if (entry.uncompressedSize > Math.min(room, mostBytes)) return unreadable('too-large', name);
			const content = await contentOf(zip, entry);
			room -= content.length;
			files.push({ name: basename(entry.fileName), bytes: content });
		}
		return files.length ? { ok: true, value: files } : unreadable('empty', name);
	} catch {
		return unreadable('broken-zip', name);
	} finally {
		zip?.close();
	}
}

/** Not what a Mac adds, nor what is for other programs. Passwords are in none of the files we ask for (`oneroster.input.ts`). */
function isWanted({ fileName }: Entry) {
	return /\.(csv|xml)$/i.test(fileName) && !/(^|\/)(__MACOSX\/|\.)/.test(fileName);
}

async function contentOf(zip: ZipFile, entry: Entry) {
	const stream = await zip.openReadStreamPromise(entry);
	const pieces: Buffer[] = [];
	for await (const piece of stream) pieces.push(piece as Buffer);
	return new Uint8Array(Buffer.concat(pieces));
}
