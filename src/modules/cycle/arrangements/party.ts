import { householdsOf, talkersOf, type Circle, type Member } from '#modules/people/circle.ts';
import type { HouseholdId } from '#platform/ids.ts';

/** Whose yes it needs: school's, and that of each home it is for. `home`: a child whose guardians have no address here. */
export type Party = 'school' | 'home' | HouseholdId;

/**
 * Whose yes an arrangement needs: school's, and of one home or of all; a home that has its own is not asked for the one
 * together.
 */
export function partiesOf(home: HouseholdId | null, circle: Circle, apart: readonly HouseholdId[] = []): Party[] {
	const homes = householdsOf({ ...circle, members: talkersOf(circle) }).map(({ household }) => household);
	if (home) return ['school', ...homes.filter((one) => one === home)];
	const together = homes.filter((one) => !apart.includes(one));
	return ['school', ...(homes.length ? together : ['home' as const])];
}

/** For whom this member speaks here; the pupil and who comes from outside for no party. */
export function partyOf({ role, household }: Pick<Member, 'role' | 'household'>): Party | undefined {
	if (role === 'staff') return 'school';
	return role === 'guardian' ? (household ?? 'home') : undefined;
}
