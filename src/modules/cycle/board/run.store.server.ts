import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import type { Run, RunId, RunState } from './run.ts';

/** The last run of a round, whatever became of it. */
export async function findLast(db: Db, ctx: Ctx, round: RoundId): Promise<Run | undefined> {
	const { rows } = await sql<Run>`
		select r.id, r.round_id as round, r.state, r.asked_by as "askedBy", r.started_at as "startedAt", r.seconds,
		       r.alive_until as "aliveUntil", r.cancel_asked as "cancelAsked", r.honoured, r.asked
		  from cycle.plan_run r
		 where r.school_id = ${ctx.school} and r.round_id = ${round}
		 order by r.started_at desc, r.id desc limit 1`.execute(db);
	return rows[0];
}

/** A run whose server died gives its place to the next. */
export async function breakOff(db: Db, ctx: Ctx, round: RoundId) {
	await sql`
		update cycle.plan_run set state = 'broken-off'
		 where school_id = ${ctx.school} and round_id = ${round} and state = 'running'
		   and alive_until < ${ctx.now}`.execute(db);
}

/** A second one at the same time is refused (23505). */
export async function add(db: Db, ctx: Ctx, run: Run) {
	await sql`
		insert into cycle.plan_run (school_id, id, round_id, state, asked_by, started_at, seconds, alive_until,
		       cancel_asked, honoured, asked)
		values (${ctx.school}, ${run.id}, ${run.round}, ${run.state}, ${run.askedBy}, ${run.startedAt}, ${run.seconds},
		        ${run.aliveUntil}, ${run.cancelAsked}, ${run.honoured}, ${run.asked})`.execute(db);
}

/** It lives; whether somebody asked it to stop. Undefined: it is not running any more. */
export async function beat(
	db: Db,
	ctx: Pick<Ctx, 'school'>,
	id: RunId,
	aliveUntil: Date,
	honoured: number
): Promise<{ cancelAsked: boolean } | undefined> {
	const { rows } = await sql<{ cancelAsked: boolean }>`
		update cycle.plan_run set alive_until = ${aliveUntil}, honoured = greatest(honoured, ${honoured}::integer)
		 where school_id = ${ctx.school} and id = ${id} and state = 'running'
		returning cancel_asked as "cancelAsked"`.execute(db);
	return rows[0];
}

export async function askCancel(db: Db, ctx: Ctx, round: RoundId): Promise<boolean> {
	const { rows } = await sql`
		update cycle.plan_run set cancel_asked = true
		 where school_id = ${ctx.school} and round_id = ${round} and state = 'running' and alive_until >= ${ctx.now}
		returning id`.execute(db);
	return rows.length > 0;
}

/** False: it had ended already, so that what it found may not be written. */
export async function end(db: Db, ctx: Pick<Ctx, 'school'>, id: RunId, state: RunState, honoured: number) {
	const { rows } = await sql`
		update cycle.plan_run set state = ${state}, honoured = ${honoured}
		 where school_id = ${ctx.school} and id = ${id} and state = 'running'
		returning id`.execute(db);
	return rows.length > 0;
}
