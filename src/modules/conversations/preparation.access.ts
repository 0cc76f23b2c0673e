import { talkersOf, voiceOf, type Circle, type Member } from '#modules/people/circle.ts';
import type { Channel } from '#modules/people/profile.ts';
import { takesPart } from './conversation.access.ts';
import { can, type Conversation } from './conversation.ts';
import { planOf } from './kinds.ts';
import { questionsFor } from './preparation.ts';

/** Who comes to the talk prepares it, as long as it has not been, where it asks something of them. */
export function mayPrepare(talk: Conversation, reader: Member): boolean {
	return takesPart(talk, reader.person) && questionsFor(talk.kind, reader.role === 'pupil').length > 0;
}

/** The child answers alone or with an adult who comes: its parent or its teacher. */
export function mayHelpChild(talk: Conversation, reader: Member): boolean {
	return questionsFor(talk.kind, true).length > 0 && takesPart(talk, reader.person) && voiceOf(reader) !== 'other';
}

/** On the phone school types along for a guardian who comes. What it wrote is nobody's words until that guardian says so. */
export function mayTakeDown(talk: Conversation, reader: Member, guardian: Member): boolean {
	return reader.role === 'staff' && guardian.role === 'guardian' && takesPart(talk, guardian.person);
}

/**
 * Who has a way of their own to say that it is right says so by that way, and nobody in their place (handbook §4.4). Only of a
 * guardian whom no mail reaches, or who would rather be called or get paper, it is noted that they said so aloud.
 */
export function confirmsAloud(wished: Channel | '' | undefined, email: string | null | undefined): boolean {
	return wished === 'phone' || wished === 'paper' || !email;
}

/** With whom the reader can prepare on the phone now. */
export function callersOf(talk: Conversation, circle: Circle, reader: Member): Pick<Member, 'person' | 'name'>[] {
	if (!can('hold', talk) || !planOf(talk.kind).questions.length || !mayPrepare(talk, reader)) return [];
	const callers = talkersOf(circle).filter((guardian) => mayTakeDown(talk, reader, guardian));
	return callers.map(({ person, name }) => ({ person, name }));
}
