import type { HouseholdId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { isAged } from './age.ts';
import { householdsOf, type Authority, type Circle, type Member } from './circle.ts';
import { ageOfConsent } from './say.ts';

export const bars = ['information', 'talks'] as const;
/** What a judge forbids: to be informed at all, or to take part in the child's talks. */
export type Bar = (typeof bars)[number];

/** What school knows of the tie between a guardian and a child today. */
export type Standing = {
	authority: Authority;
	/** The administration says that this guardian may be informed. */
	informed: boolean;
	/** By the other parent or the pupil, until a day that has not passed. */
	invited: boolean;
	bars: readonly Bar[];
};

export const footings = ['with', 'unknown', 'invited', 'without', 'barred'] as const;
/** How a guardian stands towards a child: all that the table below asks. */
export type Footing = (typeof footings)[number];

export const rights = ['see', 'talk', 'decide', 'consent', 'invite', 'be-invited', 'ask'] as const;
/**
 * See the child's pages · take part in talks · accept and propose for their own home · consent and approve where the law
 * asks for authority · let somebody into the circle · be let in · be told the facts on request (art. 1:377c BW).
 */
export type Right = (typeof rights)[number];
/** `waits`: until school has seen who has authority; nothing is decided over the head of who may turn out to have it. */
export type Answer = 'yes' | 'no' | 'waits';

/**
 * What each may (handbook §2 and §16, standards §5.3 and §5.4). With authority: everything, actively. Unknown: takes part,
 * but what needs authority waits. Without: only facts on request, unless let in by the other parent or the pupil.
 *
 * What a judge forbids goes before all of it, and ends no authority by itself (art. 1:253n BW does that, in a decision of
 * its own). So it decides per thing that is forbidden who must still be asked for consent. Kept from the talks: asked as
 * before, for to decide is not to sit at a table. Kept from information: not asked here, since the question itself informs;
 * the other parent may represent the child alone as long as no objection has shown (art. 1:253i lid 1 BW), and where that
 * parent is the only one with authority the consent waits for school. An objection that school knows of, or another order of the
 * judge, the office brings in by what it notes of authority.
 */
const table: Record<Footing, Record<Right, Answer>> = {
	with: { see: 'yes', talk: 'yes', decide: 'yes', consent: 'yes', invite: 'yes', 'be-invited': 'no', ask: 'no' },
	unknown: { see: 'yes', talk: 'yes', decide: 'yes', consent: 'waits', invite: 'waits', 'be-invited': 'no', ask: 'no' },
	invited: { see: 'yes', talk: 'yes', decide: 'yes', consent: 'no', invite: 'no', 'be-invited': 'yes', ask: 'yes' },
	without: { see: 'no', talk: 'no', decide: 'no', consent: 'no', invite: 'no', 'be-invited': 'yes', ask: 'yes' },
	barred: { see: 'no', talk: 'no', decide: 'no', consent: 'no', invite: 'no', 'be-invited': 'no', ask: 'no' }
};

/** As a query finds it, where nothing may be known of who is no guardian. */
export function standingOf(found: { [Part in keyof Standing]: Standing[Part] | null }): Standing {
	const { authority, informed, invited, bars: forbidden } = found;
	return {
		authority: authority ?? 'unknown',
		informed: informed ?? true,
		invited: invited ?? false,
		bars: forbidden ?? []
	};
}

export function footingOf({ authority, informed, invited, bars: forbidden }: Standing): Footing {
	if (!informed || forbidden.includes('information')) return 'barred';
	if (authority === 'no') return invited ? 'invited' : 'without';
	return authority === 'unknown' ? 'unknown' : 'with';
}

export function answerTo(right: Right, standing: Standing): Answer {
	if (right === 'talk' && standing.bars.includes('talks')) return 'no';
	return table[footingOf(standing)][right];
}

export function may(right: Right, standing: Standing): boolean {
	return answerTo(right, standing) === 'yes';
}

/** Who gives consent for this pupil today: itself, or in each home those with authority. */
export type Consenters =
	| { by: 'pupil'; pupil: PersonId }
	| {
			by: 'guardians';
			/** Each home in which somebody has authority, with those who have it there. Every home must say yes. */
			homes: { household: HouseholdId; guardians: PersonId[] }[];
			/** In homes where nobody is known to have it: who may have. Until the office has seen proof, consent waits. */
			waitsFor: PersonId[];
	  };

/** From 16 the pupil; before that those with authority, in each home (handbook §2, standards §5.5; art. 5 UAVG). */
export function consentersOf(circle: Circle, today: Day): Consenters {
	if (isAged(ageOfConsent, circle.birthDate, today)) return { by: 'pupil', pupil: circle.pupil };
	const homes = householdsOf(circle).map(({ household, guardians }) => ({
		household,
		guardians: guardians.filter(hasAuthority).map(({ person }) => person),
		unknown: guardians.filter(({ authority }) => authority === 'unknown').map(({ person }) => person)
	}));
	return {
		by: 'guardians',
		homes: homes.flatMap(({ household, guardians }) => (guardians.length ? [{ household, guardians }] : [])),
		waitsFor: homes.flatMap(({ guardians, unknown }) => (guardians.length ? [] : unknown))
	};
}

/** Of somebody who is in the circle. */
export function hasAuthority({ authority }: Pick<Member, 'authority'>): boolean {
	return authority === 'yes' || authority === 'guardianship';
}
