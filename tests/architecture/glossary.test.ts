import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kindOf, sourceFiles, type SourceFile } from './source.ts';

/** What was done to a noun (`Written`, `Answered`) is none. */
const participle = /(ed|tten|ven|ken)$/;

/** The nouns of a room: the types of one word that its pure files give away. What has two words is made of nouns. */
function nounsOf({ path, text }: SourceFile) {
	if (kindOf(path) !== 'rules') return [];
	const words = [...text.matchAll(/^export type ([A-Z][a-z]+)\b(?!<)/gm)].map(([, word]) => word!.toLowerCase());
	return words.filter((word) => !participle.test(word));
}

function termsIn(glossary: string) {
	const rows = [...glossary.matchAll(/^\| ([^|]+?) \| ([^|]+?) \|/gm)].filter(([, code]) => !/^-+$|^code$/.test(code!));
	return rows.map(([, code, dutch]) => ({ code: code!, dutch: dutch!.trim() }));
}

function missing(files: SourceFile[], glossary: string) {
	const known = new Set(termsIn(glossary).flatMap(({ code }) => code.toLowerCase().split(/, | \/ /)));
	return files.flatMap((file) =>
		nounsOf(file)
			.filter((noun) => !known.has(noun))
			.map((noun) => `${file.path}: ${noun}`)
	);
}

const glossary = readFileSync('docs/glossary.md', 'utf8');

test('every noun of a room has its Dutch word in docs/glossary.md', () => {
	expect(missing(sourceFiles(), glossary)).toEqual([]);
});

test('every English word has one line, and a Dutch word beside it', () => {
	const terms = termsIn(glossary);
	expect(terms.length).toBeGreaterThan(60);
	expect(terms.filter(({ dutch }) => !/\p{L}/u.test(dutch))).toEqual([]);
	const codes = terms.map(({ code }) => code);
	expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test('planted: a noun nobody translated', () => {
	const file = {
		path: 'src/modules/people/gadget.ts',
		text: 'export type Gadget = { id: string };\nexport type Person = {};'
	};
	expect(missing([file], '| person | persoon |\n')).toEqual(['src/modules/people/gadget.ts: gadget']);
});
