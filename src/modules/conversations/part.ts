import type { Conversation } from './conversation.ts';
import type { Entry } from './entry.ts';
import type { Member } from '#modules/people/circle.ts';

/** A stretch of the talk: with the child, or the adults among themselves. Said openly (handbook §4.5). */
export const parts = ['circle', 'adults'] as const;
export type Part = (typeof parts)[number];

/** Until the chair says so, a talk to which the child comes is with the child. */
export function partNow({ pupilInvited }: Pick<Conversation, 'pupilInvited'>, said: Part | null): Part {
	return said ?? (pupilInvited ? 'circle' : 'adults');
}

/** For whom words are meant unless they say otherwise: as the kind of talk has it, but never wider than the part. */
export function usualAudience(part: Part, usual: Entry['audience']): Entry['audience'] {
	return part === 'adults' ? 'adults' : usual;
}

/** While the adults are among themselves, the child's own device shows what the child said, and nothing of theirs. */
export function isShown(
	part: Part,
	reader: Pick<Member, 'role' | 'person'>,
	{ person }: Pick<Entry, 'person'>
): boolean {
	return part === 'circle' || reader.role !== 'pupil' || person === reader.person;
}
