import { moveIn } from '#modules/conversations/conversations.server.ts';
import { swapIn } from '#modules/conversations/swaps.server.ts';
import type { Booking } from '#modules/cycle/booking.ts';
import * as bookings from '#modules/cycle/booking.store.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { BookingId, RoundId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { mayShift } from './evening.access.ts';
import { familyIn, readerOf } from './families.server.ts';
import type { Wanted } from './shift.input.ts';
import type { Shift, WayOut } from './way-out.ts';
import { waysOutIn } from './ways-out.server.ts';

export type ShiftReason = 'missing' | 'refused' | 'taken' | 'not-possible-now';
type Shifted = Promise<Outcome<undefined, ShiftReason>>;

const clash = { [conflicts.overlap]: 'taken', [conflicts.dangling]: 'not-possible-now' } as const;

/** A family takes their next talk later this evening, since school runs late. */
export function shift(ctx: Ctx, round: RoundId, wanted: Wanted): Shifted {
	return take(ctx, round, 'later', wanted, async (db, ctx, [only]) => {
		const { booking, startsAt, location } = only!;
		return (await moveIn(db, ctx, booking.conversation, { startsAt, place: whereOf(booking, location) })).ok;
	});
}

/** A family takes two talks the other way round, since school runs late. */
export function swap(ctx: Ctx, round: RoundId, wanted: Wanted): Shifted {
	return take(ctx, round, 'swap', wanted, async (db, ctx, shifts) => {
		const talks = shifts.map(({ booking, startsAt, location }) => ({
			id: booking.conversation,
			startsAt,
			place: whereOf(booking, location)
		}));
		return (await swapIn(db, ctx, talks)).ok;
	});
}

type Write = (db: Db, ctx: Ctx, shifts: readonly Moving[]) => Promise<boolean>;
type Moving = Omit<Shift, 'booking'> & { booking: Booking };

/** Only what is offered to this family at this very moment; the notice period holds for the family’s own wishes, and this is school’s delay. */
function take(ctx: Ctx, id: RoundId, kind: WayOut['kind'], wanted: Wanted, write: Write): Shifted {
	return change<undefined, ShiftReason, 'taken' | 'not-possible-now'>(
		ctx,
		async (db) => {
			const before = await familyIn(db, ctx, id);
			const asked = before?.stops.find((stop) => stop.id === wanted.booking);
			const reader = before && asked && readerOf(before.circles, asked, ctx);
			if (!reader) return no('missing');
			if (!mayShift(asked, reader)) return no('refused');
			const held = new Map<BookingId, Booking>();
			for (const one of before.stops.map((stop) => stop.id).toSorted()) {
				const booking = await bookings.findToChange(db, ctx, one);
				if (booking) held.set(one, booking);
			}
			// As it stands now that nobody else changes it.
			const family = await familyIn(db, ctx, id);
			const ways = family ? await waysOutIn(db, ctx, family) : [];
			const way = ways.find((each) => each.kind === kind && isWanted(each, wanted));
			if (!way) return no('not-possible-now');
			const shifts = way.shifts.map((each) => ({ ...each, booking: held.get(each.booking)! }));
			if (!(await write(db, ctx, shifts))) return no('not-possible-now');
			for (const { booking, block, location, startsAt, endsAt } of shifts) {
				const moved = { ...booking, block, location, startsAt, endsAt, sequence: booking.sequence + 1 };
				await bookings.save(db, ctx, moved);
				const { id: subject, round, pupil, conversation } = moved;
				recordFact(db, ctx, 'booking.moved', subject, { round, pupil, conversation });
			}
			return ok(undefined);
		},
		clash
	);
}

function isWanted({ shifts }: WayOut, { booking, startsAt }: Wanted) {
	return shifts[0].booking === booking && shifts[0].startsAt.getTime() === startsAt.getTime();
}

function whereOf({ place }: Booking, location: Shift['location']) {
	return { kind: place, ...(location ? { location: location.name } : {}) };
}
