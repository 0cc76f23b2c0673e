import { describe, expect, test } from 'vitest';
import { sourceFiles } from './source.ts';

type Sized = { path: string; lines: number };

/** Files that may be longer than 300 lines. This list only shrinks: who shortens a file takes it off. */
const exceptions: string[] = [];

/** Short files on the whole, and no giant (house.md §3). */
function wrongSizes(files: Sized[], spared: string[] = []) {
	const lines = files.map((file) => file.lines).sort((a, b) => a - b);
	const at = (share: number) => lines[Math.ceil(lines.length * share) - 1] ?? 0;
	return [
		...files
			.filter((file) => file.lines > 300 && !spared.includes(file.path))
			.map((file) => `${file.path}: ${file.lines}`),
		...spared
			.filter((path) => !files.some((file) => file.path === path && file.lines > 300))
			.map((path) => `${path}: spared for nothing`),
		...(at(0.5) > 60 ? [`the median is ${at(0.5)} lines, not 60`] : []),
		...(at(0.9) > 150 ? [`one in ten is longer than ${at(0.9)} lines, not 150`] : [])
	];
}

const files = sourceFiles()
	.filter(({ path }) => /\.(ts|svelte|css)$/.test(path))
	.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));

test('files are short', () => expect(wrongSizes(files, exceptions)).toEqual([]));

describe('planted', () => {
	const many = (count: number, lines: number): Sized[] =>
		Array.from({ length: count }, () => ({ path: 'a.ts', lines }));

	test('a giant', () => expect(wrongSizes([...many(20, 10), { path: 'b.ts', lines: 301 }])).toEqual(['b.ts: 301']));
	test('a giant on the list is spared', () => {
		expect(wrongSizes([...many(20, 10), { path: 'b.ts', lines: 301 }], ['b.ts'])).toEqual([]);
	});
	test('a shortened file still on the list', () => {
		expect(wrongSizes([...many(20, 10), { path: 'b.ts', lines: 20 }], ['b.ts'])).toEqual(['b.ts: spared for nothing']);
	});
	test('a long median', () => expect(wrongSizes(many(3, 61))).toEqual(['the median is 61 lines, not 60']));
	test('too many long files', () => {
		expect(wrongSizes([...many(8, 10), ...many(2, 151)])).toEqual(['one in ten is longer than 151 lines, not 150']);
	});
});
