import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';

/** By the database's own function: the application cannot take single words away from what is only added to. */
export async function forgetPupil(db: Db, ctx: Ctx, pupil: PersonId): Promise<string[]> {
	const notes = await sql<{ gone: string[] }>`
		select conversations.forget_development(${ctx.school}::uuid, ${pupil}::uuid) as gone`.execute(db);
	const beside = await sql<{ gone: string[] }>`
		select conversations.forget_preparations(${ctx.school}::uuid, ${pupil}::uuid) as gone`.execute(db);
	const around = await sql<{ gone: string[] }>`
		select conversations.forget_around(${ctx.school}::uuid, ${pupil}::uuid) as gone`.execute(db);
	const retold = await sql<{ gone: string[] }>`
		select conversations.forget_retellings(${ctx.school}::uuid, ${pupil}::uuid) as gone`.execute(db);
	const sheets = await sql<{ gone: string[] }>`
		select conversations.forget_sheets(${ctx.school}::uuid, ${pupil}::uuid) as gone`.execute(db);
	const { rows } = await sql<{ gone: string[] | null }>`
		select conversations.forget_pupil(${ctx.school}::uuid, ${pupil}::uuid) as gone`.execute(db);
	const all = [...notes.rows, ...beside.rows, ...around.rows, ...retold.rows, ...sheets.rows, ...rows];
	return all.flatMap(({ gone }) => gone ?? []);
}
