import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { directionOf, isolated, runsOf } from './bidi.ts';
import { drawSheet } from './sheet.server.ts';
import type { Sheet } from './sheet.ts';

const arabic: Sheet = {
	language: 'ar',
	title: 'تقرير اللقاء',
	foot: (page, of) => `${page} / ${of}`,
	blocks: [
		{ kind: 'title', text: 'تقرير اللقاء' },
		{ kind: 'lead', text: 'Noor, thuis en school helpen je.', own: true },
		{ kind: 'heading', text: 'للبالغين' },
		{ kind: 'text', text: 'تقرأ نور كل مساء (10 دقائق).', own: true },
		{ kind: 'list', items: ['تقرأ', `${isolated('juf Anke')}: ${isolated('leest voor.')}`] }
	]
};

type Node = { type: string; kids: Node[]; text: string | null; lang: string | null };

/** The structure tree of a PDF as it stands in the file: which tag, in which order, with which words and language. */
function treeOf(bytes: Uint8Array): Node {
	const objects = new Map(
		[
			...Buffer.from(bytes)
				.toString('latin1')
				.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)
		].map(([, id, body]) => [id!, body!])
	);
	const root = [...objects.values()].find((body) => body.includes('/Type /StructTreeRoot'))!;
	const kidsOf = (body: string) => {
		const [, list] = /\/K \[([^\]]*)\]/.exec(body) ?? [];
		return [...(list ?? '').matchAll(/(\d+) 0 R/g)]
			.map(([, id]) => objects.get(id!)!)
			.filter((kid) => /\/S \//.test(kid));
	};
	const read = (body: string): Node => ({
		type: /\/S \/(\w+)/.exec(body)![1]!,
		kids: kidsOf(body).map(read),
		text: textOf(/\/ActualText \(((?:\\[\s\S]|[^\\)])*)\)/.exec(body)?.[1]),
		lang: /\/Lang \((\w+)\)/.exec(body)?.[1] ?? null
	});
	return { type: 'root', kids: kidsOf(root).map(read), text: null, lang: null };
}

/** A string of a PDF in UTF-16, with its escapes. */
function textOf(written: string | undefined) {
	if (!written) return null;
	const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
	const plain = written.replace(/\\([\s\S])/g, (_, sign: string) => escapes[sign] ?? sign);
	return Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le');
}

test('a paper is tagged: title, language, headings, lists, in the order in which it is read', async () => {
	const bytes = await drawSheet(arabic);
	const whole = Buffer.from(bytes).toString('latin1');
	for (const sign of ['/Marked true', '/Lang (ar)', '/DisplayDocTitle true']) expect(whole).toContain(sign);
	const [document] = treeOf(bytes).kids;
	expect(document).toMatchObject({ type: 'Document', lang: 'ar' });
	expect(document!.kids.map(({ type }) => type)).toEqual(['H1', 'P', 'H2', 'P', 'L']);
	const [, , , , list] = document!.kids;
	expect(list!.kids.map(({ type, kids }) => [type, ...kids.map((kid) => kid.type)])).toEqual([
		['LI', 'Lbl', 'LBody'],
		['LI', 'Lbl', 'LBody']
	]);
});

// Red when `write` (sheet.server.ts) leaves `actual` out: the letters stand in the file as they are drawn, not as they are read.
test('what is drawn from right to left is read as it was written, and other words say their language', async () => {
	const [document] = treeOf(await drawSheet(arabic)).kids;
	const [title, lead, , text, list] = document!.kids;
	expect(title!.text).toBe('تقرير اللقاء');
	expect(text).toMatchObject({ text: 'تقرأ نور كل مساء (10 دقائق).', lang: null });
	expect(lead).toMatchObject({ text: null, lang: 'nl' });
	expect(list!.kids[0]!.kids[1]!.text).toBe('تقرأ');
});

test('page numbers are no part of what is read, and a long paper goes on on the next page', async () => {
	const blocks = Array.from({ length: 90 }, (_, at) => ({ kind: 'text', text: `Regel ${at}`, own: true }) as const);
	const bytes = await drawSheet({ ...arabic, language: 'nl', title: 'Verslag', blocks });
	const whole = Buffer.from(bytes).toString('latin1');
	expect(whole.match(/\/Type \/Page\n/g)!.length).toBeGreaterThan(1);
	const streams = [...whole.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, raw]) => {
		try {
			return [inflateSync(Buffer.from(raw!, 'latin1')).toString('latin1')];
		} catch {
			return [];
		}
	});
	expect(streams.filter((content) => content.includes('/Artifact')).length).toBeGreaterThan(1);
});

test.each([
	['juf Anke leest', 'rtl', ['juf Anke leest']],
	['نور (10) Anke', 'rtl', ['Anke', '( ', '10', 'نور )']],
	['Noor: نور.', 'ltr', ['Noor: ', 'نور', '.']]
] as const)('a line of two directions, from left to right, with its brackets mirrored: %s', (line, base, runs) => {
	expect(runsOf(line, base).map(({ text }) => text)).toEqual(runs);
});

test('a text has the direction of its first letter', () => {
	expect(directionOf('«نور»', 'ltr')).toBe('rtl');
	expect(directionOf('10. Noor', 'rtl')).toBe('ltr');
	expect(directionOf('123', 'rtl')).toBe('rtl');
});
