import { cancelIn, moveIn, planIn } from '#modules/conversations/conversations.server.ts';
import { carryIn } from '#modules/conversations/preparations.server.ts';
import { guardiansOf, memberOf, talkersOf, type Circle } from '#modules/people/circle.ts';
import { circleIn, wholeCircleIn } from '#modules/people/circles.server.ts';
import { childrenIn } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { BookingId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { TimeChoice } from '#modules/cycle/booking.input.ts';
import type { AskedBy, Booking } from '#modules/cycle/booking.ts';
import * as bookings from '#modules/cycle/booking.store.server.ts';
import type { Round } from '#modules/cycle/round.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { nearest, type FreeTime } from '#modules/cycle/times.ts';
import { freeFor, laidOut, peopleOf } from './free.server.ts';
import { mayAnswer } from './proposal.access.ts';
import * as rules from './proposal.ts';
import * as store from './proposal.store.server.ts';

export type ProposalReason = 'missing' | 'refused' | 'taken' | 'not-offered' | rules.ProposalRefusal;

/** For who answers: the time that falls out, the one that is proposed, and others near it. */
export function offered(ctx: Ctx, id: BookingId) {
	return read(ctx, async (db) => {
		const found = await foundIn(db, ctx, id, bookings.find);
		if (!found.ok) return found;
		const { booking, circle, round, proposal, by } = found.value;
		const asks = rules.isAsked(proposal, booking);
		const free = asks || proposal.state === 'declined' ? await freeIn(db, ctx, round, circle, booking, by) : [];
		const mine = proposal.time;
		const held = mine && free.find((time) => isAt(time, mine));
		return ok({
			booking,
			proposal: { ...proposal, time: asks && held ? held : null },
			asks,
			isFamily: by === 'family',
			callName: circle.callName,
			teacher: memberOf(circle, booking.teacher)?.name ?? '',
			others: nearest(
				free.filter((time) => time !== held),
				booking.startsAt
			).toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()),
			names: Object.fromEntries(circle.members.map(({ person, name }) => [person, name]))
		});
	});
}

/** Yes: to the proposed time, or to another that is free. The talk moves there at once, with what was prepared. */
export function accept(ctx: Ctx, id: BookingId, wanted: TimeChoice) {
	return change<BookingId, ProposalReason, ProposalReason>(
		ctx,
		async (db) => {
			const found = await foundIn(db, ctx, id, bookings.findToChange);
			if (!found.ok) return found;
			const { booking, circle, round, by, proposal } = found.value;
			const open = { ...proposal, state: proposal.state === 'declined' ? 'asked' : proposal.state } as const;
			const decided = rules.accept(open, booking, wanted.startsAt, ctx.now);
			if (!decided.ok) return decided;
			const free = await freeIn(db, ctx, round, circle, booking, by);
			const time = free.find((one) => isAt(one, wanted));
			if (!time) return no('taken');
			await store.answer(db, ctx, decided.value);
			const moved = await moveTo(db, ctx, round, circle, booking, time);
			if (!moved) return no('wrong-state');
			recordFact(db, ctx, 'proposal.accepted', booking.id, { round: round.id, pupil: booking.pupil });
			return ok(moved);
		},
		{ [conflicts.overlap]: 'taken', [conflicts.double]: 'taken', [conflicts.dangling]: 'not-offered' }
	);
}

/** None of these: the kept time is free again, and the teacher calls. */
export function decline(ctx: Ctx, id: BookingId) {
	return change<undefined, ProposalReason>(ctx, async (db) => {
		const found = await foundIn(db, ctx, id, bookings.findToChange);
		if (!found.ok) return found;
		const { booking, proposal, round } = found.value;
		const decided = rules.decline(proposal, booking);
		if (!decided.ok) return decided;
		await store.answer(db, ctx, decided.value);
		recordFact(db, ctx, 'proposal.declined', booking.id, { round: round.id, pupil: booking.pupil });
		return ok(undefined);
	});
}

/** For Today of a guardian: talks of their children whose time falls out and that wait for an answer. */
export function asked(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (ctx.person.role !== 'guardian') return [];
		const children = await childrenIn(db, ctx);
		const proposals = children.length
			? await store.findAsked(
					db,
					ctx,
					children.map(({ id }) => id)
				)
			: [];
		const mine: { booking: BookingId; callName: string; startsAt: Date }[] = [];
		for (const { booking: id, pupil } of proposals) {
			const booking = await bookings.find(db, ctx, id);
			const circle = booking && (await circleIn(db, ctx, pupil));
			const reader = circle && memberOf(circle, ctx.person.id);
			if (!booking || !reader || !mayAnswer(booking, reader)) continue;
			mine.push({ booking: id, callName: circle.callName, startsAt: booking.startsAt });
		}
		return mine;
	});
}
export type AskedToMove = Awaited<ReturnType<typeof asked>>[number];

/** Whether the time of this talk falls out, for who sees it. */
export function fallsOut(ctx: Ctx, id: BookingId): Promise<boolean> {
	return read(ctx, async (db) => {
		const found = await foundIn(db, ctx, id, bookings.find);
		if (!found.ok) return false;
		const { proposal, booking } = found.value;
		return rules.isAsked({ ...proposal, state: proposal.state === 'declined' ? 'asked' : proposal.state }, booking);
	});
}

