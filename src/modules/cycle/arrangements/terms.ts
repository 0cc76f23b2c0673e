import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';

/** Half an hour, at home, a call, a mail, ten minutes at the report card, the pupil shows how it goes (handbook §3.2). */
export const forms = ['talk', 'home-visit', 'phone', 'mail', 'report-card', 'presentation'] as const;
export type Form = (typeof forms)[number];

export const rhythms = [
	...(['report', 'year', 'half-year', 'quarter'] as const),
	...(['weeks-8', 'weeks-6', 'weeks-4', 'weeks-3', 'weeks-2'] as const)
] as const;
export type Rhythm = (typeof rhythms)[number];

/** Whose turn it is to take the first step each time. */
export const initiatives = ['in-turn', 'school', 'home', 'pupil'] as const;
export type Initiative = (typeof initiatives)[number];

export type Way = { form: Form; rhythm: Rhythm };

/** What is agreed or offered: each form in its own rhythm. */
export type Terms = {
	ways: readonly Way[];
	initiative: Initiative;
	/** Who takes part, beside school: guardians, and the pupil. */
	people: readonly PersonId[];
	until: Day;
	/** What the child would like, as it told those who wrote this. */
	wish: string;
};
