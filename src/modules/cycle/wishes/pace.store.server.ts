import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, RoundId, SchoolId } from '#platform/ids.ts';
import type { Pace } from './pace.ts';

type Tables = {
	'cycle.pace': {
		school_id: SchoolId;
		round_id: RoundId;
		teacher_id: PersonId;
		max_run: number;
		break_minutes: number;
		max_per_day: number;
	};
};

export async function findPaces(db: Db, ctx: Ctx, round: RoundId): Promise<Map<PersonId, Pace>> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('cycle.pace')
		.where('school_id', '=', ctx.school)
		.where('round_id', '=', round)
		.select(['teacher_id', 'max_run', 'break_minutes', 'max_per_day'])
		.execute();
	return new Map(
		rows.map(({ teacher_id, max_run, break_minutes, max_per_day }) => [
			teacher_id,
			{ maxRun: max_run, breakMinutes: break_minutes, maxPerDay: max_per_day }
		])
	);
}

export async function savePace(db: Db, ctx: Ctx, round: RoundId, { maxRun, breakMinutes, maxPerDay }: Pace) {
	const pace = { max_run: maxRun, break_minutes: breakMinutes, max_per_day: maxPerDay };
	await db
		.withTables<Tables>()
		.insertInto('cycle.pace')
		.values({ school_id: ctx.school, round_id: round, teacher_id: ctx.person.id, ...pace })
		.onConflict((on) => on.columns(['school_id', 'round_id', 'teacher_id']).doUpdateSet(pace))
		.execute();
}
