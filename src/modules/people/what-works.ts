import type { PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { voiceOf, type Member, type Voice } from './circle.ts';

declare const brand: unique symbol;
export type EntryId = string & { readonly [brand]: 'works entry' };

/** What works for a child, what doesn't, and what perhaps does (handbook §2). */
export const worksKinds = ['works', 'not', 'perhaps'] as const;
export type WorksKind = (typeof worksKinds)[number];

/** Said by one person, in one voice; nobody else changes a word of it. */
export type WorksEntry = {
	id: EntryId;
	author: PersonId;
	voice: Voice;
	kind: WorksKind;
	words: string;
	version: number;
	at: Date;
};

export type WorksRefusal = 'not-yours' | 'changed';

/** In whose voice somebody may write: their own; an adult also writes down what the child says. */
export function voicesFor(member: Pick<Member, 'role'>): Voice[] {
	const own = voiceOf(member);
	return own === 'child' ? ['child'] : [own, 'child'];
}

/** Change one's own words, on the version one saw. */
export function reword(entry: WorksEntry, by: PersonId, words: string, version: number, now: Date) {
	if (entry.author !== by) return no('not-yours');
	if (entry.version !== version && entry.words !== words) return no('changed');
	return ok({ ...entry, words, version: entry.version + 1, at: now });
}

export function remove(entry: WorksEntry, by: PersonId) {
	return entry.author === by ? ok(entry) : no('not-yours');
}
