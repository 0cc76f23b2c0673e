import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import type { ArrangementId, Step } from './arrangement.ts';

type Tables = {
	'cycle.arrangement_step': {
		school_id: SchoolId;
		id: string;
		arrangement_id: ArrangementId;
		move: Step['move'];
		party: Step['party'];
		person_id: PersonId;
		number: number;
		version: number;
		words: string;
		at: Date;
	};
};

/** All that happened in these, in order. */
export async function stepsOf(db: Db, ctx: Ctx, ids: readonly ArrangementId[]) {
	if (!ids.length) return new Map<ArrangementId, (Step & { arrangement: ArrangementId })[]>();
	const rows = await db
		.withTables<Tables>()
		.selectFrom('cycle.arrangement_step')
		.where('school_id', '=', ctx.school)
		.where('arrangement_id', '=', sql<ArrangementId>`any(${ids}::uuid[])`)
		.orderBy('at')
		.orderBy('id')
		.select([
			'arrangement_id as arrangement',
			'move',
			'party',
			'person_id as person',
			'number',
			'version',
			'words',
			'at'
		])
		.execute();
	return Map.groupBy(rows, ({ arrangement }) => arrangement);
}

export async function addStep(db: Db, ctx: Ctx, id: ArrangementId, { person, ...said }: Step) {
	await db
		.withTables<Tables>()
		.insertInto('cycle.arrangement_step')
		.values({ ...said, school_id: ctx.school, arrangement_id: id, id: newId(), person_id: person })
		.execute();
}
