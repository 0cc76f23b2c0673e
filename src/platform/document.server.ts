import {
	PDFArray,
	PDFDict,
	PDFDocument,
	PDFName,
	PDFRawStream,
	PDFStream,
	type PDFObject,
	type PDFPage
} from '@cantoo/pdf-lib';
import { unfolds } from './document-size.server.ts';
import { largestFile, startsWith, type DocumentRefusal, type Made } from './file.ts';
import { withoutNotes } from './jpeg.ts';
import { no, ok, type Outcome } from './outcome.ts';

const mostPages = 100;
/** What a page needs to be seen, and what a note or a filled-in field on it needs. */
const ofPage = [
	'Type',
	'MediaBox',
	'CropBox',
	'Rotate',
	'UserUnit',
	'Resources',
	'Contents',
	'Group',
	'Annots',
	'Parent'
];
const ofMark = ['Type', 'Subtype', 'Rect', 'AP', 'AS', 'F'];
/** What does something, or carries another file along. */
const doing = ['JS', 'JavaScript', 'EmbeddedFiles', 'EF', 'XFA', 'RichMediaContent'];
const deeds = [
	...['JavaScript', 'Launch', 'ImportData', 'SubmitForm', 'GoToE', 'GoToR', 'Rendition', 'Sound', 'Movie'],
	...['EmbeddedFile', 'FileAttachment', 'RichMedia', 'Screen', '3D']
];
/** What may hang on a picture or a font and only tells who made it, when, and with what. */
const telling = [
	'Metadata',
	'PieceInfo',
	'LastModified',
	'AF',
	'OPI',
	'Ref',
	'AA',
	'A',
	'StructParent',
	'StructParents'
];

/**
 * A PDF as it is kept: its pages written anew, and nothing around them. Gone are author, title, moments and device (its
 * information and XMP), what an earlier version held, links, and what a camera noted in the photos on it. With a lock, a
 * program or another file in it it is refused.
 */
export async function documentFrom(bytes: Uint8Array): Promise<Outcome<Made, DocumentRefusal>> {
	if (!bytes.length) return no('no-file');
	if (bytes.length > largestFile) return no('file-too-large');
	if (!startsWith(bytes, '%PDF-') || !isWhole(bytes) || unfolds(bytes)) return no('not-a-document');
	try {
		const sent = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true, parseSpeed: 200 });
		const all = sent.context.enumerateIndirectObjects().map(([, object]) => object);
		if (all.some(doesSomething)) return no('unsafe-document');
		const pages = sent.getPages();
		if (!pages.length || pages.length > mostPages) return no('not-a-document');
		return ok({ type: 'application/pdf', bytes: await written(sent, pages) });
	} catch {
		// Behind a lock nothing else can be read either; what is broken says so in many ways.
		return no(isLocked(bytes) ? 'locked-document' : 'not-a-document');
	}
}

/** It ends with the word that says so; behind it nothing but empty lines. */
function isWhole(bytes: Uint8Array): boolean {
	return /%%EOF\s*$/.test(new TextDecoder('latin1').decode(bytes.subarray(-64)));
}

function isLocked(bytes: Uint8Array): boolean {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/Encrypt');
}

function doesSomething(object: PDFObject): boolean {
	if (object instanceof PDFArray) return object.asArray().some(doesSomething);
	const dict = object instanceof PDFStream ? object.dict : object;
	if (!(dict instanceof PDFDict)) return false;
	const named = ['S', 'Subtype', 'Type'].map((key) => dict.lookup(PDFName.of(key)));
	if (doing.some((key) => dict.has(PDFName.of(key)))) return true;
	if (named.some((name) => name instanceof PDFName && deeds.includes(name.decodeText()))) return true;
	return dict.values().some(doesSomething);
}

async function written(sent: PDFDocument, pages: readonly PDFPage[]): Promise<Uint8Array> {
	for (const { node } of pages) {
		keepOnly(node, ofPage);
		const marks = node.Annots()?.asArray() ?? [];
		const kept = marks
			.map((mark) => sent.context.lookup(mark))
			.filter((mark): mark is PDFDict => mark instanceof PDFDict && mark.has(PDFName.of('AP')));
		for (const mark of kept) keepOnly(mark, ofMark);
		if (kept.length) node.set(PDFName.of('Annots'), sent.context.obj(kept));
		else node.delete(PDFName.of('Annots'));
	}
	const made = await PDFDocument.create({ updateMetadata: false });
	for (const page of await made.copyPages(sent, sent.getPageIndices())) made.addPage(page);
	for (const [ref, object] of made.context.enumerateIndirectObjects()) {
		forget(object);
		if (object instanceof PDFRawStream) made.context.assign(ref, withoutCamera(object));
	}
	made.context.trailerInfo.Info = undefined;
	return made.save({ useObjectStreams: false, addDefaultPage: false });
}

function keepOnly(dict: PDFDict, wanted: readonly string[]) {
	for (const key of dict.keys()) if (!wanted.includes(key.decodeText())) dict.delete(key);
}

function forget(object: PDFObject) {
	if (object instanceof PDFArray) for (const inner of object.asArray()) forget(inner);
	const dict = object instanceof PDFStream ? object.dict : object;
	if (!(dict instanceof PDFDict)) return;
	for (const key of telling) dict.delete(PDFName.of(key));
	for (const inner of dict.values()) forget(inner);
}

/** @throws for a photo that is packed in another way than we can look into */
function withoutCamera(stream: PDFRawStream): PDFRawStream {
	const filter = stream.dict.lookup(PDFName.of('Filter'));
	const named = filter instanceof PDFArray ? filter.asArray() : [filter];
	const isPhoto = named.some((name) => name instanceof PDFName && ['DCTDecode', 'DCT'].includes(name.decodeText()));
	if (named.some((name) => name === PDFName.of('JPXDecode'))) throw new Error('a picture that is not read here');
	if (!isPhoto) return stream;
	const clean = named.length === 1 && withoutNotes(stream.contents);
	if (!clean) throw new Error('a photo that cannot be read');
	return PDFRawStream.of(stream.dict, clean);
}
