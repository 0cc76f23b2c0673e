import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';

export async function forgetPupil(db: Db, ctx: Ctx, pupil: PersonId): Promise<PersonId[]> {
	const { rows } = await sql<{ gone: PersonId[] | null }>`
		select people.forget_pupil(${ctx.school}::uuid, ${pupil}::uuid) as gone`.execute(db);
	return rows[0]?.gone ?? [];
}

export async function forgetPages(db: Db, ctx: Ctx, pupil: PersonId): Promise<string[]> {
	const { rows } = await sql<{ gone: string[] | null }>`
		select people.forget_pages(${ctx.school}::uuid, ${pupil}::uuid) as gone`.execute(db);
	return rows[0]?.gone ?? [];
}

export async function forgetStaff(db: Db, ctx: Ctx, before: Day): Promise<PersonId[]> {
	const { rows } = await sql<{ gone: PersonId[] | null }>`
		select people.forget_staff(${ctx.school}::uuid, ${before}::date) as gone`.execute(db);
	const gone = rows[0]?.gone ?? [];
	// What they told about themself with their own voice.
	await sql`select platform.forget_files(${ctx.school}::uuid, ${gone}::uuid[])`.execute(db);
	return gone;
}

export async function countStaff(db: Db, ctx: Ctx, before: Day): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*)::int as count from people.person p
		 where p.school_id = ${ctx.school} and p.role <> 'guardian' and p.role <> 'pupil' and p.ended_on < ${before}`.execute(
		db
	);
	return rows[0]?.count ?? 0;
}

export async function countUploads(db: Db, ctx: Ctx, before: Date): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*)::int as count from people.import i where i.school_id = ${ctx.school} and i.at < ${before}`.execute(db);
	return rows[0]?.count ?? 0;
}

export async function forgetUploads(db: Db, ctx: Ctx, before: Date): Promise<number> {
	const { rows } = await sql<{ removed: number }>`
		select people.forget_uploads(${ctx.school}::uuid, ${before}::timestamptz) as removed`.execute(db);
	return rows[0]?.removed ?? 0;
}
