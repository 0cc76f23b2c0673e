import type { Member } from '#modules/people/circle.ts';
import { takesPart } from './conversation.access.ts';
import type { Conversation } from './conversation.ts';

/** The family brings somebody; school says who of school comes by inviting them. */
export function mayBring(talk: Pick<Conversation, 'people'>, reader: Member): boolean {
	return takesPart(talk, reader.person) && (reader.role === 'guardian' || reader.role === 'pupil');
}
