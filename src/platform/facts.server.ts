import type { Ctx } from './ctx.ts';
import { newsOf, type Db } from './db.server.ts';
import { newId } from './id.server.ts';
import type { FactId, PersonId } from './ids.ts';

/** Something that happened. `about` holds ids and plain words only: no names, no text that people wrote. */
export type Fact = {
	id: FactId;
	name: string;
	person: PersonId;
	subject: string;
	about: Record<string, string | null>;
	at: Date;
};

/** Record that something happened: it is written in the transaction in which it happens; the relay tells it on afterwards. */
export function recordFact(db: Db, ctx: Ctx, name: string, subject: string, about: Fact['about'] = {}) {
	newsOf(db).push({
		school_id: ctx.school,
		id: newId<FactId>(),
		name,
		person_id: ctx.person.id,
		subject_id: subject,
		about: JSON.stringify(about),
		at: ctx.now
	});
}
