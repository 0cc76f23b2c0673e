import type { HouseholdId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { consentersOf } from './authority.ts';
import type { Circle } from './circle.ts';

/** A step that can be agreed; the fourth comes by law at sixteen. */
export type Step = 1 | 2 | 3;
export const steps: readonly Step[] = [1, 2, 3];

/** Whose answer it is, and who wrote it down: a child that does not sign in answers together with an adult, who is named. */
export type SayAnswer = { person: PersonId; saidBy: PersonId; yes: boolean };
export type SayProposal = { id: string; pupil: PersonId; step: Step; proposedBy: PersonId; answers: SayAnswer[] };

/** How a proposal stands. */
export type SayState = 'open' | 'agreed' | 'declined' | 'withdrawn';

/** Who must say yes: the pupil, and of each home one guardian with authority. Unknown authority makes it wait. */
export function askedFor(
	circle: Circle,
	today: Day
): { homes: { household: HouseholdId; guardians: PersonId[] }[]; waitsFor: PersonId[] } {
	const consenters = consentersOf(circle, today);
	return consenters.by === 'guardians' ? consenters : { homes: [], waitsFor: [] };
}

/** A no of who was asked ends it; it counts when all have said yes (handbook §1 P5: agreed with parents and pupil). */
export function outcomeOf(
	{ answers }: Pick<SayProposal, 'answers'>,
	circle: Circle,
	today: Day
): 'open' | 'agreed' | 'declined' {
	const { homes, waitsFor } = askedFor(circle, today);
	const asked = new Set([circle.pupil, ...homes.flatMap(({ guardians }) => guardians)]);
	const counted = answers.filter(({ person }) => asked.has(person));
	if (counted.some(({ yes }) => !yes)) return 'declined';
	const agrees = (person: PersonId) => counted.some((answer) => answer.person === person);
	const everyHome = homes.length > 0 && homes.every(({ guardians }) => guardians.some(agrees));
	return everyHome && !waitsFor.length && agrees(circle.pupil) ? 'agreed' : 'open';
}
