import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { idColumns, type MembershipRow } from '#platform/put-back.server.ts';
import type { Tables } from '#modules/people/people.store.server.ts';
import type { ImportId } from './import.ts';
import { inOrder } from './import.store.server.ts';
import type { SchoolRows } from './present.ts';

/** Rows as they are before an import writes them, in the words of the database itself: columns that others add go along. */
export async function keepRows(db: Db, ctx: Ctx, id: ImportId, rows: SchoolRows) {
	for (const [kind, table] of inOrder) {
		const ids = rows[kind].map((row) => row.id);
		if (!ids.length) continue;
		await sql`
			insert into people.import_change (school_id, import_id, kind, row_id, was)
			select t.school_id, ${id}, ${kind}, t.id, to_jsonb(t)
			  from ${sql.table(table)} t
			 where t.school_id = ${ctx.school} and t.id = any(${ids}::uuid[])
			on conflict (school_id, import_id, kind, row_id) do nothing`.execute(db);
	}
}

/** How the import left them: a row that is different later was changed by somebody else. */
export async function markRows(db: Db, ctx: Ctx, id: ImportId, rows: SchoolRows, tell: () => void) {
	for (const [kind, table] of inOrder) {
		const ids = rows[kind].map((row) => row.id);
		if (!ids.length) continue;
		await sql`
			insert into people.import_change (school_id, import_id, kind, row_id, mark)
			select t.school_id, ${id}, ${kind}, t.id, md5(t::text)
			  from ${sql.table(table)} t
			 where t.school_id = ${ctx.school} and t.id = any(${ids}::uuid[])
			on conflict (school_id, import_id, kind, row_id) do update set mark = excluded.mark`.execute(db);
		tell();
	}
}

type Kept = { row_id: string; was: MembershipRow | null; mark: string | null };

/** By which account somebody enters and whether by an invitation; since when makes no difference. */
export function membershipMark(row: MembershipRow | undefined) {
	return row ? `${row.account_id} ${row.joined_at ?? ''}` : null;
}

/** What is kept of sign-ins (`membership`) and of accounts that the import made (`account`). */
export async function findKept(db: Db, ctx: Ctx, id: ImportId, kind: 'membership' | 'account'): Promise<Kept[]> {
	const found = await db
		.withTables<Tables>()
		.selectFrom('people.import_change')
		.where('school_id', '=', ctx.school)
		.where('import_id', '=', id)
		.where('kind', '=', kind)
		.select(['row_id', 'was', 'mark'])
		.execute();
	return found.map((one) => ({ ...one, was: one.was as MembershipRow | null }));
}

export async function keepSignIns(
	db: Db,
	ctx: Ctx,
	id: ImportId,
	kind: 'membership' | 'account',
	kept: readonly Kept[]
) {
	if (!kept.length) return;
	const { rows, was, mark } = {
		rows: kept.map(({ row_id }) => row_id),
		was: kept.map((one) => one.was && JSON.stringify(one.was)),
		mark: kept.map((one) => one.mark)
	};
	await sql`
		insert into people.import_change (school_id, import_id, kind, row_id, was, mark)
		select ${ctx.school}::uuid, ${id}::uuid, ${kind}, k.row_id, k.was::jsonb, k.mark
		  from unnest(${rows}::uuid[], ${was}::text[], ${mark}::text[]) as k(row_id, was, mark)
		on conflict (school_id, import_id, kind, row_id) do nothing`.execute(db);
}

/** The import that was the last to change something, if what it changed is still kept. */
export async function findLast(db: Db, ctx: Ctx): Promise<{ id: ImportId; at: Date } | undefined> {
	const { rows } = await sql<{ id: ImportId; at: Date }>`
		select i.id, i.at from people.import i
		 where i.school_id = ${ctx.school} and i.state = 'done'
		   and exists (select from people.import_change c where c.school_id = i.school_id and c.import_id = i.id)
		 order by i.at desc, i.id desc limit 1`.execute(db);
	return rows[0];
}

/** Rows that are no longer as the import left them. */
export async function findChanged(db: Db, ctx: Ctx, id: ImportId): Promise<{ kind: string; row_id: string }[]> {
	const changed: { kind: string; row_id: string }[] = [];
	for (const [kind, table] of inOrder) {
		const { rows } = await sql<{ row_id: string }>`
			select c.row_id from people.import_change c
			  left join ${sql.table(table)} t on t.school_id = c.school_id and t.id = c.row_id
			 where c.school_id = ${ctx.school} and c.import_id = ${id} and c.kind = ${kind}
			   and (t.id is null or c.mark is distinct from md5(t::text)) limit 20`.execute(db);
		changed.push(...rows.map(({ row_id }) => ({ kind, row_id })));
	}
	return changed;
}