/** Who hears that a time falls out, and what may be said of it. Undefined: it was answered, or the talk moved. */
export async function proposalForMessage(db: Db, ctx: Ctx, id: BookingId) {
	const booking = await bookings.find(db, ctx, id);
	const circle = booking && (await wholeCircleIn(db, ctx, booking.pupil));
	const proposal = circle && (await store.findOf(db, ctx, id));
	if (!proposal || !circle) return undefined;
	const there = talkersOf(circle).filter(({ household }) => !booking.household || household === booking.household);
	return {
		...{ pupil: booking.pupil, callName: circle.callName, startsAt: booking.startsAt, time: proposal.time },
		asks: rules.isAsked(proposal, booking),
		stands: booking.state === 'booked' && booking.startsAt > ctx.now && proposal.state === 'lapsed',
		teacher: memberOf(circle, booking.teacher)?.name ?? '',
		guardians: there.map(({ person }) => person)
	};
}

type Found = { booking: Booking; circle: Circle; round: Round; proposal: rules.Proposal; by: AskedBy };

async function foundIn(
	db: Db,
	ctx: Ctx,
	id: BookingId,
	find: typeof bookings.find
): Promise<Outcome<Found, 'missing' | 'refused'>> {
	const booking = await find(db, ctx, id);
	const circle = booking && (await circleIn(db, ctx, booking.pupil));
	const reader = circle && memberOf(circle, ctx.person.id);
	const proposal = reader && (await store.findOf(db, ctx, id));
	const round = proposal && (await rounds.find(db, ctx, booking.round));
	if (!booking || !reader || !proposal || !round) return no('missing');
	if (!mayAnswer(booking, reader)) return no(reader.role === 'staff' ? 'refused' : 'missing');
	return ok({ booking, circle, round, proposal, by: reader.role === 'guardian' ? 'family' : 'school' });
}

/** Free for this family: what is kept for others is not, what is kept for them is. The own time is no obstacle. */
async function freeIn(db: Db, ctx: Ctx, round: Round, circle: Circle, booking: Booking, by: AskedBy) {
	const table = await laidOut(db, ctx, round, [circle], booking.id);
	const own = ({ occupant, startsAt }: (typeof table.occupied)[number]) =>
		startsAt.getTime() === booking.startsAt.getTime() &&
		peopleOf(circle, booking).some((person) => person === occupant);
	return freeFor(
		round,
		{ ...table, occupied: table.occupied.filter((span) => !own(span)) },
		circle,
		booking,
		by,
		ctx.now
	);
}

/** With the same teacher the talk moves and keeps its place in everybody's calendar; with another it is a new one. */
async function moveTo(db: Db, ctx: Ctx, round: Round, circle: Circle, booking: Booking, time: FreeTime) {
	const { block, teacher, place, startsAt, endsAt } = time;
	const offered = await bookings.findChosen(db, ctx, round.id, { block, startsAt }, booking.pupil);
	const location = place === 'school' ? (offered?.block.location ?? null) : null;
	const where = { kind: place, ...(location ? { location: location.name } : {}) };
	if (teacher === booking.teacher) {
		const seated = await moveIn(db, ctx, booking.conversation, { startsAt, place: where });
		if (!seated.ok) return undefined;
		const at = { block, place, location, startsAt, endsAt, sequence: booking.sequence + 1 };
		await bookings.save(db, ctx, { ...booking, ...at });
		recordFact(db, ctx, 'booking.moved', booking.id, factOf(booking));
		return booking.id;
	}
	const freed = await cancelIn(db, ctx, booking.conversation);
	if (!freed.ok) return undefined;
	await bookings.save(db, ctx, { ...booking, block: null, state: 'cancelled', sequence: booking.sequence + 1 });
	recordFact(db, ctx, 'booking.cancelled', booking.id, factOf(booking));
	const guardians = guardiansOf(circle).map(({ person }) => person);
	const conversation = await planIn(db, ctx, {
		...{
			kind: round.kind,
			pupil: booking.pupil,
			chair: teacher,
			startsAt,
			place: where,
			pupilInvited: true,
			ofRound: true
		},
		guardians: peopleOf(circle, booking).filter((person) => guardians.includes(person)),
		minutes: (endsAt.getTime() - startsAt.getTime()) / 60_000
	});
	const renewed: Booking = {
		...{ ...booking, id: newId<BookingId>(), conversation, block, teacher, place, location, startsAt, endsAt },
		sequence: 0
	};
	await bookings.add(db, ctx, renewed);
	await carryIn(db, ctx, [booking.conversation], conversation);
	recordFact(db, ctx, 'booking.booked', renewed.id, factOf(renewed));
	return renewed.id;
}

function factOf({ round, pupil, conversation }: Booking) {
	return { round, pupil, conversation };
}

function isAt(time: FreeTime, { block, startsAt, place }: TimeChoice) {
	return time.block === block && time.startsAt.getTime() === startsAt.getTime() && time.place === place;
}
