import Pdf from 'pdfkit';
import { directionOf, hasRightToLeft, withoutMarks, type Direction } from './bidi.ts';
import { addFonts, drawLine, heightOfLine, linesOf, type Doc, type Style } from './typeset.server.ts';
import type { Block, Sheet, SheetLanguage } from './sheet.ts';

type Element = PDFKit.PDFStructureElement;
const mm = 72 / 25.4;
const margin = 20 * mm;
const width = 210 * mm - 2 * margin;
const bottom = 297 * mm - 24 * mm;
const quiet = '#5a6066';
const indent = 6 * mm;

const styles = {
	title: { size: 20, weight: '700' },
	heading: { size: 14, weight: '700' },
	lead: { size: 15 },
	text: { size: 11.5 },
	quiet: { size: 10.5, colour: quiet }
} as const satisfies Record<string, Style>;

const before = { title: 0, heading: 6 * mm, lead: 3 * mm, text: 2 * mm, quiet: 1 * mm } as const;

/**
 * A paper in A4, tagged so that it can be read aloud and reflowed (PDF/UA): title, language, headings, lists, reading order.
 * What people wrote keeps its own direction and language, in a paper of any language.
 */
export async function drawSheet(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
	const { language, title } = sheet;
	const doc = new Pdf({
		...{
			size: 'A4',
			margin: 0,
			bufferPages: true,
			tagged: true,
			displayTitle: true,
			pdfVersion: '1.7',
			lang: language
		},
		info: { Title: title, Producer: 'Eenlijn', Creator: 'Eenlijn' }
	});
	const parts: Uint8Array[] = [];
	doc.on('data', (part: Uint8Array) => parts.push(part));
	const done = new Promise<void>((resolve, reject) => {
		doc.on('end', resolve);
		doc.on('error', reject);
	});
	await addFonts(doc);
	doc.y = margin;
	const whole = doc.struct('Document', { lang: language } as object);
	doc.addStructure(whole);
	for (const block of sheet.blocks) draw(doc, whole, block, sheet);
	whole.end();
	number(doc, sheet);
	doc.end();
	await done;
	return Buffer.concat(parts);
}

function draw(doc: Doc, whole: Element, block: Block, { language }: Sheet) {
	if (block.kind === 'list') {
		const list = doc.struct('L');
		whole.add(list);
		block.items.forEach((item) => drawItem(doc, list, item, language));
		list.end();
		doc.y += 2 * mm;
		return;
	}
	const tag = block.kind === 'title' ? 'H1' : block.kind === 'heading' ? 'H2' : 'P';
	const style = styles[block.kind];
	doc.y += doc.y > margin ? before[block.kind] : 0;
	// A heading stays with what stands under it.
	if (tag !== 'P') breakBefore(doc, 3 * heightOfLine(style));
	write(doc, whole, tag, block.text, { style, language, own: 'own' in block && block.own });
	doc.y += block.kind === 'title' ? 1 * mm : 0;
}

function drawItem(doc: Doc, list: Element, item: string, language: SheetLanguage) {
	const direction: Direction = language === 'ar' ? 'rtl' : 'ltr';
	doc.y += 1.2 * mm;
	breakBefore(doc, heightOfLine(styles.text));
	const one = doc.struct('LI');
	list.add(one);
	const place = { x: margin, y: doc.y, room: width, direction };
	one.add(doc.struct('Lbl', {}, () => drawLine(doc, '•', styles.text, place)));
	const inset = direction === 'ltr' ? indent : 0;
	write(doc, one, 'LBody', item, { style: styles.text, language, inset, narrower: indent });
	one.end();
}

type Written = { style: Style; language: SheetLanguage; own?: boolean; inset?: number; narrower?: number };

/** Words in their place in the reading order. `own`: words of people, with a direction and perhaps a language of their own. */
function write(doc: Doc, into: Element, tag: string, text: string, given: Written) {
	const { style, language, own, inset = 0, narrower = 0 } = given;
	const base: Direction = language === 'ar' ? 'rtl' : 'ltr';
	const room = width - narrower;
	const options = {
		...languageOf(text, language, own),
		...(hasRightToLeft(text) ? { actual: withoutMarks(text) } : {})
	};
	const element = doc.struct(tag, options as object, () => {
		for (const line of linesOf(doc, text, room, style)) {
			breakBefore(doc, heightOfLine(style));
			const direction = own ? directionOf(line, directionOf(text, base)) : base;
			drawLine(doc, line, style, { x: margin + inset, y: doc.y, room, direction });
			doc.y += heightOfLine(style);
		}
	});
	into.add(element);
}

/** Whoever reads aloud is told where another language begins, as far as its letters show it. */
function languageOf(text: string, language: SheetLanguage, own = false) {
	if (!own) return {};
	const isArabic = directionOf(text, language === 'ar' ? 'rtl' : 'ltr') === 'rtl';
	if (isArabic) return language === 'ar' ? {} : { lang: 'ar' };
	return language === 'ar' ? { lang: 'nl' } : {};
}

function breakBefore(doc: Doc, height: number) {
	if (doc.y + height <= bottom) return;
	doc.continueOnNewPage();
	doc.y = margin;
}

/** Page numbers are no part of what is read. */
function number(doc: Doc, { language, foot }: Sheet) {
	const { start, count } = doc.bufferedPageRange();
	for (let page = start; page < start + count; page++) {
		doc.switchToPage(page);
		doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] } as object);
		const place = {
			x: margin,
			y: 297 * mm - 16 * mm,
			room: width,
			direction: language === 'ar' ? 'rtl' : 'ltr'
		} as const;
		drawLine(doc, foot(page - start + 1, count), styles.quiet, place);
		doc.endMarkedContent();
	}
}
