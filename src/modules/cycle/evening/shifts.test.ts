import { beforeEach, expect, test } from 'vitest';
import * as bookings from '#modules/cycle/bookings.server.ts';
import { read } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import * as cast from '#seeds/cast.ts';
import { openEvening, that } from '#seeds/evening-round.ts';
import { september, time, value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { bookingForMessage } from '#modules/cycle/news.server.ts';
import * as delays from './delays.server.ts';
import * as routes from './routes.server.ts';
import * as shifts from './shifts.server.ts';

useDatabase();

const { anke, as, bram, huda, adam, mees, noor, samira, stranger, youssef } = cast;
let evening: Awaited<ReturnType<typeof openEvening>>;
let round: RoundId;

beforeEach(async () => {
	evening = await openEvening();
	({ round } = evening);
});

const at = (clock: string) => september(29, clock);
const waysOf = async (now?: Date) => value(await routes.get(that(samira, now), round)).evenings[0]!.ways;
const timesOf = async () => {
	const { stations } = value(await routes.get(that(samira), round)).evenings[0]!;
	return Object.fromEntries(stations.map(({ callName, startsAt }) => [callName, startsAt]));
};
const later = (clock: string) => ({ booking: evening.sems.id, startsAt: at(clock) });

test('as long as a talk is made in time, nothing is offered', async () => {
	expect(await waysOf()).toEqual([]);
	value(await delays.runLate(that(anke), round, 10));
	expect(await waysOf()).toEqual([]);
	expect(await shifts.shift(that(samira), round, later('19:45'))).toMatchObject({ reason: 'not-possible-now' });
});

test('a delay that makes them miss the next talk: the other way round, or that one later', async () => {
	value(await delays.runLate(that(anke), round, 15));
	const ways = await waysOf();
	expect(ways.map(({ kind, shifts: [first] }) => [kind, first.startsAt])).toEqual([
		['swap', at('19:00')],
		['later', at('19:45')]
	]);
	// Nobody pressed: nothing moved.
	expect(await timesOf()).toEqual({ Noor: at('19:00'), Sem: at('19:30') });
});

test('later: the talk moves with its calendar entry, and the rest stays', async () => {
	value(await delays.runLate(that(anke), round, 15));
	const known = (await facts()).length;
	value(await shifts.shift(that(samira), round, later('19:45')));
	expect(await timesOf()).toEqual({ Noor: at('19:00'), Sem: at('19:45') });
	expect((await facts()).slice(known)).toEqual(['conversation.moved', 'booking.moved']);
	const news = await read(that(samira), (db) => bookingForMessage(db, that(samira), evening.sems.id));
	expect(news).toMatchObject({ sequence: 1, startsAt: at('19:45'), location: 'Lokaal 3' });
	expect(await waysOf()).toEqual([]);
});

test('the other way round: both talks move, each with its own teacher and in its own room', async () => {
	value(await delays.runLate(that(anke), round, 15));
	value(await shifts.swap(that(youssef), round, later('19:00')));
	const { stations } = value(await routes.get(that(samira), round)).evenings[0]!;
	expect(
		stations.map(({ callName, startsAt, location, sequence }) => [callName, startsAt, location?.name, sequence])
	).toEqual([
		['Sem', at('19:00'), 'Lokaal 3', 1],
		['Noor', at('19:30'), 'Lokaal 5', 1]
	]);
	expect(stations[0]!.leg).toMatchObject({ short: 0 });
});

test('what the teacher gave somebody else is not offered, and a press on it moves nothing', async () => {
	value(await bookings.book(as(stranger), round, { ...time(evening.brams, at('19:45')), pupil: mees.id }));
	value(await bookings.book(as(huda), round, { ...time(evening.ankes, at('19:30')), pupil: adam.id }));
	value(await delays.runLate(that(anke), round, 15));
	expect(await waysOf()).toEqual([]);
	for (const press of [
		shifts.shift(that(samira), round, later('19:45')),
		shifts.swap(that(samira), round, later('19:00'))
	]) {
		expect(await press).toMatchObject({ reason: 'not-possible-now' });
	}
	expect(await timesOf()).toEqual({ Noor: at('19:00'), Sem: at('19:30') });
});

test('once the first talk has begun it is not taken the other way round any more', async () => {
	value(await delays.runLate(that(anke), round, 15));
	const now = at('19:00');
	expect((await waysOf(now)).map(({ kind }) => kind)).toEqual(['later']);
	expect(await shifts.swap(that(samira, now), round, later('19:00'))).toMatchObject({ reason: 'not-possible-now' });
});

test('a guardian of the family presses, nobody else', async () => {
	value(await delays.runLate(that(anke), round, 15));
	const wanted = later('19:45');
	expect(await shifts.shift(that(cast.sem), round, wanted)).toMatchObject({ reason: 'refused' });
	for (const who of [huda, stranger, bram, noor, anke]) {
		expect(await shifts.shift(that(who), round, wanted)).toMatchObject({ reason: 'missing' });
	}
});
