import { sql } from 'kysely';
import type { RoundKind } from '#modules/cycle/round.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import type { ChildWish, WishTime, Wish } from './wish.ts';

export type SaidWish = Pick<Wish, 'place' | 'timing' | 'interpreter'> &
	Pick<ChildWish, 'answer' | 'note' | 'teachers'> & {
		kind: RoundKind;
		household: HouseholdId;
		answeredBy: PersonId;
		answeredAt: Date;
		times: WishTime[];
	};

/** What the homes of a child said in every round, with the times they named. */
export async function findSaid(db: Db, ctx: Ctx, pupil: PersonId): Promise<SaidWish[]> {
	const { rows } = await sql<SaidWish>`
		select r.kind, w.household_id as household, w.answered_by as "answeredBy", w.answered_at as "answeredAt",
		       w.place, w.timing, w.interpreter, c.answer, c.note,
		       array(select o.teacher_id from cycle.wish_teacher o
		              where o.school_id = c.school_id and o.round_id = c.round_id
		                and o.household_id = c.household_id and o.pupil_id = c.pupil_id) as teachers,
		       coalesce((select json_agg(json_build_object('startsAt', t.starts_at, 'endsAt', t.ends_at, 'liking', t.liking)
		                                 order by t.starts_at)
		                   from cycle.wish_time t
		                  where t.school_id = w.school_id and t.round_id = w.round_id and t.household_id = w.household_id),
		                '[]') as times
		  from cycle.wish_child c
		  join cycle.wish w
		    on w.school_id = c.school_id and w.round_id = c.round_id and w.household_id = c.household_id
		  join cycle.round r on r.school_id = w.school_id and r.id = w.round_id
		 where c.school_id = ${ctx.school} and c.pupil_id = ${pupil}
		 order by w.answered_at`.execute(db);
	return rows;
}

/** With which teachers school suggested to talk about a child. */
export async function findSuggested(db: Db, ctx: Ctx, pupil: PersonId) {
	const { rows } = await sql<{ kind: RoundKind; teachers: PersonId[] }>`
		select r.kind, array_agg(s.teacher_id order by s.teacher_id) as teachers
		  from cycle.suggestion s
		  join cycle.round r on r.school_id = s.school_id and r.id = s.round_id
		 where s.school_id = ${ctx.school} and s.pupil_id = ${pupil}
		 group by r.school_id, r.id`.execute(db);
	return rows;
}
