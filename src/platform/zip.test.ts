import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Day } from './time.ts';
import { zip, zipStream, type Packed } from './zip.ts';

const file = (name: string, words: string | undefined): Packed => ({
	...{ name, day: '2026-09-22' as Day },
	bytes: async () => (words === undefined ? undefined : new TextEncoder().encode(words))
});

/** What the list at its end says, and what lies where it points. */
async function read(files: Packed[]) {
	const whole = Buffer.concat(await Array.fromAsync(zip(files)));
	const end = whole.subarray(-22);
	const found = [];
	for (let at = end.readUInt32LE(16), count = end.readUInt16LE(10); count > 0; count -= 1) {
		const [sum, size, long] = [whole.readUInt32LE(at + 16), whole.readUInt32LE(at + 24), whole.readUInt16LE(at + 28)];
		const [date, from] = [whole.readUInt16LE(at + 14), whole.readUInt32LE(at + 42)];
		const name = whole.toString('utf8', at + 46, at + 46 + long);
		const begins = from + 30 + whole.readUInt16LE(from + 26);
		const bytes = whole.subarray(begins, begins + size);
		const day = [(date >> 9) + 1980, (date >> 5) & 15, date & 31].join('-');
		found.push({ name, day, text: bytes.toString(), isSound: crc32(bytes) === sum });
		at += 46 + long;
	}
	return { found, magic: whole.readUInt32LE(0), left: end.readUInt32LE(16) + end.readUInt32LE(12) + 22 - whole.length };
}

test('each file is found by the list at the end, with its day and its checksum', async () => {
	const { found, magic, left } = await read([file('één.txt', 'Bouwde een brug'), file('b/twee.txt', '')]);
	expect(found).toEqual([
		{ name: 'één.txt', day: '2026-9-22', text: 'Bouwde een brug', isSound: true },
		{ name: 'b/twee.txt', day: '2026-9-22', text: '', isSound: true }
	]);
	expect([magic, left]).toEqual([0x04034b50, 0]);
});

test('over the line it is the same', async () => {
	const files = [file('een.txt', 'Bouwde een brug'), file('twee.txt', undefined)];
	const sent = new Uint8Array(await new Response(zipStream(files)).arrayBuffer());
	expect(Buffer.from(sent)).toEqual(Buffer.concat(await Array.fromAsync(zip(files))));
});

test('what went in the meantime is left out; nothing at all is a ZIP too', async () => {
	expect((await read([file('a', undefined), file('b', 'x')])).found.map(({ name }) => name)).toEqual(['b']);
	expect((await read([])).found).toEqual([]);
});
