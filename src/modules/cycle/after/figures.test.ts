import { expect, test } from 'vitest';
import * as bookings from '#modules/cycle/bookings.server.ts';
import * as cast from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { no } from '#platform/outcome.ts';
import * as attendances from './attendances.server.ts';
import { sheetOf } from './figure.words.ts';
import * as figures from './figures.server.ts';

useDatabase();

const { anke, as, bram, carla, deEik, deLinde, joris, noor, samira, yvonne } = cast;

test('of so few talks as in the cast nothing is counted, neither on the page nor in the file', async () => {
	const { round, ankesAfternoon } = await openStartRound();
	const booked = { ...time(ankesAfternoon, september(24, '15:00')), pupil: noor.id };
	const { id } = value(await bookings.book(as(samira), round, booked));
	value(await attendances.hold(as(anke, deLinde, september(24, '17:00')), id));
	const seen = value(await figures.figures(as(joris), round));
	expect(seen.groups.map(({ name }) => name)).toEqual(['Groep 3', 'Groep 5', '']);
	for (const { total, held, notReached } of seen.groups) {
		expect([total, held, notReached].filter((cell) => cell !== null && cell > 0 && cell < 5)).toEqual([]);
	}
	expect(seen.weeks.map(({ held }) => held)).toEqual([null, null]);
	expect(sheetOf(seen)).toContain('verborgen');
});

test('a teacher sees the own group only, and what the school strives for; others see nothing', async () => {
	const { round } = await openStartRound();
	const seen = value(await figures.figures(as(anke), round));
	expect(seen.groups.map(({ name }) => name)).toEqual(['Groep 5', '']);
	expect(seen.mayAim).toBe(false);
	for (const who of [as(carla), as(samira), as(noor), as(yvonne, deEik)]) {
		expect(await figures.figures(who, round)).toEqual(no('missing'));
	}
});

test('office and leadership say what the school strives for in this kind of round', async () => {
	const { round } = await openStartRound();
	const before = (await facts()).length;
	for (const who of [as(anke), as(bram), as(samira), as(yvonne, deEik)]) {
		expect(await figures.aim(who, round, 90)).toEqual(no('missing'));
	}
	value(await figures.aim(as(yvonne), round, 80));
	value(await figures.aim(as(joris), round, 90));
	expect((await facts()).slice(before)).toEqual(['round.aimed', 'round.aimed']);
	expect(value(await figures.figures(as(yvonne), round))).toMatchObject({ target: 90, mayAim: true });
});
