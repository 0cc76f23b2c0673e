import { crc32 } from 'node:zlib';
import type { Day } from './time.ts';

/** One file in it; without bytes it is left out, because it went in the meantime. */
export type Packed = { name: string; day: Day; bytes: () => Promise<Uint8Array | undefined> };

const [inside, listed, ended] = [0x04034b50, 0x02014b50, 0x06054b50];
/** Readable since version 2.0; names in UTF-8; stored as they are, since pictures and sound are packed already. */
const [version, utf8, stored] = [20, 0x0800, 0];

/**
 * A ZIP (PKWARE APPNOTE 6.3.10), piece by piece: never more than one file is held. For less than 4 GB and 65,535 files
 * together.
 */
export async function* zip(files: Iterable<Packed>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const list: Uint8Array[] = [];
	let at = 0;
	for (const { name, day, bytes } of files) {
		const held = await bytes();
		if (!held) continue;
		const called = new TextEncoder().encode(name);
		const told = [version, utf8, stored, 0, dateOf(day)];
		const sizes = [crc32(held), held.length, held.length];
		const head = record([[inside, 4], ...words(told), ...longs(sizes), ...words([called.length, 0])], called);
		const more = [called.length, 0, 0, 0, 0];
		list.push(
			record([[listed, 4], ...words([version, ...told]), ...longs(sizes), ...words(more), ...longs([0, at])], called)
		);
		at += head.length + held.length;
		yield head;
		yield new Uint8Array(held);
	}
	for (const line of list) yield new Uint8Array(line);
	const length = list.reduce((sum, line) => sum + line.length, 0);
	yield record([[ended, 4], ...words([0, 0, list.length, list.length]), ...longs([length, at]), ...words([0])]);
}

/** The same as it goes over the line: a file is fetched when the one before it has gone. */
export function zipStream(files: Iterable<Packed>): ReadableStream<Uint8Array<ArrayBuffer>> {
	const pieces = zip(files);
	return new ReadableStream({
		pull: async (line) => {
			const { value, done } = await pieces.next();
			if (done) line.close();
			else line.enqueue(value);
		},
		cancel: async () => void (await pieces.return(undefined))
	});
}

type Numbers = (readonly [value: number, width: number])[];
const words = (values: readonly number[]): Numbers => values.map((value) => [value, 2]);
const longs = (values: readonly number[]): Numbers => values.map((value) => [value, 4]);

function record(numbers: Numbers, name: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> {
	const length = numbers.reduce((sum, [, width]) => sum + width, 0);
	const made = new Uint8Array(length + name.length);
	const view = new DataView(made.buffer);
	let at = 0;
	for (const [value, width] of numbers) {
		if (width === 4) view.setUint32(at, value, true);
		else view.setUint16(at, value, true);
		at += width;
	}
	made.set(name, at);
	return made;
}

/** As MS-DOS wrote it: years since 1980, month, day. */
function dateOf(day: Day): number {
	const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
	return ((year - 1980) << 9) | (month << 5) | date;
}
