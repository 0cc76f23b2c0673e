import { isAged } from '#modules/people/age.ts';
import type { Member } from '#modules/people/circle.ts';
import type { Day } from '#platform/time.ts';
import type { Conversation } from './conversation.ts';

/** From where somebody prepares: the same questions, in words and with examples of their own (handbook §4.4). */
export const standpoints = ['guardian', 'teacher', 'lesson', 'professional', 'pupil', 'teen'] as const;
export type Standpoint = (typeof standpoints)[number];

/** From about twelve a child speaks for itself more and more (handbook §1 P5). */
const teens = 12;

type Where = { secondary: boolean; birthDate: Day | null; today: Day };

/** A subject teacher is asked about the subject, a professional about its own work; the talk’s chair about the whole. */
export function standpointOf(
	talk: Pick<Conversation, 'chair' | 'pupil'>,
	{ person, role, teaches }: Pick<Member, 'person' | 'role' | 'teaches'>,
	{ secondary, birthDate, today }: Where
): Standpoint {
	if (person === talk.pupil) return isAged(teens, birthDate, today) ? 'teen' : 'pupil';
	if (role === 'guardian' || role === 'other') return 'guardian';
	if (role === 'professional') return 'professional';
	if (person === talk.chair) return 'teacher';
	if (!teaches) return 'professional';
	return secondary ? 'lesson' : 'teacher';
}

/** How a child is asked: with pictures to tap and a sheet to draw on, with those beside the words, or in words first. */
export const levels = ['pictures', 'both', 'words'] as const;
export type Level = (typeof levels)[number];
const readers = 8;

/** Age gives the first guess; ability counts, so the page offers the other way too (handbook §1 P5). */
export function levelOf(isChild: boolean, { birthDate, today }: Pick<Where, 'birthDate' | 'today'>): Level {
	if (!isChild || isAged(teens, birthDate, today)) return 'words';
	return birthDate && !isAged(readers, birthDate, today) ? 'pictures' : 'both';
}
