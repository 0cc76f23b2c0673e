import { mayRead } from '#modules/people/audience.ts';
import { isAged } from '#modules/people/age.ts';
import { memberOf, type Circle, type Member, type Voice } from '#modules/people/circle.ts';
import { maySignIn, onlyReads } from '#modules/people/say.ts';
import { voicesFor } from '#modules/people/what-works.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { takesPart } from './conversation.access.ts';
import { can, type Conversation } from './conversation.ts';
import type { Development } from './development.ts';

/** From this age a child that signs in shows its own work, also where it does not answer for itself yet (handbook §1 P5). */
const ageOfOwnWork = 8;

/** Whoever is in the circle, within the audience of the note; what its writer withdrew, is read by nobody. */
export function mayReadNote(
	note: Pick<Development, 'audience' | 'author' | 'withdrawnAt'>,
	circle: Circle,
	reader: Member
) {
	if (note.withdrawnAt) return false;
	return mayRead(note.audience, reader, memberOf(circle, note.author) ?? { person: note.author, household: null });
}

/** In whose voice this member may write: their own, and what the child says; none for a child that is too young to. */
export function mayWriteAs(circle: Circle, member: Member, voice: Voice, today: Day): boolean {
	if (onlyReads(circle, member.person) && !mayShowOwnWork(circle, today)) return false;
	return voicesFor(member).includes(voice);
}

export function mayShowOwnWork({ say, birthDate }: Pick<Circle, 'say' | 'birthDate'>, today: Day): boolean {
	return maySignIn(say) && isAged(ageOfOwnWork, birthDate, today);
}

/** Who sits at the talk brings along what they may read; what a home keeps to itself stays there. */
export function mayShow(talk: Conversation, reader: Member, note: Pick<Development, 'audience'>): boolean {
	return !reader.outsideTalks && takesPart(talk, reader.person) && note.audience !== 'home';
}

/** Is there still a page of the talk on which something can lie? */
export function isAtHand(talk: Conversation): boolean {
	return talk.state === 'held' || can('hold', talk);
}

export function mayTakeBack(by: PersonId | undefined, note: Pick<Development, 'author'>, reader: Member): boolean {
	return by === reader.person || note.author === reader.person;
}
