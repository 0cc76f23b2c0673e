import type Pdf from 'pdfkit';
import { runsOf, type Direction } from './bidi.ts';
import { readFont } from './font.server.ts';

export type Doc = InstanceType<typeof Pdf>;
export type Weight = '400' | '700';
export type Style = { size: number; weight?: Weight; colour?: string };

/**
 * The alphabets that people here write, each in a file of its own: Latin as most names have it, the rest of it (ğ ş ł č),
 * Arabic, Cyrillic, Greek and Vietnamese. What stands in none of them is drawn with the last.
 */
const alphabets = [
	['latin', /[\u0020-\u00ff\u0131\u0152\u0153\u2000-\u200b\u2010-\u206f\u20ac]/, 'atkinson-hyperlegible-next', 'latin'],
	[
		'arabic',
		/[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\u200c-\u200f\ufb50-\ufdff\ufe70-\ufeff]/,
		'noto-sans-arabic',
		'arabic'
	],
	['cyrillic', /[\u0301\u0400-\u045f\u0490\u0491\u04b0\u04b1\u2116]/, 'noto-sans', 'cyrillic'],
	['cyrillic-ext', /[\u0460-\u052f\u1c80-\u1c8a\u2de0-\u2dff\ua640-\ua69f]/, 'noto-sans', 'cyrillic-ext'],
	['greek', /[\u0370-\u03ff\u1f00-\u1fff]/, 'noto-sans', 'greek'],
	[
		'vietnamese',
		/[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u20ab]/,
		'noto-sans',
		'vietnamese'
	],
	['latin-ext', /./u, 'atkinson-hyperlegible-next', 'latin-ext']
] as const;
type Alphabet = (typeof alphabets)[number][0];

/** Joins letters as Arabic does; with a feature named, a whole stretch is shaped at once and its words keep their order. */
const shaping = { features: ['rtla'] as unknown as PDFKit.Mixins.OpenTypeFeatures[] };
const lineHeight = 1.35;

type Piece = { text: string; alphabet: Alphabet };

function alphabetOf(sign: string): Alphabet {
	return alphabets.find(([, signs]) => signs.test(sign))![0];
}

function piecesOf(text: string): Piece[] {
	const pieces: Piece[] = [];
	for (const sign of text) {
		const alphabet = alphabetOf(sign);
		const last = pieces.at(-1);
		if (last?.alphabet === alphabet) last.text += sign;
		else pieces.push({ text: sign, alphabet });
	}
	return pieces;
}

/** The pieces of a line from left to right. Signs that no shaping turns round, are turned here. */
function drawnPieces(line: string, base: Direction): Piece[] {
	return runsOf(line, base).flatMap(({ text, direction }) => {
		const pieces = piecesOf(text.replace(unseen, ''));
		// Shaping turns all of Arabic round, the numbers in it as well.
		const turned = (piece: Piece) =>
			(piece.alphabet === 'arabic') === (direction === 'rtl') ? piece : { ...piece, text: reverse(piece.text) };
		return (direction === 'ltr' ? pieces : pieces.toReversed()).map(turned);
	});
}

/** Signs that steer the direction and have no shape. */
const unseen = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const reverse = (text: string) => [...text].toReversed().join('');

function use(doc: Doc, { alphabet }: Piece, { size, weight = '400' }: Style) {
	doc.font(`${alphabet} ${weight}`).fontSize(size);
	return alphabet === 'arabic' ? shaping : {};
}

function widthOf(doc: Doc, text: string, style: Style) {
	return piecesOf(text.replace(unseen, '')).reduce(
		(sum, piece) => sum + doc.widthOfString(piece.text, use(doc, piece, style)),
		0
	);
}

/** The lines of a text in this room, in the order in which they are read; a word that is too wide is broken. */
export function linesOf(doc: Doc, text: string, room: number, style: Style): string[] {
	const lines: string[] = [];
	for (const paragraph of text.normalize('NFC').split('\n')) {
		let line = '';
		for (const word of paragraph.split(/(?<=[\s\u200b])(?=\S)/)) {
			for (const part of widthOf(doc, word.trimEnd(), style) > room ? broken(doc, word, room, style) : [word]) {
				if (line && widthOf(doc, (line + part).trimEnd(), style) > room) {
					lines.push(line.trimEnd());
					// Words of another direction that go on here keep theirs.
					line = openIn(line) ? '\u2068' : '';
				}
				line += part;
			}
		}
		lines.push(line.trimEnd());
	}
	return lines;
}

function openIn(line: string) {
	return line.split('\u2068').length > line.split('\u2069').length;
}

function broken(doc: Doc, word: string, room: number, style: Style) {
	const parts = [''];
	for (const sign of word) {
		if (widthOf(doc, parts.at(-1)! + sign, style) > room) parts.push('');
		parts[parts.length - 1] += sign;
	}
	return parts;
}

type Place = { x: number; y: number; room: number; direction: Direction };

/** Draw one line at its place, from the side at which it begins. */
export function drawLine(doc: Doc, line: string, style: Style, { x, y, room, direction }: Place) {
	const pieces = drawnPieces(line, direction);
	const widths = pieces.map((piece) => doc.widthOfString(piece.text, use(doc, piece, style)));
	let left = direction === 'ltr' ? x : x + room - widths.reduce((sum, width) => sum + width, 0);
	const below = doc.y;
	doc.fillColor(style.colour ?? '#1f2326');
	pieces.forEach((piece, at) => {
		const options = { ...use(doc, piece, style), lineBreak: false, baseline: 'alphabetic' } as const;
		doc.text(piece.text, left, y + style.size, options);
		left += widths[at]!;
	});
	doc.y = below;
}

export function heightOfLine({ size }: Style): number {
	return size * lineHeight;
}

/** Every alphabet in two weights; what a document does not use is not put into it. */
export async function addFonts(doc: Doc) {
	const fonts = alphabets.flatMap(([alphabet, , family, set]) =>
		(['400', '700'] as const).map(async (weight) => {
			return [`${alphabet} ${weight}`, await readFont(family, set, weight)] as const;
		})
	);
	for (const [name, font] of await Promise.all(fonts)) doc.registerFont(name, font);
}
