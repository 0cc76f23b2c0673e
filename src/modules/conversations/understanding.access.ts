import { householdsOf, type Circle, type Member } from '#modules/people/circle.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { mayLead, maySee, takesPart } from './conversation.access.ts';
import type { Conversation } from './conversation.ts';

/**
 * Whether home and school understand each other is between a home and school: for the guardians who may read the record, and
 * the staff of the circle. Before the record is shared it is for who leads the talk.
 */
export function mayUnderstand(talk: Conversation, reader: Member): boolean {
	if (talk.state === 'held') return mayLead(talk, reader);
	if (!talk.recordedAt || reader.outsideTalks) return false;
	return reader.role === 'guardian' || (reader.role === 'staff' && maySee(talk, reader));
}

/** One home's words are not the other home's to read (handbook §16). */
export function mayReadHome(household: HouseholdId, reader: Member): boolean {
	return reader.role === 'staff' || (reader.role === 'guardian' && reader.household === household);
}

/** A home with who of it may read the record; `spoke`: who of them sat at the table. */
export type Home = { household: HouseholdId; guardians: PersonId[]; spoke: PersonId[] };

export function homesOf(talk: Conversation, circle: Circle): Home[] {
	return householdsOf(circle)
		.map(({ household, guardians }) => {
			const people = guardians.filter(({ outsideTalks }) => !outsideTalks).map(({ person }) => person);
			return { household, guardians: people, spoke: people.filter((person) => takesPart(talk, person)) };
		})
		.filter(({ guardians }) => guardians.length > 0);
}
