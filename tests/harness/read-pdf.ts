import { inflateSync } from 'node:zlib';

export type PdfRead = { pages: string[]; whole: string };

/** The words on each page of a PDF as `drawLetters` makes it: glyphs written as hex, with a map back to letters for each font. */
export function readPdf(bytes: Uint8Array): PdfRead {
	const whole = Buffer.from(bytes).toString('latin1');
	const objects = new Map(
		[...whole.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id!, body!])
	);
	const streamOf = (id: string) => {
		const body = objects.get(id) ?? '';
		const raw = Buffer.from(body.slice(body.indexOf('stream\n') + 7, body.lastIndexOf('\nendstream')), 'latin1');
		return (/\/FlateDecode/.test(body) ? inflateSync(raw) : raw).toString('latin1');
	};
	const lettersOf = (font: string) => {
		const [, map] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '') ?? [];
		return map ? readMap(streamOf(map)) : new Map<number, string>();
	};
	const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body));
	return {
		whole,
		pages: pages.map((page) => {
			const content = streamOf(/\/Contents (\d+) 0 R/.exec(page)![1]!);
			const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? '') ?? page;
			const fonts = new Map(
				[...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name!, lettersOf(id!)])
			);
			return wordsOf(content, fonts);
		})
	};
}

function wordsOf(content: string, fonts: Map<string, Map<number, string>>) {
	let letters = new Map<number, string>();
	let words = '';
	for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
		if (font) letters = fonts.get(font) ?? letters;
		else {
			for (const [, hex] of shown!.matchAll(/<([0-9a-f]+)>/gi)) {
				words += (hex!.match(/.{4}/g) ?? []).map((glyph) => letters.get(parseInt(glyph, 16)) ?? '').join('');
			}
			words += ' ';
		}
	}
	return words.replace(/\s+/g, ' ').trim();
}

function readMap(text: string) {
	const letters = new Map<number, string>();
	for (const [, from, list] of text.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
		[...list!.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex], at) => {
			const units = hex!.replace(/ /g, '').match(/.{4}/g) ?? [];
			letters.set(parseInt(from!, 16) + at, String.fromCharCode(...units.map((unit) => parseInt(unit, 16))));
		});
	}
	return letters;
}
