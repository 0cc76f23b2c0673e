import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import type { Note, NoteId } from './note.ts';

type Tables = {
	'conversations.note': {
		school_id: SchoolId;
		id: NoteId;
		pupil_id: PersonId;
		person_id: PersonId;
		text: string;
		version: number;
		kept_at: Date;
		used_at: Date | null;
	};
};

/** Of who asks, and of nobody else. */
export function findMine(db: Db, ctx: Ctx, pupil: PersonId): Promise<Note[]> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.note')
		.where('school_id', '=', ctx.school)
		.where('person_id', '=', ctx.person.id)
		.where('pupil_id', '=', pupil)
		.orderBy('id')
		.select(['id', 'pupil_id as pupil', 'text', 'kept_at as keptAt', 'used_at as usedAt'])
		.execute();
}

export async function add(db: Db, ctx: Ctx, pupil: PersonId, text: string): Promise<NoteId> {
	const id = newId<NoteId>();
	await db
		.withTables<Tables>()
		.insertInto('conversations.note')
		.values({
			...{ school_id: ctx.school, id, pupil_id: pupil, person_id: ctx.person.id },
			...{ text, version: 1, kept_at: ctx.now, used_at: null }
		})
		.execute();
	return id;
}

export async function markUsed(db: Db, ctx: Ctx, pupil: PersonId, ids: readonly NoteId[]) {
	await db
		.withTables<Tables>()
		.updateTable('conversations.note')
		.set({ used_at: ctx.now })
		.where('school_id', '=', ctx.school)
		.where('person_id', '=', ctx.person.id)
		.where('pupil_id', '=', pupil)
		.where('id', 'in', ids)
		.where('used_at', 'is', null)
		.execute();
}

/** False: who asks has no such note. */
export async function remove(db: Db, ctx: Ctx, pupil: PersonId, id: NoteId): Promise<boolean> {
	const removed = await db
		.withTables<Tables>()
		.deleteFrom('conversations.note')
		.where('school_id', '=', ctx.school)
		.where('person_id', '=', ctx.person.id)
		.where('pupil_id', '=', pupil)
		.where('id', '=', id)
		.returning('id')
		.executeTakeFirst();
	return removed !== undefined;
}

/** Of who is of school or came at its invitation: how many were used, or else written, before this. */
export async function countOfSchool(db: Db, ctx: Ctx, before: Date): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*)::int as count from conversations.note n
		  join people.person p on p.school_id = n.school_id and p.id = n.person_id
		 where n.school_id = ${ctx.school} and p.role not in ('guardian', 'pupil')
		   and coalesce(n.used_at, n.kept_at) < ${before}`.execute(db);
	return rows[0]?.count ?? 0;
}

export async function forgetOfSchool(db: Db, ctx: Ctx, before: Date, most: number): Promise<number> {
	const { rows } = await sql<{ id: NoteId }>`
		delete from conversations.note
		 where school_id = ${ctx.school} and id in (
		   select n.id from conversations.note n
		     join people.person p on p.school_id = n.school_id and p.id = n.person_id
		    where n.school_id = ${ctx.school} and p.role not in ('guardian', 'pupil')
		      and coalesce(n.used_at, n.kept_at) < ${before}
		    order by n.id limit ${most})
		returning id`.execute(db);
	return rows.length;
}
