/**
 * Education-supporting behaviour, four aspects (handbook §4.6): for parents to look at themselves, and for a teacher to ask
 * about. Offered, never demanded; nobody counts it.
 */
export const aspects = {
	interest: ['asks', 'knows', 'tells'],
	play: ['stories', 'makes', 'outside', 'talks'],
	care: ['sleep', 'food', 'on_time', 'screens', 'friends'],
	hope: ['believes', 'effort', 'later']
} as const;
export type Aspect = keyof typeof aspects;
export type Habit = (typeof aspects)[Aspect][number];

export const aspectNames = Object.keys(aspects) as Aspect[];
export const habits: readonly Habit[] = Object.values(aspects).flat();

/** No answer is better than another, and none at all is fine. */
export const habitAnswers = ['so', 'sometimes', 'otherwise', 'talk'] as const;
export type HabitAnswer = (typeof habitAnswers)[number];
