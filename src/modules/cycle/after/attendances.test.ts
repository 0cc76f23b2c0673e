import { beforeEach, expect, test } from 'vitest';
import { hold as holdAtTable } from '#modules/conversations/sittings.server.ts';
import * as bookings from '#modules/cycle/bookings.server.ts';
import type { Booking } from '#modules/cycle/booking.ts';
import { tell } from '#modules/cycle/telling.server.ts';
import { read } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { no } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { again, missedForMessage } from './again.server.ts';
import * as attendances from './attendances.server.ts';

useDatabase();

const { anke, as, bram, carla, deEik, huda, noor, samira, stranger, youssef } = cast;
const afterwards = september(24, '17:00');
const later = (who: Parameters<typeof as>[0], school = cast.deLinde) => as(who, school, afterwards);

let round: RoundId;
let booking: Booking;
let before: number;

beforeEach(async () => {
	const opened = await openStartRound();
	round = opened.round;
	const first = { ...time(opened.ankesAfternoon, september(24, '15:00')), pupil: noor.id };
	booking = value(await bookings.book(as(samira), round, first));
	before = (await facts()).length;
});

const newFacts = async () => (await facts()).slice(before);

test('after a talk its teacher is asked whether it was held, and nobody else', async () => {
	expect(await attendances.unsaid(as(anke))).toEqual([]);
	expect(await attendances.unsaid(later(anke))).toMatchObject([{ id: booking.id, callName: 'Noor' }]);
	expect(await attendances.unsaid(later(bram))).toEqual([]);
	expect(await attendances.unsaid(later(samira))).toEqual([]);
});

test('held: the record can be made, and nobody is asked again', async () => {
	value(await attendances.hold(later(anke), booking.id));
	expect(await newFacts()).toEqual(['conversation.held', 'booking.held']);
	expect(await attendances.unsaid(later(anke))).toEqual([]);
	expect(await attendances.miss(later(anke), booking.id, 'home')).toEqual(no('wrong-state'));
	expect(JSON.stringify(await tell(later(samira), noor.id))).toContain('Geweest');
});

test('a talk that was held at the table counts by itself', async () => {
	value(await holdAtTable(later(anke), booking.conversation));
	expect(await attendances.unsaid(later(anke))).toEqual([]);
	expect(await attendances.miss(later(anke), booking.id, 'home')).toEqual(no('wrong-state'));
});

test('not held: the family is offered the first free times and takes one in one tap, with a message and no reproach', async () => {
	value(await attendances.miss(later(anke), booking.id, 'home'));
	expect(await newFacts()).toEqual(['conversation.cancelled', 'booking.missed']);
	const offered = value(await again(later(samira), booking.id));
	expect(offered).toMatchObject({ isMissed: true, schoolSide: false, instead: null });
	expect(offered.times.map(({ startsAt }) => startsAt)).toEqual([
		september(29, '19:00'),
		september(29, '19:15'),
		september(29, '19:30')
	]);
	expect(await read(as(anke), (db) => missedForMessage(db, as(anke), booking.id))).toMatchObject({
		guardians: [samira.id, youssef.id]
	});

	const [first] = offered.times;
	const taken = value(await bookings.book(later(youssef), round, { ...first!, pupil: noor.id }));
	expect(value(await again(later(samira), booking.id))).toMatchObject({ instead: taken.id, times: [] });
	expect(await read(as(anke), (db) => missedForMessage(db, as(anke), booking.id))).toBeUndefined();
});

test('when it was the side of school, that is what the family reads', async () => {
	value(await attendances.miss(later(anke), booking.id, 'school'));
	expect(value(await again(later(samira), booking.id))).toMatchObject({ schoolSide: true });
});

test('before its time nothing can be said of it', async () => {
	expect(await attendances.hold(as(anke), booking.id)).toEqual(no('not-yet'));
	expect(await attendances.miss(as(anke), booking.id, 'home')).toEqual(no('not-yet'));
	expect(await newFacts()).toEqual([]);
});

test.each([
	['a parent', later(samira), 'refused'],
	['the support coordinator', later(carla), 'refused'],
	['a teacher of another group', later(bram), 'missing'],
	['another parent', later(stranger), 'missing'],
	['the same teacher under the name of another school', later(anke, deEik), 'missing']
] as const)('%s does not say whether it was held', async (_who, ctx, reason) => {
	expect(await attendances.hold(ctx, booking.id)).toEqual(no(reason));
	expect(await attendances.miss(ctx, booking.id, 'home')).toEqual(no(reason));
	expect(await newFacts()).toEqual([]);
});

test('new times are for the family alone', async () => {
	value(await attendances.miss(later(anke), booking.id, 'home'));
	for (const who of [huda, anke, stranger]) expect(await again(later(who), booking.id)).toEqual(no('missing'));
});
