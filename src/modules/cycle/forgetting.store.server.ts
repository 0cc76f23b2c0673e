import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';

/** By the database's own function: the application cannot take single words away from what is only added to. */
export async function forgetPupil(db: Db, ctx: Ctx, pupil: PersonId): Promise<string[]> {
	await sql`select cycle.forget_wish(${ctx.school}::uuid, ${pupil}::uuid)`.execute(db);
	await sql`select cycle.forget_board(${ctx.school}::uuid, ${pupil}::uuid)`.execute(db);
	await sql`select cycle.forget_participant(${ctx.school}::uuid, ${pupil}::uuid)`.execute(db);
	await sql`select cycle.forget_asks(${ctx.school}::uuid, ${pupil}::uuid)`.execute(db);
	await sql`select cycle.forget_arrangements(${ctx.school}::uuid, ${pupil}::uuid)`.execute(db);
	await sql`select cycle.forget_nudge(${ctx.school}::uuid, ${pupil}::uuid)`.execute(db);
	await sql`select cycle.forget_proposal(${ctx.school}::uuid, ${pupil}::uuid)`.execute(db);
	const { rows } = await sql<{ gone: string[] | null }>`
		select cycle.forget_pupil(${ctx.school}::uuid, ${pupil}::uuid) as gone`.execute(db);
	return rows[0]?.gone ?? [];
}
