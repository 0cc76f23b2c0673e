import { sql } from 'kysely';
import { keptSpans } from '#modules/cycle/kept.store.server.ts';
import type { Slot } from '#modules/cycle/offer.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import type { Board } from './board.ts';
import { midway } from './board.ts';
import type { Standing } from './situation.ts';

const columns = sql`
	b.round_id as round, b.version, b.at_step as step,
	json_build_object('wishes', b.wishes, 'waiting', b.waiting, 'staffDay', b.staff_day) as sliders`;

/** The board of a round; of one that nobody touched, an empty one. */
export async function find(db: Db, ctx: Ctx, round: RoundId): Promise<Board> {
	const { rows } = await sql<Board>`
		select ${columns} from cycle.board b where b.school_id = ${ctx.school} and b.round_id = ${round}`.execute(db);
	return rows[0] ?? { round, version: 0, step: 0, sliders: midway };
}

/** The board, held against others who would change it at the same moment. */
export async function findToChange(db: Db, ctx: Ctx, round: RoundId): Promise<Board> {
	await sql`
		insert into cycle.board (school_id, round_id, version, at_step, wishes, waiting, staff_day)
		values (${ctx.school}, ${round}, 0, 0, ${midway.wishes}, ${midway.waiting}, ${midway.staffDay})
		    on conflict (school_id, round_id) do nothing`.execute(db);
	const { rows } = await sql<Board>`
		select ${columns} from cycle.board b where b.school_id = ${ctx.school} and b.round_id = ${round}
		   for no key update of b`.execute(db);
	return rows[0]!;
}

export async function save(db: Db, ctx: Ctx, { round, version, step, sliders }: Board) {
	await sql`
		update cycle.board set version = ${version}, at_step = ${step}, wishes = ${sliders.wishes},
		       waiting = ${sliders.waiting}, staff_day = ${sliders.staffDay}
		 where school_id = ${ctx.school} and round_id = ${round}`.execute(db);
}

/** What stands on it, soonest first. */
export async function findStanding(db: Db, ctx: Ctx, round: RoundId): Promise<Standing[]> {
	const { rows } = await sql<Standing>`
		select t.talk, t.teacher_id as teacher, t.starts_at as "startsAt", t.locked
		  from cycle.board_talk t
		 where t.school_id = ${ctx.school} and t.round_id = ${round}
		 order by t.starts_at, t.talk`.execute(db);
	return rows;
}

/** When these people sit at a table outside this round, cannot be there or have a time kept; and when the rooms are taken. */
export async function findElsewhere(
	db: Db,
	ctx: Ctx,
	round: RoundId,
	people: readonly PersonId[],
	from: Date,
	to: Date
): Promise<(Slot & { occupant: PersonId })[]> {
	const { rows } = await sql<Slot & { occupant: PersonId }>`
		select p.person_id as occupant, lower(p.during) as "startsAt", upper(p.during) as "endsAt"
		  from conversations.participant p
		 where p.school_id = ${ctx.school} and p.person_id = any(${people}::uuid[]) and p.during && tstzrange(${from}, ${to})
		   and not exists (select from cycle.booking b
		                    where b.school_id = p.school_id and b.conversation_id = p.conversation_id
		                      and b.round_id = ${round} and b.state = 'booked')
		union all
		select b.location_id, b.starts_at, b.ends_at
		  from cycle.booking b
		 where b.school_id = ${ctx.school} and b.state = 'booked' and b.location_id is not null and b.round_id <> ${round}
		   and b.starts_at < ${to} and b.ends_at > ${from}
		union all
		${keptSpans(ctx, people, from, to)}`.execute(db);
	return rows;
}

/** A draft has had its day once its talks are agreed: nothing is kept of how it came about. */
export async function clear(db: Db, ctx: Ctx, round: RoundId) {
	await sql`delete from cycle.board_concession where school_id = ${ctx.school} and round_id = ${round}`.execute(db);
	await sql`delete from cycle.board_change where school_id = ${ctx.school} and round_id = ${round}`.execute(db);
	await sql`delete from cycle.board_step where school_id = ${ctx.school} and round_id = ${round}`.execute(db);
	await sql`delete from cycle.board_talk where school_id = ${ctx.school} and round_id = ${round}`.execute(db);
}
