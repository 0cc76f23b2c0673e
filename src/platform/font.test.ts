import { expect, test } from 'vitest';
import { readFont, unpackFont } from './font.server.ts';

test('a font for paper is whole: every table adds up to the sum its maker wrote down', async () => {
	const font = await readFont('noto-sans-arabic', 'arabic', '400');
	const tags = tablesOf(font).map(({ tag }) => tag);
	expect(font.readUInt32BE(0)).toBe(0x00010000);
	expect(tags).toEqual(expect.arrayContaining(['GSUB', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']));
	for (const { tag, checksum, data } of tablesOf(font)) expect(`${tag} ${sumOf(tag, data)}`).toBe(`${tag} ${checksum}`);
});

test('it is read and unpacked once', async () => {
	expect(await readFont('noto-sans', 'greek', '700')).toBe(await readFont('noto-sans', 'greek', '700'));
});

test('a file of another kind is no font', async () => {
	await expect(unpackFont(Buffer.from('wOF2 and what follows'))).rejects.toThrow('Not a WOFF 1.0 font.');
});

function tablesOf(font: Buffer) {
	return Array.from({ length: font.readUInt16BE(4) }, (_, at) => {
		const entry = 12 + 16 * at;
		const [checksum, offset, length] = [4, 8, 12].map((from) => font.readUInt32BE(entry + from)) as [
			number,
			number,
			number
		];
		return { tag: font.toString('latin1', entry, entry + 4), checksum, data: font.subarray(offset, offset + length) };
	});
}

/** The sum of its words of four bytes; in `head` the third word holds the sum of the whole file and doesn't count. */
function sumOf(tag: string, data: Buffer) {
	const words = Buffer.concat([data], Math.ceil(data.length / 4) * 4);
	if (tag === 'head') words.writeUInt32BE(0, 8);
	let sum = 0;
	for (let at = 0; at < words.length; at += 4) sum = (sum + words.readUInt32BE(at)) >>> 0;
	return sum;
}
