import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chapterKeys } from '#modules/consent/export.ts';
import { toldIn, untold } from '#modules/consent/told.ts';

const made = readdirSync('migrations').flatMap((file) => {
	const text = readFileSync(`migrations/${file}`, 'utf8');
	return [...text.matchAll(/^create table (?:if not exists )?([\w]+\.[\w]+)/gm)].map(([, name]) => name!);
});

function undecided(tables: readonly string[]) {
	return tables.filter((table) => !(table in toldIn) && !(table in untold));
}

/**
 * Red? Who asks for all about a child or themself misses your table (art. 15 AVG). Tell it in `telling…` of your room, within
 * what the reader may see, and name its chapter in src/modules/consent/told.ts; or say there why nobody needs to be told.
 */
test('every table is told in an export, or it is said why not', () => {
	expect(undecided(made)).toEqual([]);
	expect(Object.keys(toldIn).filter((table) => table in untold)).toEqual([]);
	expect([...Object.keys(toldIn), ...Object.keys(untold)].filter((table) => !made.includes(table))).toEqual([]);
});

test('every chapter tells a table', () => {
	expect(chapterKeys.filter((key) => !Object.values(toldIn).includes(key))).toEqual([]);
});

test('planted: a table that nobody would be told about', () => {
	expect(undecided(['people.person', 'attic.box'])).toEqual(['attic.box']);
});
