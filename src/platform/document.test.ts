import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { holds, join, paper, photoWithPlace, text } from '#tests/harness/made-files.ts';
import { documentFrom } from './document.server.ts';
import { unfolds } from './document-size.server.ts';
import { largestFile } from './file.ts';
import { no } from './outcome.ts';

const kept = async (bytes: Uint8Array) => {
	const made = await documentFrom(bytes);
	if (!made.ok) throw new Error(made.reason);
	return made.value.bytes;
};
/** In the catalog or on the page, what a reader of PDF does by itself or when somebody presses. */
const action = (made: PDFDocument, deed: string, more = {}) =>
	made.context.register(made.context.obj({ Type: 'Action', S: deed, ...more }));
const atOpening =
	(deed: string, more = {}) =>
	(made: PDFDocument) =>
		made.catalog.set(PDFName.of('OpenAction'), action(made, deed, more));

test('its pages are kept; who made it, when, with what and where the photo on it was taken are not', async () => {
	const sent = await paper();
	const words = ['Lindelaan', 'Samira', 'Scanner', 'Telefoon', 'Exif'];
	// Author and title stand in it in letters of two bytes, as numbers.
	for (const word of ['Lindelaan', 'Scanner', 'Telefoon', 'Exif']) expect(holds(sent, word)).toBe(true);
	const clean = await kept(sent);
	for (const word of [...words, '/Info', '/Metadata', '/PieceInfo', '/CreationDate', '/Producer'])
		expect([word, holds(clean, word)]).toEqual([word, false]);
	const read = await PDFDocument.load(clean, { updateMetadata: false });
	expect([read.getPageCount(), read.getAuthor(), read.getTitle()]).toEqual([1, undefined, undefined]);
	expect(read.getPage(0).getSize()).toEqual({ width: 300, height: 200 });
	expect(holds(clean, '/DCTDecode')).toBe(true);
	expect(await kept(clean)).toHaveLength(clean.length);
});

test('what an earlier version of it held, and was taken out, is gone as well', async () => {
	const made = await PDFDocument.load(await paper());
	const left = made.context.register(made.context.obj({ Was: PDFString.of('De diagnose van Sem') }));
	const sent = await made.save({ useObjectStreams: false });
	expect([holds(sent, 'diagnose'), left.objectNumber > 0]).toEqual([true, true]);
	expect(holds(await kept(sent), 'diagnose')).toBe(false);
});

test('a link on a page goes; the page stays', async () => {
	const linked = await paper((made) => {
		const link = { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9] };
		const uri = { S: 'URI', URI: PDFString.of('https://example.org/aanmelden') };
		made.getPage(0).node.addAnnot(made.context.register(made.context.obj({ ...link, A: uri })));
	});
	expect(holds(linked, 'example.org')).toBe(true);
	expect(holds(await kept(linked), 'example.org')).toBe(false);
});

test.each([
	['a program that begins by itself', atOpening('JavaScript', { JS: PDFString.of('app.alert(1)') })],
	['a program behind a name of numbers', atOpening('Java#53cript')],
	['another program to start', atOpening('Launch', { F: PDFString.of('cmd.exe') })],
	['a form to send', atOpening('SubmitForm')],
	['another file inside', (made: PDFDocument) => made.attach(text('MZ'), 'rekening.exe', {})],
	[
		'a program on the page',
		(made: PDFDocument) =>
			made.getPage(0).node.set(PDFName.of('AA'), made.context.obj({ O: action(made, 'JavaScript') }))
	],
	[
		'a form with a program of its own',
		(made: PDFDocument) => made.catalog.set(PDFName.of('AcroForm'), made.context.obj({ XFA: [], Fields: [] }))
	]
] as const)('with %s it is refused', async (_, change) => {
	expect(await documentFrom(await paper(async (made) => void (await change(made))))).toEqual(no('unsafe-document'));
});

test('the same, hidden where only who unpacks it can look', async () => {
	const made = await PDFDocument.load(await paper(atOpening('JavaScript', { JS: PDFString.of('app.alert(1)') })));
	const packed = await made.save({ useObjectStreams: true });
	expect([holds(packed, 'JavaScript'), holds(packed, '/ObjStm')]).toEqual([false, true]);
	expect(await documentFrom(packed)).toEqual(no('unsafe-document'));
});

