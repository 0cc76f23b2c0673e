import { mayRead } from '#modules/people/audience.ts';
import type { Circle, Member } from '#modules/people/circle.ts';
import { memberOf } from '#modules/people/circle.ts';
import { takesPart } from './conversation.access.ts';
import type { Conversation } from './conversation.ts';
import { mayHear } from './entry.access.ts';
import type { Entry } from './entry.ts';
import type { RecordResponse, TalkRecord } from './record.ts';

/** The part for adults is left out for the pupil, at any age, and for who was invited into its life (P13). */
export function readableBy(record: TalkRecord, reader: Member): TalkRecord {
	return reader.role === 'pupil' || reader.role === 'other' ? { ...record, forAdults: '' } : record;
}

export function mayReadResponse(response: RecordResponse, circle: Circle, reader: Member): boolean {
	const author = memberOf(circle, response.person) ?? { person: response.person, household: null };
	return mayRead(response.audience, reader, author);
}

/** Who may respond, when there is something in it for them to read: for a pupil not what is for the adults alone. */
export function mustHear(talk: Conversation, record: TalkRecord, reader: Member): boolean {
	const { forAdults, forCircle } = readableBy(record, reader);
	return mayRespond(talk, record, reader) && Boolean(forAdults || forCircle);
}

/** Everyone who was there, and any guardian; not the one who wrote it. */
export function mayRespond(talk: Conversation, record: TalkRecord, reader: Member): boolean {
	if (reader.person === record.writtenBy || reader.outsideTalks) return false;
	return takesPart(talk, reader.person) || reader.role === 'guardian';
}

/** What everyone who reads the part for adults may hear already: only that goes into a record by itself. */
export function mayAllHear(talk: Conversation, circle: Circle) {
	const adults = circle.members.filter((each) => each.role !== 'pupil' && each.role !== 'other' && !each.outsideTalks);
	return (entry: Entry) => adults.every((each) => mayHear(talk, circle, each, entry));
}
