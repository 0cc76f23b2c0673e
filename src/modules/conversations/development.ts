import type { Voice } from '#modules/people/circle.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';

declare const brand: unique symbol;
export type DevelopmentId = string & { readonly [brand]: 'development' };

/** Development, broadly (handbook §4.9). */
export const domains = ['learning', 'group', 'social', 'self-reliance', 'well-being', 'talents'] as const;
export type Domain = (typeof domains)[number];

/** For whom a note may be: never for its writer alone, since then it is no note about the child but a note for the talk. */
export const noteAudiences = ['circle', 'adults', 'home'] as const;
export type NoteAudience = (typeof noteAudiences)[number];

/** What somebody saw of a child's development, in one voice. Nobody else changes a word of it. */
export type Development = {
	id: DevelopmentId;
	pupil: PersonId;
	author: PersonId;
	voice: Voice;
	domain: Domain;
	words: string;
	audience: NoteAudience;
	version: number;
	writtenAt: Date;
	rewordedAt: Date | null;
	withdrawnAt: Date | null;
};

export type DevelopmentRefusal = 'not-yours' | 'changed' | 'shown' | 'too-late' | 'not-for-these';
type Said = Pick<Development, 'domain' | 'words' | 'audience'>;
type Decided = Outcome<Development, DevelopmentRefusal>;

/** So long its writer can put back what was withdrawn; then it is gone, with its evidence. */
export const daysToRestore = 7;

/**
 * For whom somebody may write in this voice, the usual one first. What the child says is for its whole circle; school hides
 * nothing from the guardians (P3); a home may keep something to itself (handbook §16).
 */
export function audiencesFor(voice: Voice, ofOwn: Voice): readonly NoteAudience[] {
	if (voice === 'child' || ofOwn === 'child') return ['circle'];
	return voice === 'home' ? noteAudiences : ['circle', 'adults'];
}

/** Change one's own note, on the version one saw; what lies at a talk is not taken from who sits there. */
export function reword(note: Development, by: PersonId, said: Said & { version: number }, isShown: boolean, now: Date) {
	const { version, ...words } = said;
	if (note.author !== by) return no('not-yours');
	if (note.version !== version && !isSame(note, words)) return no('changed');
	if (isShown && words.audience === 'home') return no('shown');
	return ok({ ...note, ...words, version: note.version + 1, rewordedAt: now });
}

function isSame(note: Development, said: Said) {
	return note.words === said.words && note.domain === said.domain && note.audience === said.audience;
}

export function withdraw(note: Development, by: PersonId, now: Date): Decided {
	return note.author === by ? ok({ ...note, withdrawnAt: now }) : no('not-yours');
}

export function restore(note: Development, by: PersonId, now: Date): Decided {
	if (note.author !== by) return no('not-yours');
	return note.withdrawnAt && note.withdrawnAt < endOfRestoring(now)
		? no('too-late')
		: ok({ ...note, withdrawnAt: null });
}

/** What was withdrawn before this moment is not put back any more. */
export function endOfRestoring(now: Date): Date {
	return new Date(now.getTime() - daysToRestore * 24 * 60 * 60_000);
}

/** Where a note stands beside the others: who was let in stands with who let them in, a professional with school. */
export function laneOf({ voice }: Pick<Development, 'voice'>, isProfessional: boolean): 'home' | 'child' | 'school' {
	if (voice !== 'other') return voice;
	return isProfessional ? 'school' : 'home';
}

export function noteAddress(pupil: string, note: string): string {
	return `/leerlingen/${pupil}/ontwikkeling/${note}`;
}

export function evidenceAddress({
	pupil,
	development,
	id
}: {
	pupil: string;
	development: string;
	id: string;
}): string {
	return `${noteAddress(pupil, development)}/${id}`;
}
