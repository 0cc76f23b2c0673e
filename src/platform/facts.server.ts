import type { Ctx } from './ctx.ts';
import { markNews, type Db } from './db.server.ts';
import { newId } from './id.server.ts';
import type { FactId, PersonId, SchoolId } from './ids.ts';

/** Something that happened. `about` holds ids and plain words only: no names, no text that people wrote. */
export type Fact = {
	id: FactId;
	name: string;
	person: PersonId;
	subject: string;
	about: Record<string, string | null>;
	at: Date;
};

type Tables = {
	'platform.fact': {
		school_id: SchoolId;
		id: FactId;
		name: string;
		person_id: PersonId;
		subject_id: string;
		about: string;
		at: Date;
	};
	'platform.outbox': { school_id: SchoolId; fact_id: FactId };
};

/** Write down that something happened, in the transaction in which it happens; the relay tells it on afterwards. */
export async function recordFact(db: Db, ctx: Ctx, name: string, subject: string, about: Fact['about'] = {}) {
	const id = newId<FactId>();
	await db
		.withTables<Tables>()
		.with('told', (tables) =>
			tables
				.insertInto('platform.fact')
				.values({
					school_id: ctx.school,
					id,
					name,
					person_id: ctx.person.id,
					subject_id: subject,
					about: JSON.stringify(about),
					at: ctx.now
				})
				.returning(['school_id', 'id'])
		)
		.insertInto('platform.outbox')
		.columns(['school_id', 'fact_id'])
		.expression((tables) => tables.selectFrom('told').select(['school_id', 'id']))
		.returning('fact_id')
		.execute();
	markNews(db);
}
