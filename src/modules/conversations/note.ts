import type { PersonId } from '#platform/ids.ts';

declare const brand: unique symbol;
export type NoteId = string & { readonly [brand]: 'note' };

/** What somebody wants to remember for a talk about a child. Its writer's alone, always (handbook §16). */
export type Note = {
	id: NoteId;
	pupil: PersonId;
	text: string;
	keptAt: Date;
	/** When it was put into an answer; it stays until its writer lets go of it. */
	usedAt: Date | null;
};

/** Those that still wait for a talk first, each in the order in which they were kept. */
export function inOrder(notes: readonly Note[]): Note[] {
	return [...notes.filter(({ usedAt }) => !usedAt), ...notes.filter(({ usedAt }) => usedAt)];
}
