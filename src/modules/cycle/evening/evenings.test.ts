import { beforeEach, expect, test, vi } from 'vitest';
import * as bookings from '#modules/cycle/bookings.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { read } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { stopListening } from '#platform/live.server.ts';
import * as cast from '#seeds/cast.ts';
import { openEvening, that } from '#seeds/evening-round.ts';
import { september, time, value } from '#seeds/start-round.ts';
import { asOwner, facts, useDatabase } from '#tests/database.ts';
import * as delays from './delays.server.ts';
import * as evenings from './evenings.server.ts';
import * as following from './following.server.ts';
import * as routes from './routes.server.ts';
import * as turns from './turns.server.ts';
import * as zones from './zones.server.ts';

useDatabase();

const { anke, as, bram, carla, deLinde, huda, milansMother, noor, samira, youssef, yvonne } = cast;
let evening: Awaited<ReturnType<typeof openEvening>>;
let round: RoundId;

beforeEach(async () => {
	evening = await openEvening();
	({ round } = evening);
});

const routeOf = async (who = samira, now?: Date) => value(await routes.get(that(who, now), round)).evenings[0]!;

test('a family sees all talks of its children in order, with the way between them', async () => {
	const { stations, day } = await routeOf();
	expect(day).toBe('2026-09-29');
	expect(stations.map(({ callName, teacherName, location }) => [callName, teacherName, location?.zone])).toEqual([
		['Noor', 'juf Anke', 'gebouw A'],
		['Sem', 'meester Bram', 'gebouw B']
	]);
	expect(stations[0]!.leg).toEqual({ walk: 5, elsewhere: true, wait: 10, short: 0 });
	expect((await routeOf(youssef)).stations).toHaveLength(2);
	expect((await routeOf(noor)).stations.map(({ callName }) => callName)).toEqual(['Noor']);
	expect(value(await routes.get(that(samira), round)).waiting).toBe('koffie in de aula');
});

test('who takes part and has no time yet has an empty route; for others there is none', async () => {
	expect(value(await routes.get(that(huda), round)).evenings).toEqual([]);
	for (const who of [anke, yvonne, carla])
		expect(await routes.get(that(who), round)).toMatchObject({ reason: 'missing' });
	expect(await routes.get(as(milansMother, cast.deEik), round)).toMatchObject({ reason: 'missing' });
});

test('the talk of one home is on no other home’s route', async () => {
	const [home] = await asOwner<{ household_id: string }>(
		`select household_id from people.guardianship where guardian_id = '${youssef.id}' limit 1`
	);
	await asOwner(`update cycle.booking set household_id = '${home!.household_id}' where id = '${evening.noors.id}'`);
	expect((await routeOf(samira)).stations.map(({ callName }) => callName)).toEqual(['Sem']);
	expect((await routeOf(youssef)).stations).toHaveLength(2);
});

test('a teacher who runs late: families see it at once, no agreed time moves, and no fact is kept of it', async () => {
	const known = (await facts()).length;
	expect(await delays.runLate(that(anke), round, 5)).toMatchObject({ value: 5 });
	const { stations } = await routeOf();
	expect(stations[0]).toMatchObject({ late: 5, startsAt: september(29, '19:00'), expectedAt: september(29, '19:05') });
	expect(await read(that(yvonne), (db) => delays.delaysIn(db, that(yvonne), round))).toEqual([
		{ teacher: anke.id, minutes: 5 }
	]);
	expect((await facts()).length).toBe(known);

	value(await delays.runLate(that(anke), round, 0));
	expect((await routeOf()).stations[0]).toMatchObject({ late: 0 });
});

test('only who has talks that evening, and while they last', async () => {
	for (const who of [samira, yvonne, carla]) {
		expect(await delays.runLate(that(who), round, 5)).toMatchObject({ reason: 'missing' });
	}
	expect(await delays.runLate(as(anke), round, 5)).toMatchObject({ reason: 'no-talks-now' });
	expect(await delays.runLate(that(anke), round, 61)).toMatchObject({ reason: 'too-long' });
});

