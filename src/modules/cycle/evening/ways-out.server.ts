import * as bookings from '#modules/cycle/booking.store.server.ts';
import * as offers from '#modules/cycle/offer.store.server.ts';
import { talkersOf } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { addDays, dayOf, momentOf, type Time } from '#platform/time.ts';
import { delaysIn } from './delays.server.ts';
import { mayShift } from './evening.access.ts';
import { readerOf, type Family } from './families.server.ts';
import { missedBy, routeOf } from './route.ts';
import { waysOut, type WayOut } from './way-out.ts';
import { findLocations } from './zone.store.server.ts';
import { walkingIn } from './zones.server.ts';

/** What this family can do today, now that a delay makes them miss a talk. */
export async function waysOutIn(db: Db, ctx: Ctx, { round, circles, stops: all }: Family): Promise<WayOut[]> {
	const today = dayOf(ctx.now);
	const stops = all.filter(({ startsAt }) => dayOf(startsAt) === today);
	const delays = await delaysIn(db, ctx, round.id);
	const walking = await walkingIn(db, ctx);
	const missed = missedBy(routeOf(stops, delays, walking, ctx.now));
	const reader = missed && readerOf(circles, missed.next, ctx);
	if (!missed || !reader || !mayShift(missed.next, reader)) return [];

	const people = new Map(
		stops.map(({ id, pupil, household, pupilInvited }) => {
			const circle = circles.get(pupil);
			const guardians = circle ? talkersOf(circle) : [];
			const there = guardians.filter((guardian) => !household || guardian.household === household);
			return [id, [...there.map(({ person }) => person), ...(pupilInvited ? [pupil] : [])]];
		})
	);
	const teachers = [missed.late.teacher, missed.next.teacher];
	const locations = new Map((await findLocations(db, ctx)).map((location) => [location.id, location]));
	const blocks = (await offers.findBlocks(db, ctx, round.id, teachers))
		.filter(({ startsAt }) => dayOf(startsAt) === today)
		.map((block) => ({ ...block, location: block.location ? (locations.get(block.location.id) ?? null) : null }));
	const midnight = '00:00' as Time;
	const [from, to] = [momentOf(today, midnight), momentOf(addDays(today, 1), midnight)];
	const everybody = [...new Set([...teachers, ...[...people.values()].flat()])];
	const rooms = blocks.flatMap(({ location }) => location?.id ?? []);
	const occupied = await bookings.findOccupied(db, ctx, everybody, rooms, from, to);
	return waysOut({ stops, people, blocks, occupied, delays, walking }, ctx.now);
}
