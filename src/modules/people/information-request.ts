import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';

export const grounds = ['childs-interest', 'not-for-the-other-either', 'not-about-the-child', 'court'] as const;
/** Why school may not tell: what the law allows (art. 1:377c BW), said in words beside it. */
export type Ground = (typeof grounds)[number];

export type InformationRequestId = string & { readonly __informationRequest: never };
/** What a parent without authority asked about the child, and what school answered. Nothing in it is changed afterwards. */
export type InformationRequest = {
	id: InformationRequestId;
	pupil: PersonId;
	askedBy: PersonId;
	question: string;
	askedAt: Date;
	/** A month after it was asked (standards §5.1). */
	dueOn: Day;
	state: 'asked' | 'answered' | 'refused';
	ground: Ground | null;
	answer: string | null;
	decidedBy: PersonId | null;
	decidedAt: Date | null;
};

export type Decision = { answer: string; ground: Ground | null };

/** School tells, or says why not; once. */
export function decide(
	request: InformationRequest,
	{ answer, ground }: Decision,
	by: PersonId,
	now: Date
): Outcome<InformationRequest, 'wrong-state' | 'words-missing'> {
	if (request.state !== 'asked') return no('wrong-state');
	if (!answer) return no('words-missing');
	const state = ground ? 'refused' : 'answered';
	return ok({ ...request, state, ground, answer, decidedBy: by, decidedAt: now });
}

/** The same day a month on; of a month that is shorter, its last day. */
export function aMonthAfter(day: Day): Day {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
	const last = new Date(Date.UTC(nextYear, nextMonth, 0)).getUTCDate();
	const pad = (part: number) => String(part).padStart(2, '0');
	return `${nextYear}-${pad(nextMonth)}-${pad(Math.min(date, last))}` as Day;
}
