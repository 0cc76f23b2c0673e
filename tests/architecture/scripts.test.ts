import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, sourceFiles, type SourceFile } from './source.ts';

/** What only a script can do: answer to a key or a click, keep something, act once the page stands. */
const live = /\buse:\w|\{@attach |\$state\b|\$effect\b|\bon[a-z]+=\{|\bonMount\(/;
/** These help a little more with a script, and do without. */
const doWithout = ['src/ui/ErrorSummary.svelte'];

/** Pages that send a script for nothing, and pages that lack the one they count on; `csr` stands beside each page. */
function wrongScripts(files: SourceFile[]): string[] {
	const byPath = new Map(files.map((file) => [file.path, file]));
	const isLive = (path: string, seen = new Set<string>()): boolean => {
		const file = byPath.get(path);
		if (!file || seen.has(path) || doWithout.includes(path) || !/\.svelte(\.ts)?$/.test(path)) return false;
		seen.add(path);
		return live.test(file.text) || importsOf(file).some(({ from }) => isLive(pathOf(from, path), seen));
	};
	return files.flatMap(({ path }) => {
		if (!/^src\/routes\/.*\+page\.svelte$/.test(path)) return [];
		const sends = byPath.get(path.replace('.svelte', '.server.ts'))?.text.includes('export const csr = true;') ?? false;
		if (sends === isLive(path)) return [];
		return [`${path}: ${sends ? 'sends a script that nothing on it needs' : 'has a piece that needs "csr = true"'}`];
	});
}

function pathOf(from: string, importer: string) {
	return from.startsWith('#') ? `src/${from.slice(1)}` : posix.join(posix.dirname(importer), from);
}

test('a page sends a script when something on it needs one, and only then', () => {
	expect(wrongScripts(sourceFiles())).toEqual([]);
});

describe('planted', () => {
	const page = (text: string) => ({ path: 'src/routes/x/+page.svelte', text });
	const door = { path: 'src/routes/x/+page.server.ts', text: 'export const csr = true;' };
	const field = { path: 'src/ui/Field.svelte', text: '<input oninput={keep} />' };

	test('a form that keeps what is typed, far down, on a page without script', () => {
		const card = { path: 'src/ui/Card.svelte', text: "<script>import Field from './Field.svelte';</script>" };
		const found = wrongScripts([page("<script>import Card from '#ui/Card.svelte';</script>"), card, field]);
		expect(found).toEqual(['src/routes/x/+page.svelte: has a piece that needs "csr = true"']);
	});

	test('a script for a page that only shows', () => {
		expect(wrongScripts([page('<h1>Vandaag</h1>'), door])).toHaveLength(1);
		expect(wrongScripts([page("<script>import Field from '#ui/Field.svelte';</script>"), door, field])).toEqual([]);
	});
});