/**
 * Whom or what the import added that something else points at by now. Asks every table with school data for every id in
 * it, so that a table of a room that is still to be built is asked too.
 */
export async function findDependents(db: Db, ctx: Ctx, id: ImportId): Promise<string[]> {
	const own: readonly string[] = ['people.import', 'people.import_change', ...inOrder.map(([, table]) => table)];
	const pointing = await idColumns(db);
	const found = new Set<string>();
	for (const { name, columns } of pointing.filter((table) => !own.includes(table.name))) {
		const ids = sql.join(columns.map((column) => sql`t.${sql.ref(column)}`));
		const { rows } = await sql<{ row_id: string }>`
			select distinct c.row_id from people.import_change c
			  join ${sql.table(name)} t on t.school_id = c.school_id and c.row_id in (${ids})
			 where c.school_id = ${ctx.school} and c.import_id = ${id} and c.was is null
			   and c.kind not in ('membership', 'account') limit 20`.execute(db);
		rows.forEach(({ row_id }) => found.add(row_id));
	}
	return [...found];
}

/** Everything as it was: what was added goes, children before parents; what was changed is put back, parents first. */
export async function putBack(db: Db, ctx: Ctx, id: ImportId) {
	for (const [kind, table] of inOrder.toReversed()) {
		await sql`
			delete from ${sql.table(table)} t using people.import_change c
			 where t.school_id = ${ctx.school} and c.school_id = t.school_id and c.import_id = ${id} and c.kind = ${kind}
			   and c.was is null and t.id = c.row_id`.execute(db);
	}
	for (const [kind, table] of inOrder) {
		const { rows } = await sql<{ name: string }>`
			select attname::text as name from pg_attribute
			 where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(db);
		const names = rows.map(({ name }) => name);
		const others = names.filter((name) => name !== 'school_id' && name !== 'id');
		if (!others.length) continue;
		await sql`
			insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
			select ${sql.join(names.map((name) => sql`r.${sql.ref(name)}`))}
			  from people.import_change c cross join lateral jsonb_populate_record(null::${sql.table(table)}, c.was) r
			 where c.school_id = ${ctx.school} and c.import_id = ${id} and c.kind = ${kind} and c.was is not null
			on conflict (school_id, id)
			do update set ${sql.join(others.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`.execute(db);
	}
}

export async function forgetChange(db: Db, ctx: Ctx, id: ImportId) {
	await db
		.withTables<Tables>()
		.deleteFrom('people.import_change')
		.where('school_id', '=', ctx.school)
		.where('import_id', '=', id)
		.execute();
}

/** Rows as they were hold what families have since asked to be changed: they are kept no longer than there is a use. */
export async function forgetChanges(db: Db, ctx: Ctx, before: Date) {
	await sql`
		delete from people.import_change c using people.import i
		 where c.school_id = ${ctx.school} and i.school_id = c.school_id and i.id = c.import_id and i.at < ${before}`.execute(
		db
	);
}

export async function findAdded(db: Db, ctx: Ctx, id: ImportId): Promise<PersonId[]> {
	const found = await db
		.withTables<Tables>()
		.selectFrom('people.import_change')
		.where('school_id', '=', ctx.school)
		.where('import_id', '=', id)
		.where('kind', '=', 'persons')
		.where('was', 'is', null)
		.select('row_id')
		.execute();
	return found.map(({ row_id }) => row_id as PersonId);
}

/** Names to say what depends on it: of persons, of the child of a tie, of groups. */
export async function findNames(db: Db, ctx: Ctx, ids: readonly string[]): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`
		select distinct concat_ws(' ', nullif(p.given_name, ''), p.prefix, p.surname) as name
		  from people.person p
		  left join people.guardianship g on g.school_id = p.school_id and g.guardian_id = p.id
		  left join people.enrolment e on e.school_id = p.school_id and e.pupil_id = p.id
		 where p.school_id = ${ctx.school}
		   and (p.id = any(${ids}::uuid[]) or g.id = any(${ids}::uuid[]) or e.id = any(${ids}::uuid[]))
		union
		select name from people.pupil_group where school_id = ${ctx.school} and id = any(${ids}::uuid[])
		limit 4`.execute(db);
	return rows.map(({ name }) => name);
}