test('with a lock on it it is refused, and says so', async () => {
	const made = await PDFDocument.load(await paper());
	made.encrypt({ userPassword: 'geheim', ownerPassword: 'geheim' });
	expect(await documentFrom(await made.save())).toEqual(no('locked-document'));
});

const broken = async (change: (sent: Uint8Array) => Uint8Array | Promise<Uint8Array>) => change(await paper());
const packedTwice = (filter: string, data: Uint8Array) =>
	join(
		text(`%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter ${filter}/Length ${data.length}>>\nstream\n`),
		...[data, text('\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF')]
	);
const hall = new Uint8Array(deflateSync(new Uint8Array(60_000_000)));
// Guards `isWhole` in `documentFrom`: without it the paper with an archive behind it is read.
test.each([
	['a page of the web', () => text('<!doctype html><script>')],
	['a program with the name of a paper', () => text('MZ\u0090\u0000%PDF-1.7 %%EOF')],
	['a picture with a paper behind it', async () => join(await photoWithPlace(), await paper())],
	['a paper with an archive behind it', () => broken((sent) => join(sent, text('PK\u0003\u0004')))],
	['a paper that is broken off', () => broken((sent) => sent.subarray(0, sent.length - 400))],
	[
		'a paper broken off in its middle that says it is whole',
		() => broken((sent) => join(sent.subarray(0, 300), text('\n%%EOF')))
	],
	['a paper without pages', async () => text('%PDF-1.4\ntrailer<<>>\n%%EOF')],
	['a few bytes that unfold into a hall', () => packedTwice('/FlateDecode', hall)],
	['the same, packed twice', () => packedTwice('[/FlateDecode /FlateDecode]', new Uint8Array(deflateSync(hall)))],
	['the same in another packing', () => packedTwice('/LZWDecode', hall)],
	['the same by another name', () => packedTwice('/Fl#61teDecode', hall)]
] as const)('%s is no document', async (_, make) => {
	expect(await documentFrom(await make())).toEqual(no('not-a-document'));
});

// Guards `fits` in `unfolds`: the library itself would unpack these, and say only then that it cannot read them.
test('what would unfold into a hall is seen before it is unpacked; a paper as programs pack it is not', async () => {
	for (const filter of ['/FlateDecode', '/Fl#61teDecode', '[/FlateDecode]']) {
		expect([filter, unfolds(packedTwice(filter, hall))]).toEqual([filter, true]);
	}
	const twice = packedTwice('[/FlateDecode /FlateDecode]', new Uint8Array(deflateSync(hall)));
	for (const one of [twice, packedTwice('/LZWDecode', hall), packedTwice('5 0 R', hall)])
		expect(unfolds(one)).toBe(true);
	const made = await PDFDocument.load(await paper());
	for (const useObjectStreams of [true, false]) expect(unfolds(await made.save({ useObjectStreams }))).toBe(false);
});

// Guards `unfolds` in `documentFrom`: without it this paper is read, and its hall with it.
test('a paper that is whole but for a hall in it is refused as well', async () => {
	const made = await PDFDocument.load(await paper());
	const sent = Buffer.from(await made.save({ useObjectStreams: false })).toString('latin1');
	const [rooms, halls] = [1_000, 60_000_000].map((size) => {
		const packed = deflateSync(Buffer.concat([text('90 0 <<>>'), Buffer.alloc(size, ' ')])).toString('latin1');
		const told = `<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length ${packed.length}>>`;
		const part = `91 0 obj\n${told}\nstream\n${packed}\nendstream\nendobj\n`;
		return new Uint8Array(
			Buffer.from(
				sent.replace(/\nxref\n/, () => `\n${part}xref\n`),
				'latin1'
			)
		);
	});
	expect(await documentFrom(rooms!)).toMatchObject({ ok: true });
	expect(await documentFrom(halls!)).toEqual(no('not-a-document'));
});

test('nothing, and too much', async () => {
	expect(await documentFrom(new Uint8Array())).toEqual(no('no-file'));
	expect(await documentFrom(new Uint8Array(largestFile + 1))).toEqual(no('file-too-large'));
});
