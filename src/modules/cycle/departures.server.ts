import { wholeCirclesIn } from '#modules/people/circles.server.ts';
import { memberOf } from '#modules/people/circle.ts';
import { namesIn } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { BookingId, RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import * as store from './booking.store.server.ts';
import { mayPlan } from './round.access.ts';
import * as rounds from './round.store.server.ts';

/** A talk that stands, of a teacher who is no longer the child's. Names and times, no content. */
export type Departure = { id: BookingId; callName: string; group: string; teacher: string; startsAt: Date };

/**
 * For the office: talks to come whose teacher left the group while the round goes on, as a file of school said. Their free
 * times are gone by themselves; for what was agreed somebody has to think of something.
 */
export function departuresOf(ctx: Ctx, id: RoundId) {
	return read(ctx, async (db) => {
		const round = mayPlan(ctx) ? await rounds.find(db, ctx, id) : undefined;
		if (!round) return no('missing');
		const booked = (await store.findBooked(db, ctx, id)).filter(({ startsAt }) => startsAt > ctx.now);
		const circles = await wholeCirclesIn(db, ctx, [...new Set(booked.map(({ pupil }) => pupil))]);
		const left = booked.filter(({ pupil, teacher }) => {
			const circle = circles.get(pupil);
			return circle && memberOf(circle, teacher)?.role !== 'staff';
		});
		const names = await namesIn(db, ctx, [...new Set(left.map(({ teacher }) => teacher))]);
		return ok(
			left.map(({ id, pupil, teacher, startsAt }): Departure => {
				const circle = circles.get(pupil)!;
				const group = circle.group?.name ?? '';
				return { id, callName: circle.callName, group, teacher: names.get(teacher) ?? '', startsAt };
			})
		);
	});
}
