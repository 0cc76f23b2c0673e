import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import type { Board, Change, Step, StepKind } from './board.ts';
import type { Concession } from './situation.ts';
import { pupilOf } from './talk-key.ts';

/** What was agreed in the steps that hold now. */
export async function findConceded(db: Db, ctx: Ctx, { round, step }: Board): Promise<Concession[]> {
	const { rows } = await sql<Concession>`
		select c.talk, c.kind, c.staff_id as staff, c.starts_at as "startsAt"
		  from cycle.board_concession c
		 where c.school_id = ${ctx.school} and c.round_id = ${round} and c.step <= ${step}
		 order by c.step, c.talk`.execute(db);
	return rows;
}

/** One step with what it did; undefined when there is no such step. */
export async function find(
	db: Db,
	ctx: Ctx,
	round: RoundId,
	step: number
): Promise<{ kind: StepKind; changes: Change[] } | undefined> {
	const { rows: steps } = await sql<{ kind: StepKind }>`
		select s.kind from cycle.board_step s
		 where s.school_id = ${ctx.school} and s.round_id = ${round} and s.step = ${step}`.execute(db);
	return steps[0] && { kind: steps[0].kind, changes: await findChanges(db, ctx, round, step) };
}

type Row = {
	talk: Change['talk'];
	teacher_before: Standing['teacher'] | null;
	starts_before: Date | null;
	locked_before: boolean | null;
	teacher_after: Standing['teacher'] | null;
	starts_after: Date | null;
	locked_after: boolean | null;
};
type Standing = NonNullable<Change['after']>;

async function findChanges(db: Db, ctx: Ctx, round: RoundId, step: number): Promise<Change[]> {
	const { rows } = await sql<Row>`
		select c.talk, c.teacher_before, c.starts_before, c.locked_before, c.teacher_after, c.starts_after, c.locked_after
		  from cycle.board_change c
		 where c.school_id = ${ctx.school} and c.round_id = ${round} and c.step = ${step}
		 order by c.talk`.execute(db);
	return rows.map((row) => ({
		talk: row.talk,
		before: row.starts_before && {
			teacher: row.teacher_before!,
			startsAt: row.starts_before,
			locked: row.locked_before!
		},
		after: row.starts_after && { teacher: row.teacher_after!, startsAt: row.starts_after, locked: row.locked_after! }
	}));
}

/** The last planning among the steps that hold now: what it changed on the board. */
export async function findLastPlan(db: Db, ctx: Ctx, { round, step }: Board): Promise<Change[] | undefined> {
	const { rows } = await sql<{ step: number }>`
		select s.step from cycle.board_step s
		 where s.school_id = ${ctx.school} and s.round_id = ${round} and s.kind = 'plan' and s.step <= ${step}
		 order by s.step desc limit 1`.execute(db);
	return rows[0] && findChanges(db, ctx, round, rows[0].step);
}

export async function findLength(db: Db, ctx: Ctx, round: RoundId): Promise<number> {
	const { rows } = await sql<{ length: number }>`
		select coalesce(max(s.step), 0) as length from cycle.board_step s
		 where s.school_id = ${ctx.school} and s.round_id = ${round}`.execute(db);
	return rows[0]!.length;
}

/** Adds a step after `board.step`; what was undone before it can't be done again. */
export async function add(db: Db, ctx: Ctx, { round, step }: Board, { kind, changes, conceded = [] }: Step) {
	const here = sql`school_id = ${ctx.school} and round_id = ${round} and step > ${step}`;
	await sql`delete from cycle.board_concession where ${here}`.execute(db);
	await sql`delete from cycle.board_change where ${here}`.execute(db);
	await sql`delete from cycle.board_step where ${here}`.execute(db);
	await sql`
		insert into cycle.board_step (school_id, round_id, step, kind, made_by, made_at)
		values (${ctx.school}, ${round}, ${step + 1}, ${kind}, ${ctx.person.id}, ${ctx.now})`.execute(db);
	const rows = changes.map(({ talk, before, after }) => ({
		talk,
		pupil: pupilOf(talk),
		tb: before?.teacher ?? null,
		sb: before?.startsAt ?? null,
		lb: before?.locked ?? null,
		ta: after?.teacher ?? null,
		sa: after?.startsAt ?? null,
		la: after?.locked ?? null
	}));
	await sql`
		insert into cycle.board_change (school_id, round_id, step, talk, pupil_id,
		       teacher_before, starts_before, locked_before, teacher_after, starts_after, locked_after)
		select ${ctx.school}::uuid, ${round}::uuid, ${step + 1}::integer, c.talk, c.pupil, c.tb, c.sb, c.lb, c.ta, c.sa, c.la
		  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
		       as c(talk text, pupil uuid, tb uuid, sb timestamptz, lb boolean, ta uuid, sa timestamptz, la boolean)
		returning talk`.execute(db);
	for (const { talk, kind: what, staff, startsAt } of conceded) {
		await sql`
			insert into cycle.board_concession (school_id, round_id, step, talk, kind, pupil_id, staff_id, starts_at)
			values (${ctx.school}, ${round}, ${step + 1}, ${talk}, ${what}, ${pupilOf(talk)}, ${staff}, ${startsAt})`.execute(db);
	}
	await put(db, ctx, round, changes);
}

/** Puts talks on the board, or takes them off, in two statements however many they are. */
export async function put(db: Db, ctx: Ctx, round: RoundId, changes: readonly Change[]) {
	const off = changes.filter(({ after }) => !after).map(({ talk }) => talk);
	const on = changes.flatMap(({ talk, after }) =>
		after ? [{ talk, pupil: pupilOf(talk), teacher: after.teacher, starts: after.startsAt, locked: after.locked }] : []
	);
	await sql`
		delete from cycle.board_talk where school_id = ${ctx.school} and round_id = ${round} and talk = any(${off}::text[])`.execute(
		db
	);
	await sql`
		insert into cycle.board_talk (school_id, round_id, talk, pupil_id, teacher_id, starts_at, locked)
		select ${ctx.school}::uuid, ${round}::uuid, t.talk, t.pupil, t.teacher, t.starts, t.locked
		  from jsonb_to_recordset(${JSON.stringify(on)}::jsonb)
		       as t(talk text, pupil uuid, teacher uuid, starts timestamptz, locked boolean)
		    on conflict (school_id, round_id, talk) do update
		   set teacher_id = excluded.teacher_id, starts_at = excluded.starts_at, locked = excluded.locked`.execute(db);
}
