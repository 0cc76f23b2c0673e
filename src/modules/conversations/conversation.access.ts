import { voiceOf, type Member } from '#modules/people/circle.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Conversation } from './conversation.ts';

type Talk = Pick<Conversation, 'people' | 'chair' | 'state' | 'requestedBy'>;

/**
 * The page of a talk is for who sits at it and for the staff of the circle. The other home and an uninvited pupil read
 * the record once it is shared (`mayReadRecord`), not the table: two homes keep their own talk (handbook §3.1, §16).
 */
export function maySee(talk: Talk, reader: Member): boolean {
	return takesPart(talk, reader.person) || voiceOf(reader) === 'school' || reader.person === talk.requestedBy;
}

/** Everyone in the circle, each within the audience of each text. */
export function mayReadRecord(talk: Talk, reader: Member): boolean {
	return maySee(talk, reader) || talk.state === 'recorded' || talk.state === 'closed';
}

export function takesPart({ people }: Pick<Talk, 'people'>, person: PersonId): boolean {
	return people.includes(person);
}

/** Who leads the talk on behalf of school: the chair, or a colleague of the circle who sits at it. */
export function mayLead(talk: Talk, reader: Member): boolean {
	return reader.person === talk.chair || (reader.role === 'staff' && takesPart(talk, reader.person));
}

/** Moving and cancelling: who leads it, and the adults who come. */
export function mayMove(talk: Talk, reader: Member): boolean {
	if (mayLead(talk, reader) || reader.person === talk.requestedBy) return true;
	return reader.role === 'guardian' && takesPart(talk, reader.person);
}

export function mayPlan(reader: Member): boolean {
	return reader.role === 'staff';
}
