import { existsSync, readdirSync, readFileSync } from 'node:fs';

export type SourceFile = { path: string; text: string };

/** A rule of the house. `broken` says what is wrong with one file; each planted mistake must be found, and by this rule alone. */
export type Rule = {
	name: string;
	broken: (file: SourceFile) => (string | false | undefined)[];
	planted: Record<string, string[]>;
};

export type Import = { from: string; typeOnly: boolean };

const statement =
	/\b(?:import|export)\s+(?:(type)\s+)?(?:([\w*\s{},$]*?)\s*from\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

export function importsOf({ text }: SourceFile): Import[] {
	return [...withoutComments(text).matchAll(statement)].map(([, type, names, from, lazy]) => {
		const named = names?.match(/^\s*{([^}]*)}\s*$/)?.[1]?.split(',') ?? [];
		const onlyTypes = named.length > 0 && named.filter((name) => name.trim()).every((name) => /^\s*type\s/.test(name));
		return { from: (from ?? lazy)!, typeOnly: !!type || onlyTypes };
	});
}

/** The room a file or an import belongs to. */
export function roomOf(path: string) {
	return path.match(/^(?:src\/|#)modules\/([\w-]+)\//)?.[1];
}

export type Kind = 'rules' | 'access' | 'input' | 'words' | 'use cases' | 'store' | 'test' | 'view';

const kinds: [RegExp, Kind][] = [
	[/^views\/[A-Z]\w*(\.stories)?\.svelte$/, 'view'],
	[/^[a-z][a-z0-9-]*\.access\.ts$/, 'access'],
	[/^[a-z][a-z0-9-]*\.input\.ts$/, 'input'],
	[/^[a-z][a-z0-9-]*\.words\.ts$/, 'words'],
	[/^[a-z][a-z0-9-]*\.store\.server\.ts$/, 'store'],
	[/^[a-z][a-z0-9-]*\.server\.ts$/, 'use cases'],
	[/^[a-z][a-z0-9-]*\.test\.ts$/, 'test'],
	[/^[a-z][a-z0-9-]*\.ts$/, 'rules']
];

/** What a file in a room is for; undefined when the closed set of kinds has no place for it. A room may hold sub-rooms, one deep. */
export function kindOf(path: string): Kind | undefined {
	const inRoom = path.match(/^src\/modules\/[\w-]+\/(?:(?!views\/)[a-z][a-z-]*\/)?([^/]+|views\/[^/]+)$/)?.[1];
	return inRoom === undefined ? undefined : kinds.find(([shape]) => shape.test(inRoom))?.[1];
}

/** TypeScript or Svelte without its comments; a `//` inside quotes stays. */
export function withoutComments(text: string) {
	return text.replace(
		/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|(^|[\s;{}(),])\/\/[^\n]*/g,
		(_all, quoted: string | undefined, before: string | undefined) => quoted ?? before ?? ' '
	);
}

/** The code people write here: no compiled words, nothing that is installed. */
export function sourceFiles(): SourceFile[] {
	return ['src', 'seeds', 'tests', 'scripts', 'bench', 'migrations']
		.flatMap((folder) => filesIn(folder))
		.filter((path) => /\.(ts|svelte|css|js|mjs|sql)$/.test(path) && !path.startsWith('src/words/compiled/'))
		.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

export function filesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
		.sort();
}
