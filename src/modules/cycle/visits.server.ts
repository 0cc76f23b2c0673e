import type { Ctx } from '#platform/ctx.ts';
import { change } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { ok, type Outcome } from '#platform/outcome.ts';
import { mayBook } from './booking.access.ts';
import type { Choice } from './booking.input.ts';
import type { Booking, VisitId } from './booking.ts';
import { refusals, settleIn, type BookingReason } from './bookings.server.ts';

/** A guardian chooses times for several children in one press: all of them stand, or none does. */
export function bookTogether(
	ctx: Ctx,
	round: RoundId,
	choices: readonly Choice[]
): Promise<Outcome<Booking[], BookingReason>> {
	const settling = { guardian: ctx.person.id, may: mayBook, by: 'family', visit: newId<VisitId>() } as const;
	// Everybody in the same order: two families that want each other's times never wait crosswise.
	const inOrder = choices.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
	return change<Booking[], BookingReason, BookingReason>(
		ctx,
		async (db) => {
			const booked: Booking[] = [];
			for (const choice of inOrder) {
				const one = await settleIn(db, ctx, round, choice, settling);
				if (!one.ok) return one;
				booked.push(one.value);
			}
			return ok(booked);
		},
		refusals
	);
}

function keyOf({ startsAt, block }: Choice) {
	return `${startsAt.toISOString()} ${block}`;
}
