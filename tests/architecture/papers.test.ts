import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Decision records: a page each, each with a number of its own, named after what they decide. */
function wrongRecords(names: string[]) {
	const numbers = names.map((name) => name.slice(0, 4));
	return [
		...names.filter((name) => !/^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.md$/.test(name)),
		...numbers.filter((number, index) => numbers.indexOf(number) !== index)
	];
}

/** Paths between back-quotes that a page names and nobody finds. A path with `<` or `*` is a pattern. */
function lostPaths(text: string, exists: (path: string) => boolean) {
	const named = [...text.matchAll(/`((?:src|migrations|seeds|tests|bench|docs|scripts)\/[^`\s<*…]+)`/g)].map(
		([, path]) => path!
	);
	return named.filter((path) => !exists(path.replace(/[:#].*$/, '').replace(/\/$/, '')));
}

/** Links of a page to files beside it. */
function lostLinks(text: string, folder: string, exists: (path: string) => boolean) {
	const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)].map(([, link]) => link!);
	return links.filter((link) => !exists(`${folder}/${link}`));
}

const pages = [
	'README.md',
	'CONTRIBUTING.md',
	...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`)
];

test('decision records are numbered and named', () => {
	expect(wrongRecords(readdirSync('docs/decisions'))).toEqual([]);
});

describe('what the papers point at is there', () => {
	test.each(pages.filter((page) => page.endsWith('.md') && existsSync(page)))('%s', (page) => {
		const text = readFileSync(page, 'utf8');
		const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/')) : '.';
		const lost = [...lostLinks(text, folder, existsSync), ...(isTour(page) ? lostPaths(text, existsSync) : [])];
		expect(lost).toEqual([]);
	});
});

/** A record tells how things were; the others tell how things are. */
function isTour(page: string) {
	return !page.startsWith('docs/decisions/');
}

describe('planted', () => {
	test('a record without a number, a double', () => {
		expect(wrongRecords(['rooms.md'])).not.toEqual([]);
		expect(wrongRecords(['0001-rooms.md', '0001-doors.md'])).not.toEqual([]);
		expect(wrongRecords(['0001-rooms.md', '0002-doors.md'])).toEqual([]);
	});
	test('a path and a link that lead nowhere', () => {
		const nothing = () => false;
		expect(lostPaths('see `src/modules/gone.ts:12` and `src/modules/<room>/x.ts`', nothing)).toEqual([
			'src/modules/gone.ts:12'
		]);
		expect(lostLinks('[a](gone.md) [b](https://x.nl)', 'docs', nothing)).toEqual(['gone.md']);
	});
});
