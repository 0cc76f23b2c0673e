import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { BookingId, PersonId, RoundId } from '#platform/ids.ts';
import type { RoundKind } from '#modules/cycle/round.ts';

/** Talks of a round that were held, at the table or as their teacher said. */
export async function findHeld(db: Db, ctx: Ctx, round: RoundId): Promise<Set<BookingId>> {
	const { rows } = await sql<{ id: BookingId }>`
		select b.id from cycle.booking b
		  join conversations.conversation c on c.school_id = b.school_id and c.id = b.conversation_id
		 where b.school_id = ${ctx.school} and b.round_id = ${round} and b.state = 'booked'
		   and (b.attended or c.state in ('held', 'recorded', 'closed'))`.execute(db);
	return new Set(rows.map(({ id }) => id));
}

/** Children whose family school spoke with, and what they said of a talk. */
export async function findSpoken(db: Db, ctx: Ctx, round: RoundId) {
	const { rows } = await sql<{ pupil: PersonId; noneNeeded: boolean }>`
		select n.pupil_id as pupil, bool_or(n.outcome = 'none-needed') as "noneNeeded" from cycle.nudge n
		 where n.school_id = ${ctx.school} and n.round_id = ${round}
		   and n.outcome in ('spoken', 'will-choose', 'none-needed') group by n.pupil_id`.execute(db);
	return new Map(rows.map(({ pupil, noneNeeded }) => [pupil, noneNeeded]));
}

export async function findTarget(db: Db, ctx: Ctx, kind: RoundKind): Promise<number | null> {
	const { rows } = await sql<{ percent: number }>`
		select t.percent from cycle.target t where t.school_id = ${ctx.school} and t.kind = ${kind}`.execute(db);
	return rows[0]?.percent ?? null;
}

export async function setTarget(db: Db, ctx: Ctx, kind: RoundKind, percent: number) {
	await sql`
		insert into cycle.target (school_id, kind, percent, set_by, set_at)
		values (${ctx.school}, ${kind}, ${percent}, ${ctx.person.id}, ${ctx.now})
		    on conflict (school_id, kind) do update
		   set percent = excluded.percent, set_by = excluded.set_by, set_at = excluded.set_at`.execute(db);
}
