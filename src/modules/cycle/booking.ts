import type { BookingId, ConversationId, HouseholdId, PersonId, RoundId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { AgreedPlace, Block, BlockId, Place, Slot } from './offer.ts';
import { timesIn, type Length } from './length.ts';
import { choosableUntil, isInWindow, isOver, takesChoices, type Round } from './round.ts';

export type VisitId = string & { readonly __visit: never };

export const bookingStates = ['booked', 'cancelled'] as const;
export type BookingState = (typeof bookingStates)[number];

/** The time agreed for one child's talk in a round. */
export type Booking = {
	/** The UID in everybody's calendar, for life. */
	id: BookingId;
	round: RoundId;
	pupil: PersonId;
	teacher: PersonId;
	/** The guardian who chose, or for whom the teacher chose. */
	guardian: PersonId;
	/** The home whose own talk this is; without one it is the talk of all guardians of the circle. */
	household: HouseholdId | null;
	block: BlockId | null;
	location: Block['location'];
	place: AgreedPlace;
	startsAt: Date;
	endsAt: Date;
	/** Up at each change, as calendars want it. */
	sequence: number;
	state: BookingState;
	conversation: ConversationId;
};

/** The whole life of a booking. Buttons, tests and the diagram read this table. */
export const bookingMoves = {
	move: { from: ['booked'], to: 'booked' },
	cancel: { from: ['booked'], to: 'cancelled' }
} as const satisfies Record<string, { from: readonly BookingState[]; to: BookingState }>;
export type BookingMove = keyof typeof bookingMoves;

export type BookingRefusal =
	'wrong-state' | 'changed' | 'round-closed' | 'round-over' | 'outside-round' | 'not-offered' | 'past' | 'too-late';

export function can(move: BookingMove, { state }: Pick<Booking, 'state'>) {
	return (bookingMoves[move].from as readonly BookingState[]).includes(state);
}

/** A time that somebody asks for: where in a block, how they'd like to talk, and for how long when not as usual. */
export type WantedTime = { block: Block; startsAt: Date; place: Place; length?: Length };

/** Families keep to the notice period; school may do what it was asked on the phone until the talk begins. */
export type AskedBy = 'family' | 'school';

/** Is this time theirs to take? Whether it is still free only the database knows. */
export function choose(
	round: Round,
	{ block, startsAt, place, length = { minutes: round.minutes, every: round.minutes } }: WantedTime,
	by: AskedBy,
	now: Date
): Outcome<Slot, BookingRefusal> {
	if (!takesChoices(round)) return no('round-closed');
	if (isOver(round, now)) return no('round-over');
	if (!isInWindow(round, startsAt)) return no('outside-round');
	const slot = timesIn(block, length).find((each) => each.startsAt.getTime() === startsAt.getTime());
	if (!slot || !block.places.includes(place)) return no('not-offered');
	return inTime(round, startsAt, by, now) ?? ok(slot);
}

export function move(
	booking: Booking,
	round: Round,
	wanted: WantedTime,
	by: AskedBy,
	now: Date
): Outcome<Booking, BookingRefusal> {
	if (!can('move', booking)) return no('wrong-state');
	const late = inTime(round, booking.startsAt, by, now);
	if (late) return late;
	const chosen = choose(round, wanted, by, now);
	if (!chosen.ok) return chosen;
	return ok({ ...booking, ...chosen.value, ...placeOf(wanted), sequence: booking.sequence + 1 });
}

/** Until the talk begins: who cannot come says so, however late, and nobody waits for nothing. */
export function cancel(booking: Booking, now: Date): Outcome<Booking, BookingRefusal> {
	if (!can('cancel', booking)) return no('wrong-state');
	if (booking.startsAt <= now) return no('past');
	return ok({ ...booking, block: null, state: 'cancelled', sequence: booking.sequence + 1 });
}

/** What a wanted time says about who receives, and where. */
export function placeOf({ block, place }: Pick<WantedTime, 'block' | 'place'>) {
	return { block: block.id, teacher: block.teacher, place, location: place === 'school' ? block.location : null };
}

function inTime(round: Round, startsAt: Date, by: AskedBy, now: Date) {
	if (startsAt <= now) return no('past');
	if (by === 'family' && choosableUntil(round, startsAt) < now) return no('too-late');
	return undefined;
}
