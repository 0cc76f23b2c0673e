import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';

/** In school days, unless this school says otherwise (handbook §3.2: an answer is promised, and its clock shown). */
export const houseDays = 3;
export const mostDays = 10;

/** What school answers before there is a planned talk: a time that would suit, or a call. */
export type Answer = { kind: 'time' | 'call'; at: Date; by: PersonId };

/** Somebody asked for a talk: of whom, and until when an answer was promised. A promise stays as it was made. */
export type Ask = {
	talk: ConversationId;
	pupil: PersonId;
	of: PersonId | null;
	answerBy: Day;
	answer: Answer | null;
};

export type AskRefusal = 'refused' | 'past' | 'wrong-state';

/** Another answer may come in the place of one that was given, as long as nothing is planned. */
export function answer(ask: Ask, given: Answer, now: Date): Outcome<Ask, 'past'> {
	return given.at > now ? ok({ ...ask, answer: given }) : no('past');
}

/** Who asked says yes to the time that school would suit. */
export function timeAgreedOn({ answer }: Ask, now: Date): Outcome<Answer, 'wrong-state' | 'past'> {
	if (answer?.kind !== 'time') return no('wrong-state');
	return answer.at > now ? ok(answer) : no('past');
}

/** It was answered, with whatever holds still: a time or a day that passed unused is no answer any more. */
export function stands({ answer }: Pick<Ask, 'answer'>, now: Date): boolean {
	return !!answer && answer.at > now;
}

/** Plainly, and to school only: what it promised is over. */
export function isOverdue(ask: Pick<Ask, 'answerBy' | 'answer'>, today: Day, now: Date): boolean {
	return !stands(ask, now) && ask.answerBy < today;
}
