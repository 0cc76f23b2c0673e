import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import type { Participant } from './participant.ts';

/** What is settled for these children, or for all of whom something is. */
export async function findSettled(
	db: Db,
	ctx: Ctx,
	round: RoundId,
	pupils?: readonly PersonId[]
): Promise<Map<PersonId, Participant>> {
	const { rows } = await sql<Participant>`
		select p.pupil_id as pupil, p.because, p.priority, p.minutes, p.invited_first as first, p.third_id as third
		  from cycle.participant p
		 where p.school_id = ${ctx.school} and p.round_id = ${round}
		   ${pupils ? sql`and p.pupil_id = any(${pupils}::uuid[])` : sql``}`.execute(db);
	return new Map(rows.map((row) => [row.pupil, row]));
}

/** Settles it for these children; what was settled before is written over. */
export async function settle(db: Db, ctx: Ctx, round: RoundId, participants: readonly Participant[]) {
	await sql`
		insert into cycle.participant (school_id, round_id, pupil_id, because, priority, minutes, invited_first, third_id)
		select ${ctx.school}::uuid, ${round}::uuid, p.pupil, p.because, p.priority, p.minutes, p.first, p.third
		  from jsonb_to_recordset(${JSON.stringify(participants)}::jsonb)
		       as p(pupil uuid, because text, priority text, minutes integer, first boolean, third uuid)
		    on conflict (school_id, round_id, pupil_id) do update
		   set because = excluded.because, priority = excluded.priority, minutes = excluded.minutes,
		       invited_first = excluded.invited_first, third_id = excluded.third_id`.execute(db);
}

/** Nothing is settled for these children any more. */
export async function unsettle(db: Db, ctx: Ctx, round: RoundId, pupils: readonly PersonId[]) {
	await sql`
		delete from cycle.participant
		 where school_id = ${ctx.school} and round_id = ${round} and pupil_id = any(${pupils}::uuid[])`.execute(db);
}
