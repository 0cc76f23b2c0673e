import { circleIn } from '#modules/people/circles.server.ts';
import { householdsOf, memberOf, talkersOf, type Circle, type Member } from '#modules/people/circle.ts';
import { cancelIn, moveIn, planIn } from '#modules/conversations/conversations.server.ts';
import { carryIn } from '#modules/conversations/preparations.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { BookingId, PersonId, RoundId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { mayBook, mayBookFor, maySee } from './booking.access.ts';
import type { Choice, TimeChoice } from './booking.input.ts';
import * as rules from './booking.ts';
import * as store from './booking.store.server.ts';
import { isInvited, participantOf } from './participant.ts';
import { lengthOf } from './length.ts';
import { invitedOf } from './participants.server.ts';
import { isOver, takesChoices, type Round } from './round.ts';
import * as rounds from './round.store.server.ts';
import { talkOf, talksFor, type Talk } from './talk.ts';

export type BookingReason = 'missing' | 'refused' | 'taken' | 'already-booked' | 'one-home' | rules.BookingRefusal;

export type Booked = Outcome<rules.Booking, BookingReason>;

export const refusals = {
	[conflicts.overlap]: 'taken',
	[conflicts.double]: 'already-booked',
	[conflicts.dangling]: 'not-offered'
} as const;

/** A guardian chooses a time for the talk about their child. */
export function book(ctx: Ctx, round: RoundId, choice: Choice): Promise<Booked> {
	return settle(ctx, round, choice, ctx.person.id, mayBook, 'family');
}

/** A teacher does so for a guardian who phones. */
export function bookFor(ctx: Ctx, round: RoundId, guardian: PersonId, choice: Choice): Promise<Booked> {
	return settle(ctx, round, choice, guardian, mayBookFor, 'school');
}

function settle(
	ctx: Ctx,
	id: RoundId,
	choice: Choice,
	guardian: PersonId,
	may: (reader: Member) => boolean,
	by: rules.AskedBy
): Promise<Booked> {
	return change<rules.Booking, BookingReason, BookingReason>(
		ctx,
		(db) => settleIn(db, ctx, id, choice, { guardian, may, by }),
		refusals
	);
}

export type Settling = {
	guardian: PersonId;
	may: (reader: Member) => boolean;
	by: rules.AskedBy;
	visit?: rules.VisitId;
};

export async function settleIn(
	db: Db,
	ctx: Ctx,
	id: RoundId,
	choice: Choice,
	{ guardian, may, by, visit }: Settling
): Promise<Booked> {
	const chosen = await store.findChosen(db, ctx, id, choice, choice.pupil);
	const circle = chosen && (await circleIn(db, ctx, choice.pupil));
	const reader = circle && memberOf(circle, ctx.person.id);
	if (!chosen || !reader || !knowsOf(chosen, circle, ctx.now)) return no('missing');
	if (!may(reader)) return no('refused');
	const talk = talkWith(circle, guardian, chosen.ownTalks);
	if (!talk) return no('missing');
	const { round, block } = chosen;
	if (!teaches(circle, block.teacher)) return no('not-offered');

	const length = lengthOf(round, circle.group?.id, chosen.settled);
	const slot = rules.choose(round, { ...choice, block, length }, by, ctx.now);
	if (!slot.ok) return slot;
	// Seen beforehand it costs little, in a rush; who comes after this look, the database refuses.
	if (chosen.isTaken) return no('taken');
	const at = { ...slot.value, ...rules.placeOf({ block, place: choice.place }) };
	const before = chosen.givenUp.filter((one) => one.household === null || one.household === talk.household);
	return ok(await write(db, ctx, round, talk, guardian, at, before, visit));
}

type At = Omit<ReturnType<typeof rules.placeOf>, 'place'> & Pick<rules.Booking, 'place' | 'startsAt' | 'endsAt'>;

/** Agree a talk; what its people prepared for the times they gave up before goes along. */
async function write(
	db: Db,
	ctx: Ctx,
	round: Round,
	talk: Talk,
	guardian: PersonId,
	at: At,
	before: readonly store.GivenUp[],
	visit?: rules.VisitId
): Promise<rules.Booking> {
	const conversation = await planIn(db, ctx, {
		kind: round.kind,
		pupil: talk.pupil,
		chair: at.teacher,
		guardians: talk.guardians,
		startsAt: at.startsAt,
		minutes: minutesBetween(at),
		place: whereOf(at),
		pupilInvited: true,
		ofRound: true
	});
	const booking: rules.Booking = {
		...at,
		id: newId<BookingId>(),
		round: round.id,
		pupil: talk.pupil,
		guardian,
		household: talk.household,
		sequence: 0,
		state: 'booked',
		conversation
	};
	await store.add(db, ctx, booking, visit);
	const givenUp = before.map((one) => one.conversation);
	if (givenUp.length) await carryIn(db, ctx, givenUp, conversation);
	tell(db, ctx, 'booking.booked', booking);
	return booking;
}

