import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import type { Authority } from './circle.ts';
import type { CheckId, CheckState, FileCheck, Item } from './file-check.ts';
import type { Relation } from './guardian.ts';
import type { ImportId } from '#modules/people/import/import.ts';
import type { Tables as People } from './people.store.server.ts';

type Tables = {
	'people.file_check': {
		school_id: SchoolId;
		id: CheckId;
		pupil_id: PersonId;
		person_id: PersonId;
		item: Item;
		held: string;
		state: CheckState;
		words: string;
		reason: string;
		checked_at: Date;
		answered_by: PersonId | null;
		answered_at: Date | null;
		followed_in: ImportId | null;
	};
};

const columns = [
	...(['id', 'item', 'held', 'state', 'words', 'reason'] as const),
	'pupil_id as pupil',
	'person_id as person',
	'checked_at as checkedAt',
	'answered_at as answeredAt'
] as const;

export type Held = {
	pupil: PersonId;
	check_after: Day | null;
	given_name: string;
	prefix: string | null;
	surname: string;
	birth_date: Day | null;
	group_name: string | null;
	home_language: string | null;
	own_given_name: string;
	own_prefix: string | null;
	own_surname: string;
	email: string | null;
	mobile: string | null;
	relation: Relation;
	authority: Authority;
};

/** What is held today of these children and of the guardian who asks. */
export async function findHeld(db: Db, ctx: Ctx, pupils: readonly PersonId[]): Promise<Held[]> {
	const today = dayOf(ctx.now);
	const { rows } = await sql<Held>`
		select g.pupil_id as pupil, g.check_after, p.given_name, p.prefix, p.surname, c.birth_date, r.name as group_name, p.home_language,
		       q.given_name as own_given_name, q.prefix as own_prefix, q.surname as own_surname, q.email, q.mobile,
		       g.relation, g.authority
		  from people.guardianship g
		  join people.person p on p.school_id = g.school_id and p.id = g.pupil_id
		  join people.pupil c on c.school_id = g.school_id and c.id = g.pupil_id
		  join people.person q on q.school_id = g.school_id and q.id = g.guardian_id
		  left join people.enrolment e on e.school_id = g.school_id and e.pupil_id = g.pupil_id
		       and e.starts_on <= ${today} and (e.ends_on is null or e.ends_on > ${today})
		  left join people.pupil_group r on r.school_id = e.school_id and r.id = e.group_id
		 where g.school_id = ${ctx.school} and g.pupil_id = any(${pupils}::uuid[]) and g.guardian_id = ${ctx.person.id}
		   and g.starts_on <= ${today} and (g.ends_on is null or g.ends_on > ${today})`.execute(db);
	return rows;
}

/** What this guardian checked of these children. */
export function findOwn(db: Db, ctx: Ctx, pupils: readonly PersonId[]): Promise<FileCheck[]> {
	return all(db, ctx).where('pupil_id', 'in', pupils).where('person_id', '=', ctx.person.id).execute();
}

export function findOpen(db: Db, ctx: Ctx): Promise<FileCheck[]> {
	return all(db, ctx).where('state', '=', 'asked').orderBy('checked_at').execute();
}

/** What was agreed to be wrong, and since when: the last word on each item, until somebody said a file is right after all. */
export async function findCorrected(db: Db, ctx: Ctx): Promise<FileCheck[]> {
	const corrected = all(db, ctx).where('state', '=', 'corrected').where('followed_in', 'is', null);
	return corrected.orderBy('answered_at').execute();
}

/** Who read this file in said that it is right; from now on nothing is held against it. */
export async function followIn(db: Db, ctx: Ctx, checks: readonly CheckId[], by: ImportId) {
	if (!checks.length) return;
	await db
		.withTables<Tables>()
		.updateTable('people.file_check')
		.set({ followed_in: by })
		.where('school_id', '=', ctx.school)
		.where('id', 'in', checks)
		.execute();
}

/** That file was undone, and with it what was said of it. */
export async function unfollowIn(db: Db, ctx: Ctx, by: ImportId) {
	await db
		.withTables<Tables>()
		.updateTable('people.file_check')
		.set({ followed_in: null })
		.where('school_id', '=', ctx.school)
		.where('followed_in', '=', by)
		.execute();
}

export function findToChange(db: Db, ctx: Ctx, id: CheckId): Promise<FileCheck | undefined> {
	return all(db, ctx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

function all(db: Db, ctx: Ctx) {
	return db.withTables<Tables>().selectFrom('people.file_check').where('school_id', '=', ctx.school).select(columns);
}

export async function add(
	db: Db,
	ctx: Ctx,
	{ pupil, item, held, state, words }: Pick<FileCheck, 'pupil' | 'item' | 'held' | 'state' | 'words'>
): Promise<CheckId> {
	const id = newId<CheckId>();
	const by = { school_id: ctx.school, id, pupil_id: pupil, person_id: ctx.person.id };
	const open = { reason: '', checked_at: ctx.now, answered_by: null, answered_at: null, followed_in: null };
	await db
		.withTables<Tables>()
		.insertInto('people.file_check')
		.values({ ...by, item, held, state, words, ...open })
		.execute();
	return id;
}

/** This guardian is not asked again before that day, about these children. */
export async function saveAfter(db: Db, ctx: Ctx, pupils: readonly PersonId[], after: Day) {
	await db
		.withTables<People>()
		.updateTable('people.guardianship')
		.set({ check_after: after })
		.where('school_id', '=', ctx.school)
		.where('guardian_id', '=', ctx.person.id)
		.where('pupil_id', 'in', pupils)
		.execute();
}

export async function save(db: Db, ctx: Ctx, { id, state, reason }: FileCheck) {
	await db
		.withTables<Tables>()
		.updateTable('people.file_check')
		.set({ state, reason, answered_by: ctx.person.id, answered_at: ctx.now })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}
