import type { PersonId } from '#platform/ids.ts';
import { addMinutes } from '#platform/time.ts';

/** What school wrote down: for the adults, and a sentence or two for everyone in which home and school stand together. */
export type TalkRecord = { writtenBy: PersonId; forAdults: string; forCircle: string; version: number };

/** A partner's answer to the record: recognised, or an own view beside it, or both. Never merged into it. */
export type RecordResponse = {
	person: PersonId;
	acknowledgedAt: Date | null;
	ownView: string | null;
	audience: 'adults' | 'circle';
	viewedAt: Date | null;
};

/** How long partners have to respond; after it their silence is shown, and blocks nothing (handbook §4.2). */
export const termInDays = 10;

export type Answered = 'acknowledged' | 'viewed' | 'awaited' | 'silent';

export function answered(response: RecordResponse | undefined, recordedAt: Date, now: Date): Answered {
	if (response?.ownView) return 'viewed';
	if (response?.acknowledgedAt) return 'acknowledged';
	return now > termOf(recordedAt) ? 'silent' : 'awaited';
}

export function termOf(recordedAt: Date): Date {
	return addMinutes(recordedAt, termInDays * 24 * 60);
}
