import { childrenIn } from '#modules/people/people.server.ts';
import { circleIn, wholeCirclesIn } from '#modules/people/circles.server.ts';
import { memberOf, talkersOf, type Circle } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { BookingId, PersonId, RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { addDays, momentOf, type Time } from '#platform/time.ts';
import { maySee } from './booking.access.ts';
import { can, type Booking, type AskedBy } from './booking.ts';
import * as store from './booking.store.server.ts';
import { places, type Block, type Place } from './offer.ts';
import * as offers from './offer.store.server.ts';
import { lengthOf } from './length.ts';
import { findSettled } from './participant.store.server.ts';
import type { Participant } from './participant.ts';
import { invitedOf } from './participants.server.ts';
import { choosableUntil, isRunning, type Round } from './round.ts';
import * as rounds from './round.store.server.ts';
import { bookingOf, homesOf, talksFor, type Talk } from './talk.ts';
import { byDay, freeTimes, suggest, visitsOf, type FreeTime, type OccupiedSpan } from './times.ts';

/** What a family can choose for one child. */
export type ChildChoices = {
	pupil: { id: PersonId; callName: string };
	booking: Booking | null;
	minutes: number;
	/** Parents apart each have their own talk, or may ask for it. */
	ownTalk: 'asked' | 'possible' | 'no';
	places: Place[];
	suggested: FreeTime[];
	others: { day: string; times: FreeTime[] }[];
	names: Record<PersonId, string>;
};

/** All children of a family on one page, each with its talk or with the times to choose from. */
export function forFamily(ctx: Ctx, id: RoundId, place: Place) {
	return read(ctx, async (db) => {
		const round = await rounds.find(db, ctx, id);
		const children = round && (await invitedChildren(db, ctx, round)).map(({ id }) => id);
		if (!round || !children?.length) return no('missing');
		const table = await laidOut(db, ctx, round, children);
		const mine = table.talks.filter(({ talk }) => talk.guardians.includes(ctx.person.id));
		const free = new Map(mine.map(({ talk }) => [talk.pupil, freeFor(table, talk, place, 'family', ctx.now)]));
		const open = mine.filter(({ booking }) => !booking).map(({ talk: { pupil } }) => pupil);
		const lists = open.map((pupil) => (free.get(pupil) ?? []).map((time) => ({ ...time, pupil })));
		const together = open.length > 1 ? visitsOf(lists) : [];
		return ok({ round, together, children: mine.map((each) => choicesOf(table, each, mine, free)) });
	});
}

type Laid = {
	round: Round;
	circles: Map<PersonId, Circle>;
	blocks: Block[];
	occupied: OccupiedSpan[];
	ownTalks: PersonId[];
	settled: Map<PersonId, Participant>;
	talks: { talk: Talk; booking: Booking | undefined }[];
};

/** Everything about the talks of these children in this round, in a handful of queries however many they are. */
async function laidOut(db: Db, ctx: Ctx, round: Round, children: readonly PersonId[]): Promise<Laid> {
	const circles = await wholeCirclesIn(db, ctx, children);
	const members = [...circles.values()].flatMap((circle) => circle.members);
	const staff = members.filter(({ role }) => role === 'staff').map(({ person }) => person);
	const blocks = await offers.findBlocks(db, ctx, round.id, [...new Set(staff)]);
	const ownTalks = await rounds.findOwnTalks(db, ctx, round.id);
	const settled = await findSettled(db, ctx, round.id, children);
	const booked = await store.findBooked(db, ctx, round.id, children);
	const people = [...new Set(members.map(({ person }) => person))];
	const rooms = [...new Set(blocks.flatMap(({ location }) => location?.id ?? []))];
	const occupied = await store.findOccupied(db, ctx, people, rooms, ...momentsOf(round));
	const talks = [...circles.values()].flatMap((circle) =>
		talksFor(circle.pupil, asGuardians(circle), ownTalks.includes(circle.pupil)).map((talk) => ({
			talk,
			booking: bookingOf(talk, booked)
		}))
	);
	return { round, circles, blocks, occupied, ownTalks, settled, talks };
}

function freeFor(table: Laid, talk: Talk, place: Place, by: AskedBy, now: Date, length = lengthFor(table, talk)) {
	const { round, circles, blocks, occupied } = table;
	const offered = offeredFor(blocks, circles.get(talk.pupil));
	return freeTimes(round, offered, occupied, [talk.pupil, ...talk.guardians], place, by, now, length);
}

function lengthFor({ round, circles, settled }: Laid, { pupil }: Talk) {
	return lengthOf(round, circles.get(pupil)?.group?.id, settled.get(pupil));
}

function choicesOf(
	table: Laid,
	{ talk, booking }: Laid['talks'][number],
	family: Laid['talks'],
	free: Map<PersonId, FreeTime[]>
): ChildChoices {
	const { circles, blocks, ownTalks } = table;
	const circle = circles.get(talk.pupil);
	const times = free.get(talk.pupil) ?? [];
	const siblings = family.filter((other) => other.talk.pupil !== talk.pupil);
	const suggested = suggest(times, {
		booked: siblings.flatMap((other) => other.booking ?? []),
		free: siblings.filter((other) => !other.booking).flatMap((other) => free.get(other.talk.pupil) ?? [])
	});
	const apart = circle && homesOf(asGuardians(circle)).length > 1;
	return {
		pupil: { id: talk.pupil, callName: circle?.callName ?? '' },
		booking: booking ?? null,
		minutes: lengthFor(table, talk).minutes,
		ownTalk: ownTalks.includes(talk.pupil) ? 'asked' : apart ? 'possible' : 'no',
		places: [...new Set(offeredFor(blocks, circle).flatMap((block) => block.places))],
		suggested,
		others: byDay(times.filter((time) => !suggested.includes(time))),
		names: Object.fromEntries(circle?.members.map(({ person, name }) => [person, name]) ?? [])
	};
}

/** One booking with what it can be moved to, for who may see it. */
export function forBooking(ctx: Ctx, id: BookingId) {
	return read(ctx, async (db) => {
		const booking = await store.find(db, ctx, id);
		const circle = booking && (await circleIn(db, ctx, booking.pupil));
		const reader = circle && memberOf(circle, ctx.person.id);
		const round = reader && maySee(booking, reader) && (await rounds.find(db, ctx, booking.round));
		if (!round) return no('missing');
		const by: AskedBy = reader.role === 'guardian' ? 'family' : 'school';
		const table = await laidOut(db, ctx, round, [booking.pupil]);
		const blocks = table.blocks.filter(({ teacher }) => teacher === booking.teacher);
		const others = table.occupied.filter(({ startsAt }) => startsAt.getTime() !== booking.startsAt.getTime());
		const talk = table.talks.find((each) => each.booking?.id === booking.id)?.talk;
		const minutes = (booking.endsAt.getTime() - booking.startsAt.getTime()) / 60_000;
		const length = { ...lengthOf(round, circle.group?.id), minutes };
		const { place } = booking;
		// A visit at home is made in another moment than a talk at school: that is moved together, by phone.
		const times =
			talk && place !== 'home' ? freeFor({ ...table, blocks, occupied: others }, talk, place, by, ctx.now, length) : [];
		const open = can('move', booking) && booking.startsAt > ctx.now;
		const movable = open && place !== 'home' && (by === 'school' || choosableUntil(round, booking.startsAt) >= ctx.now);
		return ok({
			booking,
			round,
			minutes,
			callName: circle.callName,
			/** None when the one who was agreed is no longer the child's. */
			teacher: memberOf(circle, booking.teacher)?.name,
			guardians: talkNames(circle, booking),
			isFamily: by === 'family',
			canCancel: open,
			canMove: movable,
			times: movable ? byDay(times.filter(({ startsAt }) => startsAt.getTime() !== booking.startsAt.getTime())) : []
		});
	});
}

/** What a teacher can offer a guardian on the phone: their own free times, for each talk of these children. */
export async function forCallsIn(db: Db, ctx: Ctx, round: Round, children: readonly PersonId[]) {
	const table = await laidOut(db, ctx, round, children);
	const blocks = table.blocks.filter(({ teacher }) => teacher === ctx.person.id);
	return table.talks.map(({ talk, booking }) => {
		const circle = table.circles.get(talk.pupil);
		const members = circle?.members.filter(({ person }) => talk.guardians.includes(person)) ?? [];
		return {
			pupil: { id: talk.pupil, callName: circle?.callName ?? '' },
			household: talk.household,
			guardians: members.map(({ person, name }) => ({ id: person, name })),
			booking: booking ?? null,
			times: () => freeInAnyWay({ ...table, blocks }, talk, ctx.now)
		};
	});
}

/** At school where that can be, else in the first other way. */
function freeInAnyWay(table: Laid, talk: Talk, now: Date): FreeTime[] {
	const all = places.flatMap((place) => freeFor(table, talk, place, 'school', now));
	const firsts = new Map(all.toReversed().map((time) => [`${time.block} ${time.startsAt.getTime()}`, time]));
	return [...firsts.values()].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** Rounds that are open and in which this guardian has a child; `of`: which. */
export function openRounds(ctx: Ctx): Promise<(Round & { of: string[] })[]> {
	return read(ctx, async (db) => {
		const found: (Round & { of: string[] })[] = [];
		for (const round of await rounds.findAll(db, ctx)) {
			if (!isRunning(round, ctx.now)) continue;
			const of = (await invitedChildren(db, ctx, round)).map(({ callName }) => callName);
			if (of.length) found.push({ ...round, of });
		}
		return found;
	});
}

async function invitedChildren(db: Db, ctx: Ctx, round: Round) {
	if (ctx.person.role !== 'guardian') return [];
	return invitedOf(db, ctx, round, await childrenIn(db, ctx));
}

function offeredFor(blocks: readonly Block[], circle: Circle | undefined) {
	return blocks.filter(({ teacher }) => circle && memberOf(circle, teacher)?.role === 'staff');
}

function talkNames(circle: Circle, { household }: Booking) {
	return talkersOf(circle)
		.filter((guardian) => !household || guardian.household === household)
		.map(({ name }) => name);
}

function asGuardians(circle: Circle) {
	return talkersOf(circle).map(({ person, household }) => ({ id: person, household }));
}

function momentsOf({ firstDay, lastDay }: Round): [Date, Date] {
	return [momentOf(firstDay, '00:00' as Time), momentOf(addDays(lastDay, 1), '00:00' as Time)];
}
