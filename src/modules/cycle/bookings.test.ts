import { beforeEach, expect, test } from 'vitest';
import { read } from '#platform/db.server.ts';
import type { BookingId, RoundId } from '#platform/ids.ts';
import { no } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import * as cast from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as bookings from './bookings.server.ts';
import * as choices from './choices.server.ts';
import { bookingForMessage, bookingsOn } from './news.server.ts';
import type { BlockId } from './offer.ts';
import { close } from './rounds.server.ts';

useDatabase();

const { anke, as, bram, deEik, huda, milansMother, noor, samira, sem, stranger, wim, yara, youssef, yvonne } = cast;
const three = september(24, '15:00');
const quarterPast = september(24, '15:15');
const thursday = '2026-09-24' as Day;

let round: RoundId;
let ankes: BlockId;
let ankesEvening: BlockId;
let brams: BlockId;
let before: number;

beforeEach(async () => {
	({ round, ankesAfternoon: ankes, ankesEvening, bramsAfternoon: brams } = await openStartRound());
	before = (await facts()).length;
});

const forNoor = (startsAt = three, block = ankes) => ({ ...time(block, startsAt), pupil: noor.id });
const newFacts = async () => (await facts()).slice(before);
const newsOf = (id: BookingId) => read(as(samira), (db) => bookingForMessage(db, as(samira), id));

test('a mother books: the talk is planned, for both parents, and the fact is there', async () => {
	const booking = value(await bookings.book(as(samira), round, forNoor()));
	expect(booking).toMatchObject({ startsAt: three, place: 'school', location: { name: 'Lokaal 5' }, sequence: 0 });
	expect(await newFacts()).toEqual(['conversation.planned', 'booking.booked']);
	expect(await newsOf(booking.id)).toMatchObject({
		minutes: 15,
		callName: 'Noor',
		teacher: { name: 'juf Anke' },
		guardians: [{ name: 'Samira El Idrissi' }, { name: 'Youssef Benali' }]
	});
});

test('a time that is taken is refused', async () => {
	value(await bookings.book(as(samira), round, forNoor()));
	const late = await bookings.book(as(huda), round, { ...time(ankes, three), pupil: cast.adam.id });
	expect(late).toEqual(no('taken'));
	expect(await newFacts()).toHaveLength(2);
});

test('a parent is not in two places: the same time with the teacher of the other child', async () => {
	value(await bookings.book(as(samira), round, forNoor()));
	const other = { ...time(brams, three), pupil: sem.id };
	expect(await bookings.book(as(samira), round, other)).toMatchObject({ ok: false, reason: 'taken' });
	expect((await bookings.book(as(samira), round, { ...other, startsAt: quarterPast })).ok).toBe(true);
});

test('one talk per child: the second is refused, of whichever parent', async () => {
	value(await bookings.book(as(samira), round, forNoor()));
	expect(await bookings.book(as(youssef), round, forNoor(quarterPast))).toEqual(no('already-booked'));
});

test('moving keeps the id and raises the sequence; the old time is free again', async () => {
	const { id } = value(await bookings.book(as(samira), round, forNoor()));
	expect(await bookings.move(as(youssef), id, time(ankesEvening, september(29, '19:00')))).toMatchObject({ ok: true });
	expect(await newsOf(id)).toMatchObject({ id, sequence: 1, startsAt: september(29, '19:00'), state: 'booked' });
	expect((await bookings.book(as(huda), round, { ...time(ankes, three), pupil: cast.adam.id })).ok).toBe(true);
	expect(await bookings.move(as(samira), id, time(ankes, three))).toMatchObject({ ok: false, reason: 'taken' });
	expect(await newFacts()).toEqual([
		'conversation.planned',
		'booking.booked',
		'conversation.moved',
		'booking.moved',
		'conversation.planned',
		'booking.booked'
	]);
});

test('cancelling frees the time and keeps the id for the calendar', async () => {
	const { id } = value(await bookings.book(as(samira), round, forNoor()));
	value(await bookings.cancel(as(samira), id));
	expect(await newsOf(id)).toMatchObject({ id, sequence: 1, state: 'cancelled' });
	expect(await bookings.cancel(as(samira), id)).toEqual(no('wrong-state'));
	expect((await bookings.book(as(youssef), round, forNoor())).ok).toBe(true);
	expect(await read(as(samira), (db) => bookingsOn(db, as(samira), thursday))).toHaveLength(1);
});

