/** SQL as a tree: words, names, signs, and what stands between brackets. Enough to judge what Kysely writes. */
export type Node = { text: string; inside?: undefined } | { text: '('; inside: Node[] };

export type Source = { table: string | undefined; alias: string };

/** One select, insert, update or delete: what it reads, under which conditions, and which queries stand inside it. */
export type Query = {
	kind: string;
	target: Source | undefined;
	sources: Source[];
	/** Each condition that must hold, as text: `a.school_id = $1`. What stands under an OR is no such condition. */
	conditions: string[];
	columns: string[] | undefined;
	text: string;
	inner: Query[];
};

const token =
	/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$\d+|[\w.]*\d[\w.]*|\w+|::|<>|!=|<=|>=|\|\||&&|\S/g;

export function readSql(sql: string): Query {
	const stack: Node[][] = [[]];
	for (const [raw] of sql.matchAll(token)) {
		if (raw.startsWith('--') || raw.startsWith('/*')) continue;
		if (raw === '(') stack.push([]);
		else if (raw === ')' && stack.length > 1) {
			const inside = stack.pop()!;
			stack.at(-1)!.push({ text: '(', inside });
		} else
			stack.at(-1)!.push({ text: raw.startsWith('"') ? raw.slice(1, -1) : /^\w/.test(raw) ? raw.toLowerCase() : raw });
	}
	return readQuery(stack[0]!);
}

export function show(nodes: Node[]): string {
	const text = nodes.map((node) => (node.inside ? `(${show(node.inside)})` : node.text)).join(' ');
	return text.replace(/ \. /g, '.').replace(/ :: \w+/g, '');
}

function readQuery(nodes: Node[]): Query {
	const parts = splitAt(nodes, (node) => ['union', 'intersect', 'except'].includes(node.text));
	if (parts.length > 1) {
		return {
			...nothing('set', nodes),
			inner: parts.map((part) => readQuery(part.filter(({ text }) => text !== 'all')))
		};
	}
	const start = nodes[0]?.text === 'with' ? nodes.findIndex(({ text }) => verbs.includes(text)) : 0;
	const body = nodes.slice(Math.max(start, 0));
	const kind = body[0]?.text ?? '';
	const clauses = clausesOf(body);
	const clause = (name: string) => clauses.filter((each) => each.name === name).map((each) => each.nodes);
	const conditions = [...clause('where'), ...clause('on')].flatMap(conditionsOf);
	const from = [...clause('from'), ...clause('using')].flatMap((each) =>
		splitAt(each, ({ text }) => joins.includes(text))
	);
	const sources = from.filter((item) => item.length).map(sourceOf);
	const query = { ...nothing(kind, nodes), conditions, sources, inner: innerQueries(nodes) };
	if (kind === 'delete') return { ...query, target: sources[0] };
	if (kind === 'update')
		return { ...query, target: sourceOf(clause('update')[0] ?? []), columns: setColumns(clause('set')[0]) };
	if (kind !== 'insert') return query;
	const into = clause('into')[0] ?? [];
	const columns = into.find((node) => node.inside)?.inside;
	return { ...query, target: sourceOf(into.filter((node) => !node.inside)), columns: columns && namesIn(columns) };
}

const verbs = ['select', 'insert', 'update', 'delete'];
const joins = [',', 'join'];
const beginnings = [
	...[
		'select',
		'update',
		'delete',
		'insert',
		'into',
		'from',
		'using',
		'set',
		'where',
		'values',
		'group',
		'having',
		'order'
	],
	...['limit', 'offset', 'for', 'window', 'fetch', 'returning', 'on']
];

/** Cut a query at its clauses; ON ends where the next join begins. */
function clausesOf(nodes: Node[]) {
	const clauses: { name: string; nodes: Node[] }[] = [];
	let inUpdate = false;
	for (const [index, node] of nodes.entries()) {
		const afterName = nodes[index - 1]?.text === '.' || nodes[index - 1]?.text === 'as';
		const conflict = node.text === 'on' && nodes[index + 1]?.text === 'conflict';
		const forUpdate = node.text === 'update' && ['for', 'do', 'key'].includes(nodes[index - 1]?.text ?? '');
		const isDistinctFrom = node.text === 'from' && nodes[index - 1]?.text === 'distinct';
		if (conflict) inUpdate = true;
		const joinsOn = clauses.at(-1)?.name === 'on' && [...joins, ...sides].includes(node.text);
		if (joinsOn) clauses.push({ name: 'from', nodes: [] });
		if (beginnings.includes(node.text) && !node.inside && !afterName && !forUpdate && !isDistinctFrom) {
			clauses.push({ name: inUpdate ? `conflict ${node.text}` : node.text, nodes: [] });
			if (node.text === 'returning') inUpdate = false;
		} else if (!sides.includes(node.text)) clauses.at(-1)?.nodes.push(node);
	}
	return clauses;
}

const sides = ['inner', 'left', 'right', 'full', 'outer', 'cross', 'lateral'];

function sourceOf(item: Node[]): Source {
	const names = item.filter(({ text }) => text !== 'as' && text !== 'only');
	const alias = names.at(-1)?.text ?? '';
	if (names[0]?.inside) return { table: undefined, alias };
	if (names[1]?.text !== '.') return { table: undefined, alias };
	return { table: `${names[0]?.text}.${names[2]?.text}`, alias };
}

/** The conditions joined by AND, at any depth of needless brackets; a part with an OR in it promises nothing. */
function conditionsOf(nodes: Node[]): string[] {
	if (nodes.length === 1 && nodes[0]!.inside) return conditionsOf(nodes[0]!.inside);
	if (nodes.some(({ text }) => text === 'or')) return [];
	const parts = splitAt(nodes, ({ text }) => text === 'and');
	return parts.length > 1 ? parts.flatMap(conditionsOf) : [show(nodes)];
}

function innerQueries(nodes: Node[]): Query[] {
	return nodes.flatMap((node) => {
		if (!node.inside) return [];
		const first = node.inside[0]?.text ?? '';
		return [...verbs, 'with'].includes(first) ? [readQuery(node.inside)] : innerQueries(node.inside);
	});
}

function setColumns(nodes: Node[] = []) {
	return splitAt(nodes, ({ text }) => text === ',').map((part) => part[0]?.text ?? '');
}

function namesIn(nodes: Node[]) {
	return nodes.map(({ text }) => text).filter((text) => text !== ',');
}

function splitAt(nodes: Node[], cut: (node: Node) => boolean) {
	const parts: Node[][] = [[]];
	for (const node of nodes) {
		if (!node.inside && cut(node)) parts.push([]);
		else parts.at(-1)!.push(node);
	}
	return parts;
}

function nothing(kind: string, nodes: Node[]): Query {
	return { kind, target: undefined, sources: [], conditions: [], columns: undefined, text: show(nodes), inner: [] };
}
