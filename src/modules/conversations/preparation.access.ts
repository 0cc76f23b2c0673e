import { voiceOf, type Member } from '#modules/people/circle.ts';
import { takesPart } from './conversation.access.ts';
import type { Conversation } from './conversation.ts';

/** Who comes to the talk prepares it, as long as it has not been. */
export function mayPrepare(talk: Conversation, reader: Member): boolean {
	return takesPart(talk, reader.person);
}

/** The child answers alone or with an adult who comes: its parent or its teacher. */
export function mayHelpChild(talk: Conversation, reader: Member): boolean {
	return takesPart(talk, reader.person) && voiceOf(reader) !== 'other';
}
