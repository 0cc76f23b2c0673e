import { cancelIn, holdIn } from '#modules/conversations/conversations.server.ts';
import { memberOf, talkersOf, type Member } from '#modules/people/circle.ts';
import { circleIn, wholeCirclesIn } from '#modules/people/circles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { BookingId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { maySee } from '#modules/cycle/booking.access.ts';
import * as bookings from '#modules/cycle/booking.store.server.ts';
import { mayAttend } from './attendance.access.ts';
import * as rules from './attendance.ts';
import * as store from './attendance.store.server.ts';

export type AttendanceReason = 'missing' | 'refused' | 'started' | rules.AttendanceRefusal;

/** Own talks of rounds that are over, of which nobody has said yet whether they were held. */
export function unsaid(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (ctx.person.role !== 'staff') return [];
		const talks = await store.findUnsaid(db, ctx, ctx.person.id);
		const circles = await wholeCirclesIn(db, ctx, [...new Set(talks.map(({ pupil }) => pupil))]);
		return talks.flatMap((talk) => {
			const circle = circles.get(talk.pupil);
			if (!circle || !memberOf(circle, ctx.person.id)) return [];
			const there = talkersOf(circle).filter(({ household }) => !talk.household || household === talk.household);
			return { ...talk, callName: circle.callName, guardians: there.map(({ name }) => name) };
		});
	});
}
export type Unsaid = Awaited<ReturnType<typeof unsaid>>[number];

/** It was held: its record can be made. */
export function hold(ctx: Ctx, id: BookingId) {
	return change<undefined, AttendanceReason>(ctx, async (db) => {
		const mine = await ownIn(db, ctx, id);
		if (!mine.ok) return mine;
		const { booking, attended } = mine.value;
		const decided = rules.hold({ ...booking, attended }, ctx.now);
		if (!decided.ok) return decided;
		const held = await holdIn(db, ctx, booking.conversation, booking.endsAt < ctx.now ? booking.endsAt : ctx.now);
		if (!held.ok) return no('wrong-state');
		await store.say(db, ctx, id, decided.value);
		recordFact(db, ctx, 'booking.held', id, { round: booking.round, pupil: booking.pupil });
		return ok(undefined);
	});
}

/** It was not held. The family gets a sentence and new times; what was prepared goes along to the new talk. */
export function miss(ctx: Ctx, id: BookingId, side: rules.Side) {
	return change<undefined, AttendanceReason>(ctx, async (db) => {
		const mine = await ownIn(db, ctx, id);
		if (!mine.ok) return mine;
		const { booking, attended } = mine.value;
		const decided = rules.miss({ ...booking, attended }, side, ctx.now);
		if (!decided.ok) return decided;
		const freed = await cancelIn(db, ctx, booking.conversation);
		if (!freed.ok) return no(freed.reason === 'started' ? 'started' : 'wrong-state');
		await bookings.save(db, ctx, { ...booking, block: null, state: 'cancelled', sequence: booking.sequence + 1 });
		await store.say(db, ctx, id, decided.value);
		recordFact(db, ctx, 'booking.missed', id, { round: booking.round, pupil: booking.pupil });
		return ok(undefined);
	});
}

async function ownIn(db: Db, ctx: Ctx, id: BookingId) {
	const booking = await bookings.findToChange(db, ctx, id);
	const circle = booking && (await circleIn(db, ctx, booking.pupil));
	const reader: Member | undefined = circle && memberOf(circle, ctx.person.id);
	if (!booking || !reader || !maySee(booking, reader)) return no('missing') as Outcome<never, 'missing'>;
	if (!mayAttend(booking, reader)) return no('refused') as Outcome<never, 'refused'>;
	const said = await store.findSaid(db, ctx, id);
	return ok({ booking, attended: said?.attended ?? null });
}
