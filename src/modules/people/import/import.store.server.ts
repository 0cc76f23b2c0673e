import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import { isEmbedded, type Db } from '#platform/db.server.ts';
import type { SchoolId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Tables } from '#modules/people/people.store.server.ts';
import { settled, type SchoolRows } from './present.ts';

type School = Pick<Ctx, 'school'>;

/** Everything of the school that an import may touch; spans that are still open on `from`. */
export async function findRows(db: Db, { school }: School, from: Day): Promise<SchoolRows> {
	const tables = db.withTables<Tables>();
	const open = <T extends { ends_on: Day | null }>(rows: T[]) =>
		rows.filter(({ ends_on }) => !ends_on || ends_on > from);
	return {
		years: await tables
			.selectFrom('people.school_year')
			.where('school_id', '=', school)
			.select(['id', 'name', 'starts_on', 'ends_on'])
			.execute(),
		groups: await tables
			.selectFrom('people.pupil_group')
			.where('school_id', '=', school)
			.select(['id', 'school_year_id', 'key', 'name', 'year_group', 'ended_on'])
			.orderBy('id')
			.execute(),
		persons: await tables
			.selectFrom('people.person')
			.where('school_id', '=', school)
			.select(['id', 'role', 'key', 'initials', 'given_name', 'prefix', 'surname', 'called', 'email', 'mobile'])
			.select(['language', 'interpreter', 'home_language', 'ended_on'])
			.orderBy('id')
			.execute(),
		pupils: (
			await tables
				.selectFrom('people.pupil')
				.where('school_id', '=', school)
				.select(['id', 'birth_date', 'say', 'year_group', 'next_year_group', 'next_year_from'])
				.execute()
		).map((pupil) => settled(pupil, from)),
		staff: await tables
			.selectFrom('people.staff')
			.where('school_id', '=', school)
			.select(['id', 'tasks', 'roles', 'proposed_tasks'])
			.execute(),
		enrolments: open(
			await tables
				.selectFrom('people.enrolment')
				.where('school_id', '=', school)
				.select(['id', 'pupil_id', 'group_id', 'starts_on', 'ends_on'])
				.orderBy('id')
				.execute()
		),
		teachings: open(
			await tables
				.selectFrom('people.teaching')
				.where('school_id', '=', school)
				.select(['id', 'staff_id', 'group_id', 'starts_on', 'ends_on'])
				.orderBy('id')
				.execute()
		),
		ties: open(
			await tables
				.selectFrom('people.tie')
				.where('school_id', '=', school)
				.select(['id', 'pupil_id', 'person_id', 'starts_on', 'ends_on'])
				.orderBy('id')
				.execute()
		),
		households: [],
		guardianships: open(
			await tables
				.selectFrom('people.guardianship')
				.where('school_id', '=', school)
				.select(['id', 'pupil_id', 'guardian_id', 'household_id', 'position', 'relation', 'authority', 'informed'])
				.select(['home_label', 'authority_checked_on', 'authority_checked_by', 'invited_by', 'home_decided_on'])
				.select(['starts_on', 'ends_on'])
				.orderBy('id')
				.execute()
		)
	};
}

/** Parents before children; a table's ends stand before its beginnings in the rows themselves. */
export const inOrder = [
	['years', 'people.school_year'],
	['groups', 'people.pupil_group'],
	['persons', 'people.person'],
	['pupils', 'people.pupil'],
	['staff', 'people.staff'],
	['enrolments', 'people.enrolment'],
	['teachings', 'people.teaching'],
	['ties', 'people.tie'],
	['households', 'people.household'],
	['guardianships', 'people.guardianship']
] as const satisfies readonly [keyof SchoolRows, keyof Tables][];

const rowsPerStatement = 500;

/** Write whole rows, new and changed alike. `tell` hears how many are written so far. */
export async function saveRows(db: Db, ctx: School, rows: SchoolRows, tell: (written: number) => void) {
	let written = 0;
	for (const [name, table] of inOrder) {
		// The checks of foreign keys were planned when what they look in held a handful; that it grew, nobody tells them.
		if (rows[name].length > rowsPerStatement) await sql`discard plans`.execute(db);
		for (const some of pieces<object>(rows[name])) {
			await saveSome(db, ctx, table, some as Record<string, unknown>[]);
			written += some.length;
			tell(written);
			// The embedded database answers without ever letting go; somebody may be asking how far it is.
			if (isEmbedded()) await setTimeout(3);
		}
	}
}

export function countRows(rows: SchoolRows) {
	return Object.values(rows).reduce((sum, some) => sum + some.length, 0);
}

async function saveSome(db: Db, { school }: School, table: string, rows: Record<string, unknown>[]) {
	const columns = ['school_id', ...Object.keys(rows[0]!)];
	const values = JSON.stringify(rows.map((row) => ({ school_id: school, ...row })));
	const changes = columns.filter((name) => name !== 'school_id' && name !== 'id');
	const onConflict = changes.length
		? sql`do update set ${sql.join(changes.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`
		: sql`do nothing`;
	await sql`
		insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
		select ${sql.join(columns.map((name) => sql`r.${sql.ref(name)}`))}
		  from jsonb_populate_recordset(null::${sql.table(table)}, ${values}::jsonb) r
		on conflict (school_id, id) ${onConflict}`.execute(db);
}

export function pieces<T>(rows: readonly T[]): T[][] {
	return Array.from({ length: Math.ceil(rows.length / rowsPerStatement) }, (_, at) =>
		rows.slice(at * rowsPerStatement, (at + 1) * rowsPerStatement)
	);
}

export async function findBrin(db: Db, { school }: School) {
	const found = await db
		.withTables<Tables>()
		.selectFrom('people.school')
		.where('school_id', '=', school)
		.select('brin')
		.executeTakeFirst();
	return found?.brin;
}

/** One import at a time for a school: a second one waits and then sees what the first did. */
export async function lockSchool(db: Db, { school }: School) {
	await db
		.withTables<Tables>()
		.selectFrom('people.school')
		.where('school_id', '=', school)
		.select('school_id')
		.forUpdate()
		.execute();
}

export async function addSchool(
	db: Db,
	school: { school_id: SchoolId; name: string; brin: string; kind: 'po' | 'sbo' | 'so' | 'vo' }
) {
	await db.withTables<Tables>().insertInto('people.school').values(school).execute();
}
