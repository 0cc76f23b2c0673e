import type { Booking } from '#modules/cycle/booking.ts';
import type { ConversationState } from '#modules/conversations/conversation.ts';
import { dayOf, type Day } from '#platform/time.ts';
import type { Location } from './zone.ts';

/** One talk of a round as it stands: when, with whom, and where in the building. */
export type Stop = Omit<Booking, 'location'> & {
	location: Location | null;
	startedAt: Date | null;
	heldAt: Date | null;
	talkState: ConversationState;
	pupilInvited: boolean;
};

/** It has begun or is over, whatever the clock says. */
export function hasBegun({ startedAt, heldAt }: Pick<Stop, 'startedAt' | 'heldAt'>) {
	return startedAt !== null || heldAt !== null;
}

export function byEvening<S extends Pick<Stop, 'startsAt'>>(stops: readonly S[]): { day: Day; stops: S[] }[] {
	const ordered = stops.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
	return [...Map.groupBy(ordered, ({ startsAt }) => dayOf(startsAt))].map(([day, each]) => ({ day, stops: each }));
}
