import type { HouseholdId, PersonId } from '#platform/ids.ts';
import type { Booking } from './booking.ts';

type Guardian = { id: PersonId; household: HouseholdId | null };

/** One talk that a round needs: of a child with all its guardians, or with one home of a child whose parents asked for that. */
export type Talk = { pupil: PersonId; household: HouseholdId | null; guardians: PersonId[] };

export function talksFor(pupil: PersonId, guardians: readonly Guardian[], ownTalks: boolean): Talk[] {
	const homes = homesOf(guardians);
	if (!ownTalks || homes.length < 2) return [{ pupil, household: null, guardians: guardians.map(({ id }) => id) }];
	return homes.map((household) => ({
		pupil,
		household,
		guardians: guardians.filter((guardian) => guardian.household === household).map(({ id }) => id)
	}));
}

/** The talk in which this guardian takes part. */
export function talkOf(talks: readonly Talk[], guardian: PersonId): Talk | undefined {
	return talks.find(({ guardians }) => guardians.includes(guardian));
}

/** The time agreed for a talk: its own, or the one that was agreed for everybody. */
export function bookingOf<B extends Pick<Booking, 'pupil' | 'household' | 'state'>>(
	{ pupil, household }: Talk,
	bookings: readonly B[]
): B | undefined {
	return bookings.find(
		(booking) =>
			booking.pupil === pupil &&
			booking.state === 'booked' &&
			(booking.household === household || booking.household === null)
	);
}

export function homesOf(guardians: readonly Guardian[]): HouseholdId[] {
	return [...new Set(guardians.flatMap(({ household }) => household ?? []))];
}
