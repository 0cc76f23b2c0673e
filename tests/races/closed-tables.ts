import { newId } from '#platform/id.server.ts';
import { copyTemplate, rowsAsOwner, type Template } from '#tests/harness/databases.ts';

export type Column = { table: string; name: string; type: string; category: string; first: string | null };

/** The tables that platform.protect has closed, as the catalogue of a fresh database has them. */
export async function closedTables(template: Template): Promise<string[]> {
	const database = await copyTemplate(template);
	const rows = await rowsAsOwner<{ name: string }>(
		database.owner,
		'select name from platform.protected_table order by 1'
	);
	await database.drop();
	return rows.map(({ name }) => name);
}

/** Tables with a school in them that do not force their policy on everybody. */
export async function openTables(owner: string): Promise<string[]> {
	const rows = await rowsAsOwner<{ name: string }>(
		owner,
		`select c.oid::regclass::text as name from pg_class c
		 join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id' and not a.attisdropped
		 where c.relkind in ('r', 'p', 'm', 'v') and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`
	);
	return rows.map(({ name }) => name);
}

/** Per table the columns that are written, with their kind of type (`typcategory`) and the first word of an enumeration. */
export async function columnsOf(owner: string): Promise<Map<string, Column[]>> {
	const rows = await rowsAsOwner<Column>(
		owner,
		`select a.attrelid::regclass::text as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
		   t.typcategory as category, (select enumlabel from pg_enum e where e.enumtypid = t.oid limit 1) as first
		 from pg_attribute a join pg_type t on t.oid = a.atttypid join pg_class c on c.oid = a.attrelid
		 where a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = '' and c.relkind in ('r', 'p')`
	);
	return Map.groupBy(rows, ({ table }) => table);
}

/** A row of this school: something in every column, about nobody. */
export function rowFor(table: string, columns: readonly Column[], school: string): string {
	const names = columns.map(({ name }) => `"${name}"`).join(', ');
	const values = columns.map((column) => (column.name === 'school_id' ? `'${school}'` : valueFor(column)));
	return `insert into ${table} (${names}) values (${values.join(', ')})`;
}

function valueFor({ type, category, first }: Column): string {
	if (type === 'uuid') return `'${newId()}'`;
	if (type === 'jsonb' || type === 'json') return `'{}'`;
	if (type === 'bytea') return `'\\x00'`;
	const byCategory: Record<string, string> = {
		...{ A: `'{}'`, B: 'false', D: `'epoch'`, E: `'${first}'`, I: `'127.0.0.1'`, N: '0', R: `'empty'`, S: `'x'` },
		T: `'0'`
	};
	return byCategory[category] ?? 'null';
}
