import { mayUse } from '#modules/map.ts';
import { statementsOf } from '#platform/migrate.server.ts';
import type { SourceFile } from '../source.ts';

/** Tables without a school: found before any school is entered (convention 10). Each has its reason in the migration. */
const local = new Set(
	[
		...['tenant', 'protected_table', 'account', 'membership', 'session', 'sign_in', 'attempt', 'secret', 'mailbox'],
		...['challenge', 'passkey', 'totp', 'recovery', 'provider', 'errand', 'arrival', 'subject'],
		...['invitation_code', 'device', 'secret_address', 'push_device']
	]
		.map((name) => `platform.${name}`)
		.concat('people.profile', 'notifications.manner')
);
const schemas = new Set(['platform', ...Object.keys(mayUse)]);

type Convention = { name: string; broken: (migration: SourceFile) => string[]; planted: string[] };

/** The conventions that let one schema run on the embedded database, PostgreSQL and Citus (docs/decisions, record 2). */
export const conventions: Convention[] = [
	{
		name: 'every primary, unique and exclusion key begins with school_id',
		broken: (migration) =>
			schoolTables(migration).flatMap(({ table, parts }) =>
				[...parts, ...added(migration, table)].flatMap((part) => {
					const keys = [
						...part.matchAll(
							/\b(?:primary key|unique|exclude using gist)\b\s*(?:nulls not distinct\s*)?(\()?\s*(\w+)?/g
						)
					];
					return keys.filter(([, bracket, first]) => !bracket || first !== 'school_id').map(() => `${table}: ${part}`);
				})
			),
		planted: [
			table('constraint a_pk primary key (id)'),
			table('id uuid constraint a_pk primary key'),
			table('constraint a_pk primary key (id, school_id)'),
			table('constraint a_x exclude using gist (room_id with =)'),
			table('constraint a_pk primary key (school_id, id)') + 'alter table people.a add constraint a_u unique (email);',
			table('constraint a_pk primary key (school_id, id)') + 'create unique index a_u on people.a (email);'
		]
	},
	{
		name: 'every school table has a primary key',
		broken: (migration) =>
			schoolTables(migration)
				.filter(({ parts }) => !parts.some((part) => part.includes('primary key')))
				.map(({ table: name }) => name),
		planted: [table('name text not null')]
	},
	{
		name: 'a foreign key takes the school along, on both ends',
		broken: (migration) =>
			schoolTables(migration).flatMap(({ table, parts }) =>
				[...parts, ...added(migration, table)].filter(
					(part) =>
						/\breferences\b/.test(part) &&
						!/foreign key \(school_id(,|\)).*references [\w.]+ \(school_id(,|\))/.test(part)
				)
			),
		planted: [
			table(
				'pupil_id uuid constraint a_pupil references people.pupil (id), constraint a_pk primary key (school_id, id)'
			),
			table(
				'constraint a_pupil foreign key (pupil_id) references people.pupil (id), constraint a_pk primary key (school_id)'
			),
			table(
				'constraint a_pupil foreign key (school_id, pupil_id) references people.pupil, constraint a_pk primary key (school_id)'
			)
		]
	},
	{
		name: 'every constraint has a name of at most 50 characters',
		broken: (migration) =>
			tables(migration).flatMap(({ table, parts }) =>
				[...parts, ...added(migration, table)].flatMap((part) => {
					const kinds = part.match(/\b(primary key|unique|foreign key|exclude|check|references)\b/g)?.length ?? 0;
					const pairs = /\bforeign key\b/.test(part) ? 1 : 0;
					const constraintNames = [...part.matchAll(/\bconstraint (\w+)/g)].map(([, name]) => name!);
					const index = part.startsWith('index unique');
					const unnamed = !index && constraintNames.length < kinds - pairs;
					return [...(unnamed ? [`${table}: ${part}`] : []), ...constraintNames.filter((name) => name.length > 50)];
				})
			),
		planted: [
			table('primary key (school_id, id)'),
			table(`kind text check (kind in ('x')), constraint a_pk primary key (school_id)`),
			table(`constraint ${'a'.repeat(51)} primary key (school_id, id)`)
		]
	},
	{
		name: 'a reference is never emptied, a number never counted by the database',
		broken: (migration) =>
			found(migration, /\bon delete set null\b|\b(small|big)?serial\b|\bgenerated\b|\bidentity\b|\bcreate sequence\b/),
		planted: [
			table(
				'constraint a_p foreign key (school_id, p) references people.pupil (school_id, id) on delete set null, constraint a_pk primary key (school_id)'
			),
			table('n bigserial, constraint a_pk primary key (school_id)'),
			table('n bigint generated always as identity, constraint a_pk primary key (school_id)')
		]
	},
	{
		name: 'every table with school data is protected, in the migration that makes it',
		broken: (migration) => {
			const shut = new Set(
				[...migration.text.matchAll(/select platform\.protect\('([\w.]+)'\);/g)].map(([, name]) => name!)
			);
			return tables(migration).flatMap(({ table }) => (local.has(table) || shut.has(table) ? [] : [table]));
		},
		planted: ['create table people.a (\n  school_id uuid not null,\n  constraint a_pk primary key (school_id)\n);']
	},
	{
		name: 'a protected table has a school, that is never empty',
		broken: (migration) =>
			tables(migration)
				.filter(({ table, parts }) => !local.has(table) && !parts.includes('school_id uuid not null'))
				.map(({ table }) => table),
		planted: [table('constraint a_pk primary key (school_id)').replace('school_id uuid not null', 'school_id uuid')]
	},
	{
		name: 'what does not run everywhere is not used',
		broken: (migration) => [
			...found(
				migration,
				/\bmerge into\b|\bserializable\b|\bset_config\b|\bcreate trigger\b|\bcreate policy\b|\bcreate rule\b|\bsecurity definer\b/
			),
			...found(migration, /\bset role\b|\bset session\b|\bbypassrls\b|\bsuperuser\b/),
			...found(migration, /\bdo update set\b[^;]*\b(now\(\)|current_timestamp|random\(\)|gen_random_uuid\(\))/),
			...found(migration, /\bupdate [\w.]+ set [^;]*\b(now\(\)|current_timestamp|random\(\)|gen_random_uuid\(\))/),
			...found(migration, /\bupdate [\w.]+ set (?:[^;]*, )?school_id\b/)
		],
		planted: [
			'merge into people.person p using x on true when matched then delete;',
			`select set_config('app.school', 'x', true);`,
			'create policy own on people.person using (true);',
			'create trigger t after insert on people.person execute function f();',
			'insert into people.a (school_id) values ($1) on conflict (school_id) do update set at = now();',
			'update people.person set seen_at = now();',
			'update people.person set school_id = $1;',
			'set transaction isolation level serializable;'
		]
	},
	{
		name: 'a view looks with the eyes of who asks',
		broken: (migration) =>
			statements(migration).filter(
				(text) =>
					/^create (or replace )?(materialized )?view/.test(text) && !/with \(security_invoker = true\)/.test(text)
			),
		planted: ['create view people.pupils as select 1;']
	},
	{
		name: 'one statement a call',
		broken: (migration) => statements(migration).filter((text) => /;\s*\S/.test(bare(text))),
		planted: ['create schema people; create table people.a (school_id uuid);']
	},
	{
		name: 'a copy of rows says what it gives back or what it does with doubles',
		broken: (migration) =>
			statements(migration).filter(
				(text) => /^insert into [^;]*\) select\b/.test(text) && !/\breturning\b|\bon conflict\b/.test(text)
			),
		planted: ['insert into people.a (school_id) select school_id from people.person;']
	},
	{
		name: 'one schema a room, named as the room',
		broken: (migration) =>
			[...migration.text.matchAll(/^create (?:schema|table) (?:if not exists )?(\w+)/gm)].flatMap(([, name]) =>
				schemas.has(name!) ? [] : [name!]
			),
		planted: ['create schema attic;', 'create table attic.box (id uuid not null);'.replace('attic.box', 'attic_box')]
	}
];

