import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, RoundId, SchoolId } from '#platform/ids.ts';

type Tables = {
	'cycle.suggestion': {
		school_id: SchoolId;
		round_id: RoundId;
		pupil_id: PersonId;
		teacher_id: PersonId;
		suggested_by: PersonId;
	};
};

/** Whom school suggests to talk with, by child. */
export async function findSuggested(db: Db, ctx: Ctx, round: RoundId, pupils: readonly PersonId[]) {
	if (!pupils.length) return new Map<PersonId, PersonId[]>();
	const rows = await db
		.withTables<Tables>()
		.selectFrom('cycle.suggestion')
		.where('school_id', '=', ctx.school)
		.where('round_id', '=', round)
		.where('pupil_id', 'in', pupils)
		.select(['pupil_id', 'teacher_id'])
		.execute();
	const by = Map.groupBy(rows, ({ pupil_id }) => pupil_id);
	return new Map([...by].map(([pupil, all]) => [pupil, all.map(({ teacher_id }) => teacher_id)]));
}

/** These and no others, for one child. */
export async function saveSuggested(db: Db, ctx: Ctx, round: RoundId, pupil: PersonId, teachers: readonly PersonId[]) {
	const tables = db.withTables<Tables>();
	await tables
		.deleteFrom('cycle.suggestion')
		.where('school_id', '=', ctx.school)
		.where('round_id', '=', round)
		.where('pupil_id', '=', pupil)
		.execute();
	const rows = teachers.map((teacher_id) => ({
		...{ school_id: ctx.school, round_id: round, pupil_id: pupil },
		...{ teacher_id, suggested_by: ctx.person.id }
	}));
	if (rows.length) await tables.insertInto('cycle.suggestion').values(rows).execute();
}
