import { voiceOf, type Member } from '#modules/people/circle.ts';
import { takesPart } from './conversation.access.ts';
import type { Conversation } from './conversation.ts';
import { questionsFor } from './preparation.ts';

/** Who comes to the talk prepares it, as long as it has not been, where it asks something of them. */
export function mayPrepare(talk: Conversation, reader: Member): boolean {
	return takesPart(talk, reader.person) && questionsFor(talk.kind, reader.role === 'pupil').length > 0;
}

/** The child answers alone or with an adult who comes: its parent or its teacher. */
export function mayHelpChild(talk: Conversation, reader: Member): boolean {
	return questionsFor(talk.kind, true).length > 0 && takesPart(talk, reader.person) && voiceOf(reader) !== 'other';
}
