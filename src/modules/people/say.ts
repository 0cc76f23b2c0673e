import type { Day } from '#platform/time.ts';
import { isAged } from './age.ts';

/**
 * How far a pupil's own say and access reach (handbook §1 P5): 1 takes part with a parent, 2 reads its own pages, 3 answers
 * and asks for itself, 4 gives consent. Agreed per child with parents and pupil; ability counts, not only age.
 */
export const sayings = [1, 2, 3, 4] as const;
export type Say = (typeof sayings)[number];

/** From this age the law gives the pupil the last step, whatever was agreed (handbook §2, standards §5.5). */
export const ageOfConsent = 16;

export function sayOn(agreed: Say, born: Day | null, today: Day): Say {
	return isAged(ageOfConsent, born, today) ? 4 : agreed;
}

export function maySignIn(say: Say): boolean {
	return say >= 2;
}

/** A pupil that reads its pages and does not answer for itself yet changes nothing there. */
export function onlyReads({ pupil, say }: { pupil: string; say: Say }, person: string): boolean {
	return person === pupil && say === 2;
}

export function answersForItself(say: Say): boolean {
	return say >= 3;
}
