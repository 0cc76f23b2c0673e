import { mayRead } from '#modules/people/audience.ts';
import type { Circle, Member } from '#modules/people/circle.ts';
import { memberOf } from '#modules/people/circle.ts';
import { maySee, takesPart } from './conversation.access.ts';
import type { Conversation } from './conversation.ts';
import { mayHear } from './entry.access.ts';
import type { Entry } from './entry.ts';
import type { Edition, RecordResponse } from './record.ts';

/** The part for adults is left out for the pupil, at any age, and for who was invited into its life (P13). */
export function readableBy<Parts extends Pick<Edition, 'forAdults'>>(record: Parts, reader: Member): Parts {
	return reader.role === 'pupil' || reader.role === 'other' ? { ...record, forAdults: '' } : record;
}

export function mayReadResponse(response: RecordResponse, circle: Circle, reader: Member): boolean {
	const author = memberOf(circle, response.person) ?? { person: response.person, household: null };
	return mayRead(response.audience, reader, author);
}

/** Who may respond, when there is something in it for them to read: for a pupil not what is for the adults alone. */
export function mustHear(talk: Conversation, edition: Edition, reader: Member): boolean {
	const { forAdults, forCircle } = readableBy(edition, reader);
	return mayRespond(talk, edition, reader) && Boolean(forAdults || forCircle);
}

/** Everyone who was there, any guardian, and the child it is about; not the one who shared it. */
export function mayRespond(talk: Conversation, edition: Edition, reader: Member): boolean {
	if (reader.person === edition.sharedBy || reader.outsideTalks) return false;
	if (reader.role === 'pupil') return Boolean(edition.forCircle);
	return takesPart(talk, reader.person) || reader.role === 'guardian';
}

/** What everyone who reads the part for adults may hear already: only that goes into a record by itself. */
export function mayAllHear(talk: Conversation, circle: Circle, entry: Entry): boolean {
	return circle.members
		.filter((each) => each.role !== 'pupil' && each.role !== 'other' && !each.outsideTalks)
		.every((each) => mayHear(talk, circle, each, entry));
}

/** Giving a record on paper is for the staff who may see the talk. */
export function mayHandOver(talk: Conversation, reader: Member): boolean {
	return talk.recordedAt !== null && reader.role === 'staff' && maySee(talk, reader);
}
