import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';

const unzip = promisify(inflate);
const { resolve } = createRequire(import.meta.url);
const read = new Map<string, Promise<Buffer>>();

/**
 * A font of @fontsource for drawing on paper, such as `noto-sans` in `greek` and `700`. It is read and unpacked once: the
 * PDF library unzips a WOFF anew, table by table, in every document.
 */
export function readFont(family: string, set: string, weight: '400' | '700'): Promise<Buffer> {
	const file = `@fontsource/${family}/files/${family}-${set}-${weight}-normal.woff`;
	const font = read.get(file) ?? readFile(resolve(file)).then(unpackFont);
	read.set(file, font);
	return font;
}

/** The TrueType or OpenType font in a WOFF 1.0 file (https://www.w3.org/TR/WOFF/, §3–5). @throws when it is no such file. */
export async function unpackFont(woff: Buffer): Promise<Buffer> {
	if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF 1.0 font.');
	const count = woff.readUInt16BE(12);
	const tables = await Promise.all(Array.from({ length: count }, (_, at) => unpackTable(woff, 44 + 20 * at)));

	const power = Math.floor(Math.log2(count));
	const head = Buffer.alloc(12 + 16 * count);
	head.writeUInt32BE(woff.readUInt32BE(4), 0);
	[count, 16 * 2 ** power, power, 16 * (count - 2 ** power)].forEach((number, at) =>
		head.writeUInt16BE(number, 4 + 2 * at)
	);
	let offset = head.length;
	tables.forEach(({ tag, checksum, data }, at) => {
		head.write(tag, 12 + 16 * at, 'latin1');
		[checksum, offset, data.length].forEach((number, part) => head.writeUInt32BE(number, 16 + 16 * at + 4 * part));
		offset += padded(data.length);
	});
	return Buffer.concat([head, ...tables.map(({ data }) => Buffer.concat([data], padded(data.length)))]);
}

/** Tables begin at a multiple of four. */
const padded = (length: number) => Math.ceil(length / 4) * 4;

async function unpackTable(woff: Buffer, entry: number) {
	const tag = woff.toString('latin1', entry, entry + 4);
	const [offset, packed, length, checksum] = [4, 8, 12, 16].map((at) => woff.readUInt32BE(entry + at)) as [
		number,
		number,
		number,
		number
	];
	const bytes = woff.subarray(offset, offset + packed);
	return { tag, checksum, data: packed < length ? await unzip(bytes) : bytes };
}
