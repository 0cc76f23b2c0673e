import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';

/** Of these children those for whom a talk was asked that has no moment yet. A home visit is no talk of a round. */
export async function findAsking(db: Db, ctx: Ctx, pupils: readonly PersonId[]): Promise<PersonId[]> {
	if (!pupils.length) return [];
	const { rows } = await sql<{ pupil: PersonId }>`
		select distinct c.pupil_id as pupil
		  from conversations.conversation c
		 where c.school_id = ${ctx.school} and c.pupil_id = any(${pupils}::uuid[])
		   and c.state = 'requested' and c.kind <> 'home-visit'`.execute(db);
	return rows.map(({ pupil }) => pupil);
}
