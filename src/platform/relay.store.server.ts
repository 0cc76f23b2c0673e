import type { Db } from './db.server.ts';
import type { Fact } from './facts.server.ts';
import type { FactId, PersonId, SchoolId } from './ids.ts';

type Tables = {
	'platform.fact': {
		school_id: SchoolId;
		id: FactId;
		name: string;
		person_id: PersonId;
		subject_id: string;
		about: Fact['about'];
		at: Date;
	};
	'platform.outbox': { school_id: SchoolId; fact_id: FactId };
};

/** The oldest facts still to be told, held for this transaction; another that asks meanwhile gets the ones after. */
export function takeOldest(db: Db, school: SchoolId, limit: number, after?: FactId): Promise<Fact[]> {
	let query = db
		.withTables<Tables>()
		.selectFrom('platform.outbox as outbox')
		.innerJoin('platform.fact as fact', (join) =>
			join.onRef('fact.school_id', '=', 'outbox.school_id').onRef('fact.id', '=', 'outbox.fact_id')
		)
		.where('outbox.school_id', '=', school);
	if (after) query = query.where('outbox.fact_id', '>', after);
	return query
		.select(['fact.id', 'fact.name', 'fact.person_id as person', 'fact.subject_id as subject', 'fact.about', 'fact.at'])
		.orderBy('outbox.fact_id')
		.limit(limit)
		.forUpdate('outbox')
		.skipLocked()
		.execute();
}

export async function drop(db: Db, school: SchoolId, facts: readonly FactId[]) {
	await db
		.withTables<Tables>()
		.deleteFrom('platform.outbox')
		.where('school_id', '=', school)
		.where('fact_id', 'in', facts)
		.execute();
}
