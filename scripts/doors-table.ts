// Lists every address with who may stand before it and what can be done there.
export type RouteFile = { path: string; text: string };

const before: Record<string, string> = {
	'(app)': 'signed in',
	'(welcome)': 'everybody',
	api: 'machines',
	dev: 'trial and development only'
};

const actionsBody = /\bexport\s+const\s+actions\b[^=]*=\s*{([\s\S]*?)^}/m;
const methods = /\bexport\s+(?:const|(?:async\s+)?function)\s+(GET|POST|PUT|PATCH|DELETE)\b/g;

export function doorsTable(files: RouteFile[]) {
	const doors = new Map<string, { who: string; what: string[] }>();
	for (const { path, text } of files) {
		const [, folder = '', kind] = path.match(/^(?:(.*)\/)?\+(page\.svelte|page\.server\.ts|server\.ts)$/) ?? [];
		if (!kind) continue;
		const parts = folder.split('/').filter(Boolean);
		const address = `/${parts.filter((part) => !part.startsWith('(')).join('/')}`;
		const door = doors.get(address) ?? { who: before[parts[0] ?? ''] ?? 'everybody', what: [] };
		const done = kind === 'page.svelte' ? ['page'] : kind === 'server.ts' ? methodsIn(text) : actionsIn(text);
		doors.set(address, { ...door, what: [...new Set([...door.what, ...done])] });
	}
	const rows = [...doors].sort(([a], [b]) => (a < b ? -1 : 1));
	const lines = rows.map(
		([address, { who, what }]) => `| \`${address}\` | ${who} | ${what.sort(pageFirst).join(' · ') || 'leads on'} |`
	);
	return ['| address | who | what |', '| --- | --- | --- |', ...lines].join('\n');
}

/** The names of a page's form actions, in the order in which they stand. */
export function actionsIn(text: string) {
	const body = text.match(actionsBody)?.[1] ?? '';
	return [...body.matchAll(/^\t(?:async\s+)?(\w+)\s*(?:[:(,]|$)/gm)].map(([, name]) => `?/${name}`);
}

export function methodsIn(text: string) {
	return [...text.matchAll(methods)].map(([, method]) => method!);
}

function pageFirst(a: string, b: string) {
	return Number(b === 'page') - Number(a === 'page');
}
