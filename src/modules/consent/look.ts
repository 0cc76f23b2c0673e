import type { Task } from '#platform/ctx.ts';
import type { PersonId } from '#platform/ids.ts';
import { addDays, weekday, type Day } from '#platform/time.ts';

/** Why somebody could look on that day: as it was then, also when it is over now. */
export type Why =
	| { kind: 'teaches'; group: string }
	| { kind: 'works-with'; tasks: readonly Task[] }
	| { kind: 'outside' }
	/** Not of the circle: leadership or office with a reason. Null: the reason is not for this reader. */
	| { kind: 'looked-in'; tasks: readonly Task[]; reason: string | null };

/** Somebody of staff or from outside read in the child's pages on this day, once or more often. */
export type Look = { day: Day; person: PersonId; name: string; why: Why };

export type Week = { monday: Day; looks: Look[] };

/** Looks by week, the newest first; within a day in the order given. */
export function weeksOf(looks: readonly Look[]): Week[] {
	const byMonday = Map.groupBy(
		looks.toSorted((a, b) => b.day.localeCompare(a.day)),
		({ day }) => addDays(day, 1 - weekday(day))
	);
	return [...byMonday].map(([monday, looks]) => ({ monday, looks }));
}

/** How somebody was tied to the child on the day of the look. */
export type Tied = { group: string | null; tied: boolean; outside: boolean; tasks: readonly Task[] };

/** A tie of that day explains the look; without one it was a look in. */
export function whyOf({ group, tied, outside, tasks }: Tied, reason: string | null): Why {
	if (group) return { kind: 'teaches', group };
	if (outside) return { kind: 'outside' };
	return tied || reason === null ? { kind: 'works-with', tasks } : { kind: 'looked-in', tasks, reason };
}
