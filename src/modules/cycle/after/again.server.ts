import { memberOf, talkersOf } from '#modules/people/circle.ts';
import { circleIn, wholeCircleIn } from '#modules/people/circles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { BookingId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import type { Booking } from '#modules/cycle/booking.ts';
import * as bookings from '#modules/cycle/booking.store.server.ts';
import { isRunning, takesChoices } from '#modules/cycle/round.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { suggest } from '#modules/cycle/times.ts';
import { mayChooseAgain } from './attendance.access.ts';
import * as store from './attendance.store.server.ts';
import { freeFor, laidOut } from './free.server.ts';

/** For a family whose talk was not held: the first times that are free, or, when there are none, that they can ask for one. */
export function again(ctx: Ctx, id: BookingId) {
	return read(ctx, async (db) => {
		const booking = await bookings.find(db, ctx, id);
		const circle = booking && (await circleIn(db, ctx, booking.pupil));
		const reader = circle && memberOf(circle, ctx.person.id);
		const round = reader && mayChooseAgain(booking, reader) && (await rounds.find(db, ctx, booking.round));
		if (!round) return no('missing');
		const said = await store.findSaid(db, ctx, id);
		const instead = await insteadOf(db, ctx, booking);
		const asks = said?.attended === false && !instead && takesChoices(round) && isRunning(round, ctx.now);
		const free = asks
			? freeFor(round, await laidOut(db, ctx, round, [circle]), circle, booking, 'family', ctx.now)
			: [];
		return ok({
			booking,
			callName: circle.callName,
			isMissed: said?.attended === false,
			schoolSide: said?.schoolSide ?? false,
			instead: instead?.id ?? null,
			times: suggest(free, { booked: [], free: [] }),
			hasMore: free.length > 3,
			names: Object.fromEntries(circle.members.map(({ person, name }) => [person, name]))
		});
	});
}

/** Who hears that a talk was not held, and what may be said of it. Undefined: they have agreed on a new time by now. */
export async function missedForMessage(db: Db, ctx: Ctx, id: BookingId) {
	const booking = await bookings.find(db, ctx, id);
	const said = booking && (await store.findSaid(db, ctx, id));
	const circle = booking && said?.attended === false && (await wholeCircleIn(db, ctx, booking.pupil));
	if (!circle || (await insteadOf(db, ctx, booking))) return undefined;
	const there = talkersOf(circle).filter(({ household }) => !booking.household || household === booking.household);
	const { pupil, startsAt } = booking;
	return {
		...{ pupil, startsAt, callName: circle.callName, schoolSide: said.schoolSide },
		guardians: there.map(({ person }) => person)
	};
}

/** The time that was agreed since. */
async function insteadOf(db: Db, ctx: Ctx, { round, pupil, household }: Booking) {
	const now = await bookings.findBooked(db, ctx, round, [pupil]);
	return now.find((one) => one.household === household || one.household === null);
}