/** A school table as the planted mistakes need it: protected, and with `body` in it. */
function table(body: string) {
	return `create table people.a (\n  school_id uuid not null,\n  ${body}\n);\nselect platform.protect('people.a');\n`;
}

function found({ text, path }: SourceFile, pattern: RegExp) {
	return statements({ text, path })
		.filter((statement) => !/^create (or replace )?function/.test(statement))
		.flatMap((statement) => bare(statement).match(pattern)?.[0] ?? []);
}

function statements({ text }: SourceFile) {
	return statementsOf(text).map((statement) =>
		statement
			.replace(/--[^\n]*/g, '')
			.replace(/\s+/g, ' ')
			.trim()
	);
}

/** Without quoted texts and function bodies, where other rules hold. */
function bare(statement: string) {
	return statement.replace(/\$\$.*?\$\$/gs, '$$').replace(/'(?:[^']|'')*'/g, `''`);
}

function tables(migration: SourceFile) {
	return statements(migration).flatMap((statement) => {
		const [, name, body] = statement.match(/^create table (?:if not exists )?([\w.]+) \((.*)\);?$/) ?? [];
		return name ? [{ table: name, parts: commaParts(body!) }] : [];
	});
}

function schoolTables(migration: SourceFile) {
	return tables(migration).filter(({ table: name }) => !local.has(name));
}

/** What later statements of the same migration add to a table: constraints and unique indexes. */
function added(migration: SourceFile, name: string) {
	return statements(migration)
		.filter(
			(text) =>
				(text.startsWith(`alter table ${name} `) && /\badd\b/.test(text)) ||
				(text.startsWith('create unique index') && text.includes(` on ${name} `))
		)
		.map((text) => text.replace(/^create unique index \w+ on [\w.]+( using \w+)?/, 'index unique'));
}

function commaParts(body: string) {
	const parts = [''];
	let depth = 0;
	for (const sign of body) {
		if (sign === '(') depth++;
		if (sign === ')') depth--;
		if (sign === ',' && depth === 0) parts.push('');
		else parts[parts.length - 1] += sign;
	}
	return parts.map((part) => part.trim());
}
