import type { Sliders } from '#modules/planner/objective.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import { asDay, type Day } from '#platform/time.ts';
import type { TalkKey } from './talk-key.ts';

export const weights = [0.25, 0.5, 1, 2, 4] as const;

/** The version of the board that was on the screen; none is older than any. */
export function versionIn(form: FormData): number {
	const version = Number(form.get('version') ?? '-1');
	return Number.isInteger(version) && version >= 0 ? version : -1;
}

/** A talk from outside, or undefined when it has not the shape of one. */
export function asTalk(text: unknown): TalkKey | undefined {
	if (typeof text !== 'string') return undefined;
	const [pupil, household, teacher, ...more] = text.split('_');
	if (more.length || !asId(pupil) || household === undefined || teacher === undefined) return undefined;
	if ((household && !asId(household)) || (teacher && !asId(teacher))) return undefined;
	return text as TalkKey;
}

/** A time of a teacher, as the page writes it: `teacher_moment`. */
export function asSpot(text: unknown): { teacher: PersonId; startsAt: Date } | undefined {
	if (typeof text !== 'string') return undefined;
	const at = text.indexOf('_');
	const teacher = asId<PersonId>(text.slice(0, at));
	const startsAt = new Date(text.slice(at + 1));
	const isWritten = teacher && !Number.isNaN(startsAt.getTime()) && startsAt.toISOString() === text.slice(at + 1);
	return isWritten ? { teacher, startsAt } : undefined;
}

/** What weighs how much, by the place of each slider; what is no place of it weighs as usual. */
export function slidersIn(form: FormData): Sliders {
	const weight = (name: string) => weights[Number(form.get(name) ?? '2')] ?? 1;
	return { wishes: weight('wishes'), waiting: weight('waiting'), staffDay: weight('staffDay') };
}

/** Which of the ways out, counted from nought. */
export function wayIn(form: FormData): number {
	const way = Number(form.get('way') ?? '-1');
	return Number.isInteger(way) && way >= 0 ? way : -1;
}

export function dayIn({ searchParams }: URL): Day | undefined {
	return asDay(searchParams.get('dag'));
}
