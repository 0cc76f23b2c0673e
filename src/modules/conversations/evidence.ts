import type { FileType } from '#platform/file.ts';
import type { FileId, PersonId } from '#platform/ids.ts';
import type { DevelopmentId } from './development.ts';

declare const brand: unique symbol;
export type EvidenceId = string & { readonly [brand]: 'evidence' };

/** What it is (handbook §4.9), as who adds it says. */
export const evidenceKinds = ['work', 'photo', 'drawing', 'observation', 'test'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What can be done with it: looked at, listened to, opened. Told by what is in the file. */
export const media = ['picture', 'sound', 'document'] as const;
export type Medium = (typeof media)[number];

export type Evidence = {
	id: EvidenceId;
	development: DevelopmentId;
	pupil: PersonId;
	kind: EvidenceKind;
	type: FileType;
	medium: Medium;
	/** What is to be seen or heard, in plain words, for who cannot see or hear it. */
	caption: string;
	file: FileId;
	size: number;
	addedAt: Date;
};

/** Beside one note; more than a page can show well. */
export const mostBeside = 6;
/** Of one child together: some five hundred photos as they are kept. */
export const mostOfChild = 150 * 1024 * 1024;

export function hasRoom(used: number, size: number): boolean {
	return used + size <= mostOfChild;
}

export function mediumOf(type: FileType): Medium {
	if (type.startsWith('image/')) return 'picture';
	return type.startsWith('audio/') ? 'sound' : 'document';
}
