/**
 * SQL as a tree: words, names, signs, and what stands between brackets. Enough to judge what Kysely writes. A quoted name has
 * no `word`: a table may be called "group".
 */
export type Node = { text: string; word: string; inside?: Node[] };

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
			stack.at(-1)!.push({ text: '(', word: '(', inside });
		} else stack.at(-1)!.push(leaf(raw));
	}
	return readQuery(stack[0]!);
}

function leaf(raw: string): Node {
	if (raw.startsWith('"')) return { text: raw.slice(1, -1), word: '' };
	const text = /^\w/.test(raw) ? raw.toLowerCase() : raw;
	return { text, word: text };
}

export function show(nodes: Node[]): string {
	const text = nodes.map((node) => (node.inside ? `(${show(node.inside)})` : node.text)).join(' ');
	return text.replace(/ \. /g, '.').replace(/ :: \w+/g, '');
}

function readQuery(nodes: Node[]): Query {
	const parts = splitAt(nodes, (node) => ['union', 'intersect', 'except'].includes(node.word));
	if (parts.length > 1) {
		return {
			...nothing('set', nodes),
			inner: parts.map((part) => readQuery(part.filter(({ word }) => word !== 'all')))
		};
	}
	const start = nodes[0]?.word === 'with' ? nodes.findIndex(({ word }) => verbs.includes(word)) : 0;
	const body = nodes.slice(Math.max(start, 0));
	const kind = body[0]?.word ?? '';
	const clauses = clausesOf(body);
	const clause = (name: string) => clauses.filter((each) => each.name === name).map((each) => each.nodes);
	const conditions = [...clause('where'), ...clause('on')].flatMap(conditionsOf);
	const from = [...clause('from'), ...clause('using')].flatMap((each) =>
		splitAt(each, ({ word }) => joins.includes(word))
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
const beginnings =
	'select insert into update delete from using on set where values group having order limit offset for window fetch returning'.split(
		' '
	);

/** Cut a query at its clauses; ON ends where the next join begins. */
function clausesOf(nodes: Node[]) {
	const clauses: { name: string; nodes: Node[] }[] = [];
	let inUpdate = false;
	for (const [index, node] of nodes.entries()) {
		const afterName = nodes[index - 1]?.word === '.' || nodes[index - 1]?.word === 'as';
		const conflict = node.word === 'on' && nodes[index + 1]?.word === 'conflict';
		const forUpdate = node.word === 'update' && ['for', 'do', 'key'].includes(nodes[index - 1]?.word ?? '');
		const isDistinctFrom = node.word === 'from' && nodes[index - 1]?.word === 'distinct';
		if (conflict) inUpdate = true;
		const joinsOn = clauses.at(-1)?.name === 'on' && [...joins, ...sides].includes(node.word);
		if (joinsOn) clauses.push({ name: 'from', nodes: [] });
		if (beginnings.includes(node.word) && !node.inside && !afterName && !forUpdate && !isDistinctFrom) {
			clauses.push({ name: inUpdate ? `conflict ${node.word}` : node.word, nodes: [] });
			if (node.word === 'returning') inUpdate = false;
		} else if (!sides.includes(node.word)) clauses.at(-1)?.nodes.push(node);
	}
	return clauses;
}

const sides = ['inner', 'left', 'right', 'full', 'outer', 'cross', 'lateral'];

function sourceOf(item: Node[]): Source {
	const names = item.filter(({ word }) => word !== 'as' && word !== 'only');
	const alias = names.at(-1)?.text ?? '';
	if (names[0]?.inside) return { table: undefined, alias };
	if (names[1]?.text !== '.') return { table: undefined, alias };
	return { table: `${names[0]?.text}.${names[2]?.text}`, alias };
}

/** The conditions joined by AND, at any depth of needless brackets; a part with an OR in it promises nothing. */
function conditionsOf(nodes: Node[]): string[] {
	if (nodes.length === 1 && nodes[0]!.inside) return conditionsOf(nodes[0]!.inside);
	if (nodes.some(({ word }) => word === 'or')) return [];
	const parts = splitAt(nodes, ({ word }) => word === 'and');
	return parts.length > 1 ? parts.flatMap(conditionsOf) : [show(nodes)];
}

function innerQueries(nodes: Node[]): Query[] {
	return nodes.flatMap((node) => {
		if (!node.inside) return [];
		const first = node.inside[0]?.word ?? '';
		return [...verbs, 'with'].includes(first) ? [readQuery(node.inside)] : innerQueries(node.inside);
	});
}

function setColumns(nodes: Node[] = []) {
	return splitAt(nodes, ({ word }) => word === ',').map((part) => part[0]?.text ?? '');
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
