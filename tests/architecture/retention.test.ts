import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { heldBy, pupilKinds, terms, withoutTerm } from '#modules/consent/retention.ts';
import { sourceFiles } from './source.ts';

const made = readdirSync('migrations').flatMap((file) => {
	const text = readFileSync(`migrations/${file}`, 'utf8');
	return [...text.matchAll(/^create table (?:if not exists )?([\w]+\.[\w]+)/gm)].map(([, name]) => name!);
});

/** Tables that nobody decided about, in these lists of names. */
function undecided(tables: readonly string[]) {
	return tables.filter((table) => !(table in heldBy) && !(table in withoutTerm));
}

/**
 * Red? Say in src/modules/consent/retention.ts by which term your table goes, or why it has none. About a pupil: remove it in
 * `forget…` of your room too; tests/races/deletion.test.ts looks whether it is gone.
 */
test('of every table it is decided how long its rows are kept, or why that need not be', () => {
	expect(undecided(made)).toEqual([]);
	expect(Object.keys(heldBy).filter((table) => table in withoutTerm)).toEqual([]);
});

test('every room with tables about pupils lets go of them', () => {
	const holdings = sourceFiles().find(({ path }) => path === 'src/holdings.server.ts')!.text;
	const kinds: readonly string[] = pupilKinds;
	const rooms = new Set(
		Object.entries(heldBy).flatMap(([table, kind]) => (kinds.includes(kind) ? table.split('.')[0]! : []))
	);
	expect([...rooms].filter((room) => !holdings.includes(`#modules/${room}/forgetting.server.ts`))).toEqual([]);
});

test('the house’s own terms lie within the limits', () => {
	for (const { length, least, most } of Object.values(terms)) {
		expect(least <= length && length <= most).toBe(true);
	}
});

test('planted: a table that nobody decided about', () => {
	expect(undecided(['people.person', 'attic.box'])).toEqual(['attic.box']);
});
