import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import type { CallOutcome, Nudge, NudgeId } from './nudge.ts';

type Row = Omit<Nudge, 'doneOn'> & { doneAt: Date | null };

const columns = sql`
	n.id, n.round_id as round, n.pupil_id as pupil, n.household_id as household, n.step, n.kind, n.because,
	n.made_on as "madeOn", n.outcome, n.done_at as "doneAt"`;

/** Every step that was taken in this round, in their order. */
export async function findOfRound(db: Db, ctx: Pick<Ctx, 'school'>, round: RoundId): Promise<Nudge[]> {
	const { rows } = await sql<Row>`
		select ${columns} from cycle.nudge n
		 where n.school_id = ${ctx.school} and n.round_id = ${round} order by n.step, n.id`.execute(db);
	return rows.map(asNudge);
}

/** Calls that are still to be made about these children, the oldest first. */
export async function findCalls(db: Db, ctx: Pick<Ctx, 'school'>, pupils: readonly PersonId[]): Promise<Nudge[]> {
	const { rows } = await sql<Row>`
		select ${columns} from cycle.nudge n
		 where n.school_id = ${ctx.school} and n.pupil_id = any(${pupils}::uuid[]) and n.kind = 'call' and n.outcome is null
		 order by n.made_on, n.id`.execute(db);
	return rows.map(asNudge);
}

export async function find(db: Db, ctx: Pick<Ctx, 'school'>, id: NudgeId): Promise<Nudge | undefined> {
	const { rows } = await sql<Row>`
		select ${columns} from cycle.nudge n where n.school_id = ${ctx.school} and n.id = ${id}`.execute(db);
	return rows[0] && asNudge(rows[0]);
}

/** Each step once, whoever thinks of it again. */
export async function add(db: Db, ctx: Pick<Ctx, 'school'>, { id, ...nudge }: Omit<Nudge, 'outcome' | 'doneOn'>) {
	const { rows } = await sql<{ id: NudgeId }>`
		insert into cycle.nudge (school_id, id, round_id, pupil_id, household_id, step, kind, because, made_on)
		values (${ctx.school}, ${id}, ${nudge.round}, ${nudge.pupil}, ${nudge.household}, ${nudge.step}, ${nudge.kind},
		        ${nudge.because}, ${nudge.madeOn})
		    on conflict do nothing returning id`.execute(db);
	return rows.length === 1;
}

/** What came of it; of two who say so at once, the second changes nothing. */
export async function done(db: Db, ctx: Ctx, id: NudgeId, outcome: CallOutcome) {
	const { rows } = await sql<{ id: NudgeId }>`
		update cycle.nudge set outcome = ${outcome}, done_by = ${ctx.person.id}, done_at = ${ctx.now}
		 where school_id = ${ctx.school} and id = ${id} and outcome is null returning id`.execute(db);
	return rows.length === 1;
}

/** The day on which a round was opened. */
export async function findOpened(db: Db, ctx: Pick<Ctx, 'school'>, round: RoundId): Promise<Day | undefined> {
	const { rows } = await sql<{ at: Date | null }>`
		select r.opened_at as at from cycle.round r where r.school_id = ${ctx.school} and r.id = ${round}`.execute(db);
	return rows[0]?.at ? dayOf(rows[0].at) : undefined;
}

/** The last day on which a talk of each child was not held, in this round. */
export async function findMissed(db: Db, ctx: Pick<Ctx, 'school'>, round: RoundId): Promise<Map<PersonId, Day>> {
	const { rows } = await sql<{ pupil: PersonId; at: Date }>`
		select b.pupil_id as pupil, max(b.starts_at) as at from cycle.booking b
		 where b.school_id = ${ctx.school} and b.round_id = ${round} and b.attended is false group by b.pupil_id`.execute(db);
	return new Map(rows.map(({ pupil, at }) => [pupil, dayOf(at)]));
}

function asNudge({ doneAt, ...rest }: Row): Nudge {
	return { ...rest, doneOn: doneAt && dayOf(doneAt) };
}
