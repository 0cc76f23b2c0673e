import type { NewAgreement } from '#modules/agreements/agreement.input.ts';
import type { Owner, Wording } from '#modules/agreements/agreement.ts';

type Words = Pick<Wording, 'what' | 'why' | 'rhythm'> & Partial<Wording>;

/** A proposal that everyone around the child may read. */
export function asked(
	about: Pick<NewAgreement, 'pupil' | 'evaluateOn' | 'madeIn'>,
	owner: Owner,
	words: Words
): NewAgreement {
	return { ...about, kind: 'do', owner, audience: 'circle', wording: { by: null, how: '', helpers: '', ...words } };
}
