import { mayRead } from '#modules/people/audience.ts';
import { memberOf, voiceOf, type Circle, type Member } from '#modules/people/circle.ts';
import type { Conversation } from './conversation.ts';
import { maySee, takesPart } from './conversation.access.ts';
import type { Entry } from './entry.ts';

/**
 * Within its audience; the other home, which was not at this table, reads what school said and no more. Words stay
 * readable when their speaker has left the circle: to the adults when they were meant for them.
 */
export function mayHear(talk: Conversation, circle: Circle, reader: Member, entry: Entry): boolean {
	const author = memberOf(circle, entry.helper) ?? { person: entry.helper, household: null };
	if (!mayRead(entry.audience, reader, author)) return false;
	if (maySee(talk, reader)) return true;
	const speaker = memberOf(circle, entry.person);
	return !!speaker && voiceOf(speaker) === 'school';
}

/** Who sits at the table speaks; and adults there can write down what the child says, with their own name beside it. */
export function maySpeak(talk: Conversation, reader: Member): boolean {
	return takesPart(talk, reader.person);
}

/** Nobody's words are changed by another (handbook §4.8). */
export function mayChange({ helper }: Pick<Entry, 'helper'>, reader: Member): boolean {
	return helper === reader.person;
}
