import { talkersOf, type Circle } from '#modules/people/circle.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import type { Starter } from './moment.ts';
import type { Terms } from './terms.ts';

/** Who takes the first step now: who teaches the child, the guardians who take part, or the pupil itself. */
export function startersOf(
	starter: Starter,
	{ people }: Pick<Terms, 'people'>,
	circle: Circle,
	home: HouseholdId | null
): PersonId[] {
	if (starter === 'school') return circle.members.filter(({ teaches }) => teaches).map(({ person }) => person);
	const guardians = talkersOf(circle).filter(({ household }) => home === null || household === home);
	const those = guardians.filter(({ person }) => people.includes(person));
	const atHome = (those.length ? those : guardians).map(({ person }) => person);
	// A child that does not sign in yet does it beside a guardian.
	return starter === 'pupil' ? [circle.pupil, ...(circle.say >= 3 ? [] : atHome)] : atHome;
}