// Guards the `hasEnded` filter of delaysIn, and `letGoOfDelays`.
test('a delay ends with the last talk by itself, and is gone the next night', async () => {
	value(await delays.runLate(that(anke), round, 10));
	const at = (now: Date) => read(that(anke, now), (db) => delays.delaysIn(db, that(anke, now), round));
	expect(await at(september(29, '19:24'))).toHaveLength(1);
	expect(await at(september(29, '19:25'))).toEqual([]);
	const kept = () => asOwner('select 1 from cycle.delay');
	setClock(september(29, '23:30'));
	await delays.letGoOfDelays(deLinde);
	expect(await kept()).toHaveLength(1);
	setClock(september(30, '02:43'));
	await delays.letGoOfDelays(deLinde);
	expect(await kept()).toEqual([]);
});

test('a teacher’s list: who comes, in order, who is next, and whether they are held up elsewhere', async () => {
	const list = value(await turns.mine(that(bram), round));
	expect(list).toMatchObject({ day: '2026-09-29', isNow: true, next: { fullName: 'Sem Benali' }, heldUp: 0 });
	expect(list.turns).toHaveLength(1);
	expect(await turns.mine(that(samira), round)).toMatchObject({ reason: 'missing' });
	expect(await turns.mine(that(carla), round)).toMatchObject({ reason: 'missing' });

	value(await sittings.start(that(anke, september(29, '19:02')), evening.noors.conversation));
	const later = september(29, '19:05');
	expect(value(await turns.mine(that(anke, later), round)).now).toMatchObject({
		guardians: ['Samira El Idrissi', 'Youssef Benali']
	});
	expect((await routeOf(samira, later)).stations[0]).toMatchObject({ stage: 'now' });
});

test('Today leads to the route of who has more than one talk, and a teacher to the list', async () => {
	expect(await evenings.ofToday(that(samira))).toEqual([{ round, teaches: false }]);
	expect(await evenings.ofToday(as(samira))).toEqual([]);
	for (const who of [noor, huda, anke]) expect(await evenings.ofToday(that(who))).toEqual([]);
	value(await bookings.book(as(huda), round, { ...time(evening.ankes, september(29, '19:30')), pupil: cast.adam.id }));
	expect(await evenings.ofToday(that(anke))).toEqual([{ round, teaches: true }]);
});

test('an open page hears that something changed, and no word of it; whoever lost access hears that it is gone', async () => {
	const heard: following.News[] = [];
	const hears = { tell: (news: following.News) => void heard.push(news), beat() {}, gone() {} };
	const stop = value(await following.watch(that(samira), round, hears, async () => that(samira)));
	const first = heard.at(-1)!.version;
	value(await delays.runLate(that(anke), round, 5));
	// Said twice is said once: nothing changed.
	value(await delays.runLate(that(anke), round, 5));
	await vi.waitFor(() => expect(heard.at(-1)!.version).toBe(first + 1));
	expect(Object.keys(heard.at(-1)!)).toEqual(['version']);
	stop();
	expect(await following.glance(that(carla), round)).toMatchObject({ reason: 'missing' });
	expect(value(await following.glance(that(anke), round)).version).toBe(first + 1);
	await stopListening();
});

test('the office says where rooms are; of two at once neither undoes the other', async () => {
	const { locations } = value(await zones.get(as(yvonne)));
	expect(locations.map(({ name }) => name)).toEqual(['Lokaal 3', 'Lokaal 5']);
	const walking = { near: 1, far: 4, waiting: '' };
	value(await zones.keep(as(yvonne), { filled: [{ id: locations[0]!.id, zone: 'C', direction: '' }], walking }));
	expect(value(await zones.get(as(yvonne))).locations[1]).toMatchObject({ zone: 'gebouw A' });
	const gone = { id: evening.ankes as never, zone: 'D', direction: '' };
	expect(await zones.keep(as(yvonne), { filled: [gone], walking })).toMatchObject({ reason: 'missing' });
	expect(await zones.keep(as(anke), { filled: [], walking })).toMatchObject({ reason: 'missing' });
	const added = value(await zones.add(as(yvonne), 'lokaal 3'));
	expect(added).toBe(locations[0]!.id);
	const plan = await read(as(yvonne), (db) => zones.walkIn(db, as(yvonne)));
	expect(plan).toMatchObject({
		names: ['C', 'gebouw A'],
		walk: [
			[1, 4],
			[4, 1]
		]
	});
});
