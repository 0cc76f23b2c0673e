import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Bar } from './authority.ts';
import type { Authority } from './circle.ts';
import type { Proof } from './proof.ts';

export const whats = [
	'authority',
	'restricted',
	'lifted',
	'address-hidden',
	'address-shown',
	'moved',
	'invited',
	'invitation-ended'
] as const;
export type What = (typeof whats)[number];

/** Something that was changed about a guardian of a child: kept for good, edited by nobody, shown to whom it concerns. */
export type Change = {
	guardian: PersonId;
	/** Null: about all children of this guardian here. */
	pupil: PersonId | null;
	what: What;
	authority: Authority | null;
	institution: string | null;
	restriction: Bar | null;
	from: Day | null;
	until: Day | null;
	proof: Proof | null;
	proofOn: Day | null;
	by: PersonId;
	at: Date;
};

/** What was changed, with nothing beside it that this kind of change does not tell. */
export function changeOf(
	about: Pick<Change, 'guardian' | 'pupil' | 'what'>,
	more: Partial<Omit<Change, 'at' | 'by'>> = {}
): Omit<Change, 'at' | 'by'> {
	const nothing = { authority: null, institution: null, restriction: null, from: null, until: null };
	return { ...nothing, proof: null, proofOn: null, ...more, ...about };
}
