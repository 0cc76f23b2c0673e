import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Guard = { file: string; name: string };

/** Tests that a page names: `file` › “name”. */
function guardsIn(text: string): Guard[] {
	return [...text.matchAll(/`([^`]+\.test\.ts)` › “([^”]+)”/g)].map(([, file, name]) => ({ file: file!, name: name! }));
}

/** Those that are not there, or not by that name. */
function lostGuards(guards: readonly Guard[], read: (file: string) => string | undefined) {
	return guards.filter(({ file, name }) => !read(file)?.includes(name)).map(({ file, name }) => `${file} › ${name}`);
}

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

test.each(['docs/threats.md', 'docs/asvs.md'])('every test that %s names is there', (page) => {
	const guards = guardsIn(readFileSync(page, 'utf8'));
	expect(guards.length).toBeGreaterThan(10);
	expect(lostGuards(guards, read)).toEqual([]);
});

test('every threat names the test that guards it', () => {
	const [, table] = readFileSync('docs/threats.md', 'utf8').split('## What holds');
	const rows = table!.split('\n').filter((line) => line.startsWith('| ') && !/^\| (threat|---)/.test(line));
	expect(rows.filter((row) => guardsIn(row).length === 0)).toEqual([]);
});

test('every requirement of the standard stands once, with a state', () => {
	const states = ['holds', 'partly', 'not yet', 'not ours', 'does not apply'];
	const rows = readFileSync('docs/asvs.md', 'utf8')
		.split('\n')
		.filter((line) => /^\| \d/.test(line));
	const numbers = rows.map((row) => row.split('|')[1]!.trim());
	expect(rows.length).toBeGreaterThan(80);
	expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
	expect(numbers.filter((number) => !/^\d{1,2}\.\d{1,2}\.\d{1,2}$/.test(number))).toEqual([]);
	expect(rows.filter((row) => !states.includes(row.split('|')[3]!.trim()))).toEqual([]);
});

test('planted: a test that was renamed, and one in a file that is gone', () => {
	const guards = guardsIn('| x | y | `a.test.ts` › “it holds” |\n| x | y | `b.test.ts` › “it holds” |');
	expect(lostGuards(guards, (file) => (file === 'a.test.ts' ? "test('it holds no more'" : undefined))).toEqual([
		'b.test.ts › it holds'
	]);
	expect(lostGuards(guards, () => "test('something else'")).toHaveLength(2);
});
