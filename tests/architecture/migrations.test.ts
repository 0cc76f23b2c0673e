import { describe, expect, test } from 'vitest';
import { conventions } from './rules/migrations.ts';
import { sourceFiles } from './source.ts';

const migrations = sourceFiles().filter(({ path }) => path.startsWith('migrations/'));

test.each(conventions)('$name', ({ broken }) => {
	const found = migrations.flatMap((migration) => broken(migration).map((what) => `${migration.path}: ${what}`));
	expect(found).toEqual([]);
});

test('migrations are numbered, each number once', () => {
	const names = migrations.map(({ path }) => path.slice('migrations/'.length));
	expect(names.filter((name) => !/^\d{4}_[a-z_]+\.sql$/.test(name))).toEqual([]);
	expect(new Set(names.map((name) => name.slice(0, 4))).size).toBe(names.length);
});

describe('each convention sees its planted mistakes', () => {
	const planted = conventions.flatMap(({ name, planted: texts }) => texts.map((text) => ({ name, text })));

	test.each(planted)('$name: $text', ({ name, text }) => {
		const migration = { path: 'migrations/9999_planted.sql', text };
		const seen = conventions.filter(({ broken }) => broken(migration).length > 0).map((one) => one.name);
		expect(seen).toContain(name);
	});

	test('and leaves a good migration alone', () => {
		const text = `create schema people;
-- Why this table is there.
create table people.a (
  school_id uuid not null,
  id uuid not null,
  kind text not null constraint a_kind check (kind in ('x', 'y')),
  constraint a_pk primary key (school_id, id),
  constraint a_kind_once unique (school_id, kind),
  constraint a_pupil foreign key (school_id, id) references people.pupil (school_id, id)
);
select platform.protect('people.a');
create unique index a_first on people.a (school_id, id) where kind = 'x';
create view people.b with (security_invoker = true) as select 1;
`;
		const migration = { path: 'migrations/9999_good.sql', text };
		expect(conventions.flatMap(({ broken }) => broken(migration))).toEqual([]);
	});
});
