import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { FileId, PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import type { Introduction } from './introduction.ts';

export async function find(db: Db, ctx: Ctx, person: PersonId): Promise<Introduction | undefined> {
	const { rows } = await sql<Introduction>`
		select s.introduction as text, s.introduced_on as "introducedOn", s.introduction_file as spoken
		  from people.staff s
		 where s.school_id = ${ctx.school} and s.id = ${person} and s.introduction <> ''`.execute(db);
	return rows[0];
}

/** My own row, so that two devices of mine that tell at once come after each other. */
export async function hold(db: Db, ctx: Ctx) {
	await sql`
		select 1 from people.staff where school_id = ${ctx.school} and id = ${ctx.person.id} for no key update`.execute(db);
}

export async function save(db: Db, ctx: Ctx, text: string) {
	await sql`
		update people.staff set introduction = ${text}, introduced_on = ${dayOf(ctx.now)}
		 where school_id = ${ctx.school} and id = ${ctx.person.id}`.execute(db);
}

export async function saveSpoken(db: Db, ctx: Ctx, file: FileId | null) {
	await sql`
		update people.staff set introduction_file = ${file}
		 where school_id = ${ctx.school} and id = ${ctx.person.id}`.execute(db);
}
