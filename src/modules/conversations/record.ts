import type { PersonId } from '#platform/ids.ts';
import { addMinutes } from '#platform/time.ts';

/** What school writes down: for the adults, and a sentence or two for everyone in which home and school stand together. */
export type Parts = { forAdults: string; forCircle: string };
/** The draft, of who lead the talk; `version` counts who wrote. */
export type TalkRecord = Parts & { writtenBy: PersonId; version: number };

/** *Versie*: the record as it was shared, the first time or once more. Nothing of it changes any more. */
export type Edition = Parts & { number: number; sharedBy: PersonId; sharedAt: Date };

/** A partner's answer to an edition: recognised, or an own view beside it, or both. Never merged into it. */
export type RecordResponse = {
	edition: number;
	person: PersonId;
	acknowledgedAt: Date | null;
	ownView: string | null;
	audience: 'adults' | 'circle';
	viewedAt: Date | null;
};

/** That school gave an edition to a guardian on paper. */
export type Handover = { edition: number; person: PersonId; givenBy: PersonId; givenAt: Date };

/** How many days school takes to share a record, and partners have to respond; each school may choose (handbook §4.2). */
export type RecordTerms = { shareDays: number; respondDays: number };
export const houseTerms: RecordTerms = { shareDays: 7, respondDays: 10 };

export type Answered = 'acknowledged' | 'viewed' | 'awaited' | 'silent';

/** After the term silence is shown, and blocks nothing. */
export function answered(response: RecordResponse | undefined, respondBy: Date, now: Date): Answered {
	if (response?.ownView) return 'viewed';
	if (response?.acknowledgedAt) return 'acknowledged';
	return now > respondBy ? 'silent' : 'awaited';
}

export function daysAfter(moment: Date, days: number): Date {
	return addMinutes(moment, days * 24 * 60);
}

export function isSame(one: Parts, other: Parts): boolean {
	return one.forAdults === other.forAdults && one.forCircle === other.forCircle;
}