/** `seen`: how often it had been moved on the screen of who moves it now; somebody else's move is not moved unseen. */
export function move(ctx: Ctx, id: BookingId, time: TimeChoice, { seen }: { seen?: number } = {}): Promise<Booked> {
	return change<rules.Booking, BookingReason, BookingReason>(
		ctx,
		async (db) => {
			const mine = await ownIn(db, ctx, id);
			if (!mine) return no('missing');
			const { booking, by } = mine;
			if (seen !== undefined && seen !== booking.sequence) return no('changed');
			const chosen = await store.findChosen(db, ctx, booking.round, time, booking.pupil);
			if (!chosen || chosen.block.teacher !== booking.teacher) return no('not-offered');

			// It stays as long as it was.
			const every = lengthOf(chosen.round, mine.circle.group?.id).every;
			const length = { minutes: minutesBetween(booking), every };
			const decided = rules.move(booking, chosen.round, { ...time, block: chosen.block, length }, by, ctx.now);
			if (!decided.ok) return decided;
			const { startsAt } = decided.value;
			const seated = await moveIn(db, ctx, booking.conversation, { startsAt, place: whereOf(decided.value) });
			if (!seated.ok) return no('wrong-state');
			await store.save(db, ctx, decided.value);
			tell(db, ctx, 'booking.moved', decided.value);
			return decided;
		},
		refusals
	);
}

export function cancel(ctx: Ctx, id: BookingId): Promise<Outcome<rules.Booking, BookingReason>> {
	return change<rules.Booking, BookingReason>(ctx, async (db) => {
		const mine = await ownIn(db, ctx, id);
		return mine ? cancelBooking(db, ctx, mine.booking) : no('missing');
	});
}

async function cancelBooking(db: Db, ctx: Ctx, booking: rules.Booking) {
	const decided = rules.cancel(booking, ctx.now);
	if (!decided.ok) return decided;
	const freed = await cancelIn(db, ctx, booking.conversation);
	if (!freed.ok) return no('wrong-state');
	await store.save(db, ctx, decided.value);
	tell(db, ctx, 'booking.cancelled', decided.value);
	return decided;
}

/**
 * Parents who live apart each get a talk of their own in this round. A talk that was agreed for both is cancelled and
 * agreed anew, at the same time, for the home that chose it, with what its people had prepared. What the other home
 * prepared waits for the time they choose.
 */
export function askOwnTalk(ctx: Ctx, id: RoundId, pupil: PersonId): Promise<Outcome<undefined, BookingReason>> {
	return change<undefined, BookingReason>(ctx, async (db) => {
		const round = await rounds.find(db, ctx, id);
		const circle = round && (await circleIn(db, ctx, pupil));
		const reader = circle && memberOf(circle, ctx.person.id);
		if (!round || !reader) return no('missing');
		if (!(await invitedOf(db, ctx, round, [{ id: pupil, group: circle.group }])).length) return no('missing');
		if (!mayBook(reader)) return no('refused');
		if (!takesChoices(round) || isOver(round, ctx.now)) return no('round-closed');
		if (householdsOf(circle).length < 2) return no('one-home');

		await rounds.addOwnTalk(db, ctx, id, pupil);
		recordFact(db, ctx, 'round.parted', id, { round: id, pupil });
		const shared = await store.findShared(db, ctx, id, pupil);
		const talk = shared && talkWith(circle, shared.guardian, true);
		if (!shared?.block || !talk || shared.startsAt <= ctx.now) return ok(undefined);
		const cancelled = await cancelBooking(db, ctx, shared);
		if (!cancelled.ok) return cancelled;
		const { block, teacher, place, location, startsAt, endsAt } = shared;
		await write(db, ctx, round, talk, shared.guardian, { block, teacher, place, location, startsAt, endsAt }, [shared]);
		return ok(undefined);
	});
}

function knowsOf({ round, settled }: store.Chosen, { pupil, group }: Circle, now: Date) {
	if (!group || !round.groups.includes(group.id)) return false;
	const part = participantOf(round, pupil, settled);
	return part !== undefined && isInvited(round, part, now);
}

/** The booking for somebody who may change it, held until the transaction ends, and on whose behalf they do. */
async function ownIn(db: Db, ctx: Ctx, id: BookingId) {
	const booking = await store.findToChange(db, ctx, id);
	const circle = booking && (await circleIn(db, ctx, booking.pupil));
	const reader = circle && memberOf(circle, ctx.person.id);
	if (!reader || !maySee(booking, reader)) return undefined;
	const by: rules.AskedBy = reader.role === 'guardian' ? 'family' : 'school';
	return { booking, circle, by };
}

function tell(db: Db, ctx: Ctx, fact: string, { id, round, pupil, conversation }: rules.Booking) {
	recordFact(db, ctx, fact, id, { round, pupil, conversation });
}

function talkWith(circle: Circle, guardian: PersonId, ownTalks: boolean) {
	return talkOf(talksFor(circle.pupil, guardiansIn(circle), ownTalks), guardian);
}

function guardiansIn(circle: Circle) {
	return talkersOf(circle).map(({ person, household }) => ({ id: person, household }));
}

function minutesBetween({ startsAt, endsAt }: Pick<At, 'startsAt' | 'endsAt'>) {
	return (endsAt.getTime() - startsAt.getTime()) / 60_000;
}

function teaches(circle: Circle, teacher: PersonId) {
	return memberOf(circle, teacher)?.role === 'staff';
}

function whereOf({ place, location }: Pick<At, 'place' | 'location'>) {
	return { kind: place, ...(location ? { location: location.name } : {}) };
}
