import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSql, type Query } from './sql-reader.ts';

/** Queries that look beyond one school on purpose, by a piece of their text and the reason (stack.md, convention 2). */
const exceptions: { text: string; reason: string }[] = [];

let known: Set<string> | undefined;

/** Given to `watchQueries`: throws when a query on a table with school data doesn't keep to one school. */
export function watchForSchool(sql: string) {
	known ??= schoolTables();
	const wrong = wrongInQuery(sql, known);
	if (wrong.length) throw new Error(`This query leaves the school: ${wrong.join('; ')}.\n${sql}`);
}

/** The tables that a migration protects. */
export function schoolTables(folder = 'migrations') {
	const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
	const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
	return new Set([...text.matchAll(/platform\.protect\('([\w.]+)'\)/g)].map(([, name]) => name!));
}

export function wrongInQuery(sql: string, tables: ReadonlySet<string>): string[] {
	if (exceptions.some(({ text }) => sql.includes(text))) return [];
	const whole = [
		/;\s*\S/.test(sql.replace(/'(?:[^']|'')*'/g, '')) && 'more than one statement in a call',
		/\bmerge\s+into\b/i.test(sql) && 'MERGE',
		/\bserializable\b/i.test(sql) && 'SERIALIZABLE',
		/\bset\b[^]*\b(now\(\)|current_timestamp|random\(\)|gen_random_uuid\(\))/i.test(sql) &&
			/\bupdate\b/i.test(sql) &&
			'a clock or chance in an update: pass it in'
	];
	return [...whole.filter((found) => found !== false), ...wrongIn(readSql(sql), tables, new Set())];
}

function wrongIn(query: Query, tables: ReadonlySet<string>, around: ReadonlySet<string>): string[] {
	const closed = closedToSchool(query, tables, around);
	const isSchool = (table: string | undefined) => !!table && tables.has(table);
	const wrong: string[] = [];
	const { target, kind, columns } = query;

	if (isSchool(target?.table) && kind === 'insert') {
		if (!columns?.includes('school_id')) wrong.push(`insert into ${target?.table} names no school_id`);
		if (/\bselect\b/.test(query.text) && !/\b(returning|on conflict)\b/.test(query.text))
			wrong.push('insert … select without RETURNING or ON CONFLICT');
	}
	if (isSchool(target?.table) && kind === 'update' && columns?.includes('school_id'))
		wrong.push(`update of ${target?.table} moves a row to another school`);

	const read = kind === 'update' && target ? [target, ...query.sources] : query.sources;
	for (const { table, alias } of read) {
		if (isSchool(table) && !closed.has(alias)) wrong.push(`${table} without school_id = $n, its own or by its join`);
	}
	return [...wrong, ...query.inner.flatMap((inner) => wrongIn(inner, tables, new Set([...around, ...closed])))];
}

/** The names in this query whose rows are of one school: by a parameter, or by equality with a name that is. */
function closedToSchool(
	{ kind, target, sources, conditions }: Query,
	tables: ReadonlySet<string>,
	around: ReadonlySet<string>
) {
	const here = kind === 'update' && target ? [target, ...sources] : sources;
	const local = (table: string | undefined) => !table || !tables.has(table);
	const closed = new Set([...around, ...here.filter(({ table }) => local(table)).map(({ alias }) => alias)]);
	for (const { table, alias } of here) if (!local(table)) closed.delete(alias);

	const only = here.length === 1 ? here[0]!.alias : undefined;
	const owner = (name: string) =>
		name.match(/^(?:.+\.)?(\w+)\.school_id$/)?.[1] ?? (name === 'school_id' ? only : undefined);
	const equal = conditions.map((text) => text.split(' = ')).filter((sides) => sides.length === 2) as [string, string][];
	for (let grown = true; grown;) {
		grown = false;
		for (const [left, right] of [...equal, ...equal.map(([a, b]) => [b, a] as [string, string])]) {
			const name = owner(left);
			const other = owner(right);
			const given =
				/^(\$\d+|any \(\$\d+\))$/.test(right) || (other !== undefined && other !== name && closed.has(other));
			if (name === undefined || closed.has(name) || !given) continue;
			closed.add(name);
			grown = true;
		}
	}
	return closed;
}
