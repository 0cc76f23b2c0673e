import type { Transaction } from 'kysely';
import type { FactId, PersonId, SchoolId } from './ids.ts';

export type FactRow = {
	school_id: SchoolId;
	id: FactId;
	name: string;
	person_id: PersonId;
	subject_id: string;
	about: string;
	at: Date;
};

type Tables = { 'platform.fact': FactRow; 'platform.outbox': { school_id: SchoolId; fact_id: FactId } };

/** A statement takes no more than so many values; a plan of a whole school tells of thousands of talks. */
const atOnce = 5_000;

/** Write down all that happened in a transaction, and that it is still to be told on; in one statement, unless it is much. */
export async function writeFacts(db: Transaction<Record<never, never>>, facts: FactRow[]) {
	for (let from = 0; from < facts.length; from += atOnce) await writeSome(db, facts.slice(from, from + atOnce));
}

async function writeSome(db: Transaction<Record<never, never>>, facts: FactRow[]) {
	await db
		.withTables<Tables>()
		.with('told', (tables) => tables.insertInto('platform.fact').values(facts).returning(['school_id', 'id']))
		.insertInto('platform.outbox')
		.columns(['school_id', 'fact_id'])
		.expression((tables) => tables.selectFrom('told').select(['school_id', 'id']))
		.returning('fact_id')
		.execute();
}
