import Pdf from 'pdfkit';
import { encode } from 'uqr';
import type { Language } from './ctx.ts';
import { readFont } from './font.server.ts';

/** One sheet: who it is from, to whom, what it says, and a code that opens a door. */
export type LetterPage = {
	language: Language;
	from: string;
	to: string;
	greeting: string;
	welcome: string;
	how: string;
	steps: readonly string[];
	codeLabel: string;
	code: string;
	until: string;
	help: string;
	/** What the square says for who scans it, and for who cannot see it. */
	square: { data: string; label: string };
};

type Doc = InstanceType<typeof Pdf>;
type Weight = '400' | '700';

const ink = '#1f2326';
const quiet = '#5a6066';
const mm = 72 / 25.4;
const margin = 25 * mm;
const width = 210 * mm - 2 * margin;

/** A4, one letter a page, in the order given; tagged, so that it can be read aloud. */
export async function drawLetters(title: string, pages: readonly LetterPage[]): Promise<Uint8Array<ArrayBuffer>> {
	const doc = new Pdf({
		size: 'A4',
		margin,
		autoFirstPage: false,
		tagged: true,
		displayTitle: true,
		pdfVersion: '1.7',
		lang: pages[0]?.language ?? 'nl',
		info: { Title: title, Producer: 'Eenlijn', Creator: 'Eenlijn' }
	});
	const parts: Uint8Array[] = [];
	doc.on('data', (part: Uint8Array) => parts.push(part));
	const done = new Promise<void>((resolve, reject) => {
		doc.on('end', resolve);
		doc.on('error', reject);
	});
	for (const set of ['latin', 'latin-ext'] as const)
		for (const weight of ['400', '700'] as const)
			doc.registerFont(`${set} ${weight}`, await readFont('atkinson-hyperlegible-next', set, weight));
	for (const page of pages) draw(doc, page);
	doc.end();
	await done;
	return Buffer.concat(parts);
}

function draw(doc: Doc, page: LetterPage) {
	doc.addPage();
	const letter = doc.struct('Sect', { lang: page.language } as object);
	doc.addStructure(letter);
	const write = (tag: string, text: string, size: number, weight: Weight = '400', colour = ink) => {
		letter.add(doc.struct(tag, {}, () => void line(doc, text, { size, weight, colour })));
	};
	write('P', page.from, 15, '700');
	doc.y = 62 * mm;
	write('P', page.to, 12);
	doc.y = 88 * mm;
	write('P', page.greeting, 13);
	doc.y += 4 * mm;
	write('P', page.welcome, 13);
	doc.y += 8 * mm;
	write('H1', page.how, 17, '700');
	doc.y += 2 * mm;
	page.steps.forEach((step, at) => {
		write('P', `${at + 1}. ${step}`, 13);
		doc.y += 1.5 * mm;
	});

	const top = doc.y + 5 * mm;
	const side = 44 * mm;
	letter.add(doc.struct('Figure', { alt: page.square.label }, () => void square(doc, page.square.data, top, side)));
	const left = margin + side + 10 * mm;
	const beside = width - side - 10 * mm;
	letter.add(
		doc.struct('P', {}, () => void line(doc, page.codeLabel, { size: 12, x: left, y: top + 4 * mm, room: beside }))
	);
	letter.add(
		doc.struct(
			'P',
			{},
			() => void line(doc, page.code, { size: 27, weight: '700', x: left, y: top + 11 * mm, room: beside })
		)
	);
	letter.add(
		doc.struct(
			'P',
			{},
			() => void line(doc, page.until, { size: 12, colour: quiet, x: left, y: top + 26 * mm, room: beside })
		)
	);
	doc.y = top + side + 9 * mm;
	write('P', page.help, 13);
	letter.end();
}

type Line = { size: number; weight?: Weight; colour?: string; x?: number; y?: number; room?: number };

/** The letters of the font come in two files, by alphabet; each piece is written with the one that has it. */
function line(
	doc: Doc,
	text: string,
	{ size, weight = '400', colour = ink, x = margin, y = doc.y, room = width }: Line
) {
	doc.fontSize(size).fillColor(colour);
	const pieces = piecesOf(text);
	pieces.forEach(({ text: piece, set }, at) => {
		const options = { width: room, lineGap: size * 0.3, continued: at < pieces.length - 1 };
		doc.font(`${set} ${weight}`);
		if (at === 0) doc.text(piece, x, y, options);
		else doc.text(piece, options);
	});
}

/** Latin as most names have it, and the rest of it: ğ ş ł č. */
function piecesOf(text: string) {
	const pieces: { text: string; set: 'latin' | 'latin-ext' }[] = [];
	for (const sign of text.normalize('NFC')) {
		const set = /[\u0020-\u00ff\u0131\u0152\u0153\u2000-\u206f\u20ac]/.test(sign) ? 'latin' : 'latin-ext';
		const last = pieces.at(-1);
		if (last?.set === set) last.text += sign;
		else pieces.push({ text: sign, set });
	}
	return pieces;
}

function square(doc: Doc, data: string, top: number, side: number) {
	const { data: rows, size } = encode(data, { ecc: 'M', border: 0 });
	const dot = side / size;
	doc.fillColor(ink);
	rows.forEach((row, y) => {
		row.forEach((dark, x) => {
			// A hair wider than it is high, so that no line shows between two of them.
			if (dark) doc.rect(margin + x * dot, top + y * dot, dot + 0.05, dot + 0.05);
		});
	});
	doc.fill();
}
