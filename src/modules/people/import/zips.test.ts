import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { oneRoster } from '#seeds/oneroster-file.ts';
import { readFiles } from './file.input.ts';
import { mostBytes } from './text.input.ts';
import { mostFiles, unpack } from './zips.server.ts';

type Part = { name: string; content: Uint8Array; says?: number; flags?: number };

/** A zip file as the specification has it (APPNOTE 4.3), so that it can lie where a test wants it to. */
function zip(parts: readonly Part[]) {
	const local: Buffer[] = [];
	const central: Buffer[] = [];
	let at = 0;
	for (const { name, content, says = content.length, flags = 0 } of parts) {
		const packed = deflateRawSync(content);
		const fields = Buffer.alloc(26);
		[20, flags, 8, 0, 0].forEach((value, index) => fields.writeUInt16LE(value, index * 2));
		[crc32(content), packed.length, says].forEach((value, index) => fields.writeUInt32LE(value, 10 + index * 4));
		fields.writeUInt16LE(name.length, 22);
		const entry = Buffer.alloc(14);
		entry.writeUInt32LE(at, 10);
		central.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, entry, Buffer.from(name));
		local.push(Buffer.from([0x50, 0x4b, 3, 4]), fields, Buffer.from(name), packed);
		at += 30 + name.length + packed.length;
	}
	const directory = Buffer.concat(central);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	[parts.length, parts.length].forEach((value, index) => end.writeUInt16LE(value, 8 + index * 2));
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(at, 16);
	return new Uint8Array(Buffer.concat([...local, directory, end]));
}

const text = (content: string) => new TextEncoder().encode(content);
const unzip = (parts: readonly Part[]) => unpack([{ name: 'school.zip', bytes: zip(parts) }]);

test('a set of lists in a zip, in a folder and with what a Mac adds, is read as if it were given apart', async () => {
	const lists = Object.entries(oneRoster()).map(([name, content]) => ({ name, content: text(content) }));
	const apart = readFiles(lists.map(({ name, content }) => ({ name, bytes: content })));
	const inside = lists.map(({ name, content }) => ({ name: `export/${name}`, content }));
	const found = await unzip([
		...inside,
		{ name: '__MACOSX/export/._users.csv', content: text('?') },
		{ name: 'lees.txt', content: text('?') }
	]);
	expect(found.ok && readFiles(found.value)).toEqual(apart);
});

/** Guards each look in `unpackOne`: at `uncompressedSize`, `room`, `seen`, `isEncrypted`; and yauzl's own count of what comes out. */
test.each([
	[
		'too-large',
		'a list that says it is larger than a school',
		[{ name: 'a.csv', content: new Uint8Array(mostBytes + 1) }]
	],
	[
		'broken-zip',
		'a list that says it is small and is not',
		[{ name: 'a.csv', content: new Uint8Array(mostBytes * 4), says: 10 }]
	],
	[
		'too-large',
		'many that are together too large',
		Array.from({ length: 4 }, (_, at) => ({ name: `${at}.csv`, content: new Uint8Array(mostBytes) }))
	],
	[
		'too-many-files',
		'too many',
		Array.from({ length: mostFiles + 1 }, (_, at) => ({ name: `${at}.csv`, content: text('a') }))
	],
	['locked-zip', 'a locked one', [{ name: 'a.csv', content: text('a'), flags: 1 }]],
	['broken-zip', 'one that climbs out of its folder', [{ name: '../../a.csv', content: text('a') }]],
	['empty', 'nothing we know', [{ name: 'a.exe', content: text('a') }]]
])('%s: a zip with %s', async (reason, _what, parts) => {
	expect(await unzip(parts)).toMatchObject({ ok: false, reason, file: 'school.zip' });
});

test('half a zip is a broken zip', async () => {
	const whole = zip([{ name: 'a.csv', content: text('a;b') }]);
	for (const bytes of [whole.slice(0, 40), whole.fill(0, 60)]) {
		expect(await unpack([{ name: 'a.zip', bytes }])).toMatchObject({ ok: false, reason: 'broken-zip' });
	}
});

/** Guards the looks at a zip's own size, and at how many files there are outside a zip too. */
test('a zip that is too large itself is not opened; files given apart are counted like those inside', async () => {
	const large = new Uint8Array(mostBytes + 1);
	large.set(zip([{ name: 'a.csv', content: text('a') }]));
	expect(await unpack([{ name: 'school.zip', bytes: large }])).toMatchObject({ reason: 'too-large' });
	const apart = Array.from({ length: mostFiles + 1 }, (_, at) => ({ name: `${at}.csv`, bytes: text('a') }));
	expect(await unpack(apart)).toMatchObject({ reason: 'too-many-files', file: `${mostFiles}.csv` });
});