test('the teacher books for a parent who phones, within the notice period too', async () => {
	const thatMorning = september(24, '09:00');
	const fleur = { ...time(ankes, three), pupil: cast.fleur.id };
	const booked = await bookings.bookFor(as(anke, undefined, thatMorning), round, wim.id, fleur);
	expect(value(booked).guardian).toBe(wim.id);
	expect(await bookings.bookFor(as(anke), round, samira.id, { ...fleur, startsAt: quarterPast })).toEqual(
		no('missing')
	);
	expect(await bookings.bookFor(as(samira), round, samira.id, forNoor(quarterPast))).toEqual(no('refused'));
	expect(await bookings.book(as(anke), round, forNoor(quarterPast))).toEqual(no('refused'));
});

test('too late, outside the offer, after closing: each its own reason, and nothing is written', async () => {
	const thatMorning = september(24, '09:00');
	expect(await bookings.book(as(samira, undefined, thatMorning), round, forNoor())).toEqual(no('too-late'));
	expect(await bookings.book(as(samira), round, forNoor(september(24, '15:10')))).toEqual(no('not-offered'));
	expect(await bookings.book(as(samira), round, forNoor(three, brams))).toEqual(no('not-offered'));
	value(await close(as(yvonne), round));
	expect(await bookings.book(as(samira), round, forNoor())).toEqual(no('round-closed'));
	expect(await newFacts()).toEqual(['round.closed']);
});

test.each([
	['another parent', as(stranger)],
	['the office', as(yvonne)],
	['a teacher of another group', as(bram)],
	['a parent of another school', as(milansMother, deEik)],
	['the same parent under the name of another school', as(samira, deEik)]
])('for %s there is nothing to book, move or cancel', async (_who, ctx) => {
	expect(await bookings.book(ctx, round, forNoor())).toEqual(no('missing'));
	const { id } = value(await bookings.book(as(samira), round, forNoor()));
	expect(await bookings.move(ctx, id, time(ankes, quarterPast))).toEqual(no('missing'));
	expect(await bookings.cancel(ctx, id)).toEqual(no('missing'));
	expect(await bookings.askOwnTalk(ctx, round, noor.id)).toEqual(no('missing'));
	expect(await choices.forBooking(ctx, id)).toEqual(no('missing'));
});

test('a child outside the groups of the round has no talk in it', async () => {
	const choice = { ...time(brams, three), pupil: yara.id };
	expect(await bookings.book(as(cast.leyla), round, choice)).toEqual(no('missing'));
});

test('parents who ask for it each have their own talk; the other home does not see it', async () => {
	const shared = value(await bookings.book(as(samira), round, forNoor()));
	value(await bookings.askOwnTalk(as(youssef), round, noor.id));
	expect((await newFacts()).slice(2)).toEqual([
		'round.parted',
		'conversation.cancelled',
		'booking.cancelled',
		'conversation.planned',
		'booking.booked'
	]);
	const [samiras] = await read(as(samira), (db) => bookingsOn(db, as(samira), thursday));
	expect(samiras).toMatchObject({ startsAt: three, guardians: [{ name: 'Samira El Idrissi' }] });
	expect(samiras?.id).not.toBe(shared.id);

	const youssefs = value(await bookings.book(as(youssef), round, forNoor(quarterPast)));
	expect(youssefs.household).toBe(cast.youssefsHome);
	expect(await bookings.cancel(as(samira), youssefs.id)).toEqual(no('missing'));
	expect(await bookings.cancel(as(youssef), samiras!.id)).toEqual(no('missing'));
	expect((await choices.forBooking(as(anke), youssefs.id)).ok).toBe(true);
	expect(await bookings.book(as(samira), round, forNoor(september(24, '15:30')))).toEqual(no('already-booked'));
});

test('a child with one home has one talk', async () => {
	expect(await bookings.askOwnTalk(as(huda), round, cast.adam.id)).toEqual(no('one-home'));
});
