import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { JoinerTalk } from './joiner.ts';

export type JoinerRow = { pupil: PersonId; joinedOn: Day };

/** Pupils who came after this day and before or on the other; those with whom school began here came along, they did not join. */
export async function findJoined(db: Db, ctx: Ctx, after: Day, until: Day): Promise<JoinerRow[]> {
	const { rows } = await sql<JoinerRow>`
		select e.pupil_id as pupil, min(e.starts_on) as "joinedOn"
		  from people.enrolment e
		 where e.school_id = ${ctx.school}
		 group by e.pupil_id
		having min(e.starts_on) > ${after} and min(e.starts_on) <= ${until}
		   and min(e.starts_on) > (select min(f.starts_on) from people.enrolment f where f.school_id = ${ctx.school})
		 order by 2 desc, 1`.execute(db);
	return rows;
}

/** Their intakes and talks about progress, those that were cancelled left out. */
export async function findTalks(
	db: Db,
	ctx: Ctx,
	pupils: readonly PersonId[]
): Promise<(JoinerTalk & { pupil: PersonId })[]> {
	const { rows } = await sql<JoinerTalk & { pupil: PersonId }>`
		select c.pupil_id as pupil, c.kind, c.starts_at as "startsAt", c.held_at as "heldAt"
		  from conversations.conversation c
		 where c.school_id = ${ctx.school} and c.pupil_id = any(${pupils}::uuid[])
		   and c.kind in ('intake', 'progress') and c.state <> 'cancelled'`.execute(db);
	return rows;
}
