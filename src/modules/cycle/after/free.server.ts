import { talkersOf, type Circle } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { BookingId } from '#platform/ids.ts';
import { addDays, momentOf, type Time } from '#platform/time.ts';
import type { AskedBy, Booking } from '#modules/cycle/booking.ts';
import * as bookings from '#modules/cycle/booking.store.server.ts';
import { places, type Block } from '#modules/cycle/offer.ts';
import * as offers from '#modules/cycle/offer.store.server.ts';
import type { Round } from '#modules/cycle/round.ts';
import { freeTimes, type FreeTime, type OccupiedSpan } from '#modules/cycle/times.ts';

type Whose = Pick<Booking, 'pupil' | 'household' | 'place'>;

/** Who must be there besides the teacher: the child and the guardians of the home, or of both homes. */
export function peopleOf(circle: Circle, { pupil, household }: Omit<Whose, 'place'>) {
	const there = talkersOf(circle).filter((guardian) => !household || guardian.household === household);
	return [pupil, ...there.map(({ person }) => person)];
}

/** What a round offers these children, and when everybody of their circles is taken; what is kept for `keptFor` is free to it. */
export async function laidOut(db: Db, ctx: Ctx, round: Round, circles: readonly Circle[], keptFor?: BookingId) {
	const members = circles.flatMap((circle) => circle.members);
	const staff = [...new Set(members.filter(({ role }) => role === 'staff').map(({ person }) => person))];
	const midnight = '00:00' as Time;
	const [from, to] = [momentOf(round.firstDay, midnight), momentOf(addDays(round.lastDay, 1), midnight)];
	const people = [...new Set(members.map(({ person }) => person))];
	const blocks = await offers.findBlocks(db, ctx, round.id, staff);
	const rooms = [...new Set(blocks.flatMap(({ location }) => location?.id ?? []))];
	return { blocks, occupied: await bookings.findOccupied(db, ctx, people, rooms, from, to, keptFor) };
}

/** Every time at which this talk can be, in the way it was meant where that can be, else in the first other way; soonest first. */
export function freeFor(
	round: Round,
	{ blocks, occupied }: { blocks: readonly Block[]; occupied: readonly OccupiedSpan[] },
	circle: Circle,
	talk: Whose,
	by: AskedBy,
	now: Date
): FreeTime[] {
	const staff = new Set(circle.members.filter(({ role }) => role === 'staff').map(({ person }) => person));
	const offered = blocks.filter(({ teacher }) => staff.has(teacher));
	const people = peopleOf(circle, talk);
	// What cannot be at home any more is at school, unless they choose otherwise.
	const ways = [...places.filter((one) => one === talk.place), ...places.filter((one) => one !== talk.place)];
	const firsts = new Map<string, FreeTime>();
	for (const way of ways) {
		for (const time of freeTimes(round, offered, occupied, people, way, by, now)) {
			const key = `${time.block} ${time.startsAt.getTime()}`;
			if (!firsts.has(key)) firsts.set(key, time);
		}
	}
	return [...firsts.values()].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}
