import * as absences from '#modules/cycle/after/absences.server.ts';
import { miss } from '#modules/cycle/after/attendances.server.ts';
import * as calls from '#modules/cycle/after/calls.server.ts';
import { nudgeIn } from '#modules/cycle/after/nudges.server.ts';
import * as bookings from '#modules/cycle/bookings.server.ts';
import { offer } from '#modules/cycle/offers.server.ts';
import { makeWall } from '#modules/cycle/print/walls.server.ts';
import { open, plan } from '#modules/cycle/rounds.server.ts';
import { homesOfMine } from '#modules/cycle/wishes/answers.server.ts';
import { change } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import { addDays, momentOf, type Day, type Time } from '#platform/time.ts';
import { as, bram, deLinde, group3, group8, leyla, samira, sem, yara, yvonne } from '#seeds/cast.ts';
import { afternoon, evening, september, startRound, time, value } from '#seeds/start-round.ts';

/**
 * Rounds of meester Bram in which something is going on: one in which homes say when they can; one with a talk today, for the
 * screen in the hall, and a talk on a day that falls out; and a family that he is to call.
 */
export async function plantRounds() {
	const wishes = value(await plan(as(yvonne), { ...startRound, groups: [group8], mode: 'wishes' })).id;
	value(await offer(as(bram), wishes, evening));
	value(await open(as(yvonne), wishes));
	const home = value(await homesOfMine(as(bram), wishes)).homes[0]!.household;
	return { wishes, home, ...(await plantFallen()), call: await plantCall() };
}

async function plantFallen() {
	const before = september(19, '10:00');
	const office = as(yvonne, deLinde, before);
	const busy = value(await plan(office, { ...startRound, lastDay: '2026-10-09' as Day, groups: [group3, group8] })).id;
	const block = async (day: number) => {
		const span = { startsAt: september(day, '13:00'), endsAt: september(day, '14:00') };
		return value(await offer(as(bram, deLinde, before), busy, { ...afternoon, ...span, location: 'Lokaal 3' }));
	};
	const [past, today, away] = [await block(21), await block(22), await block(30)];
	await block(29);
	value(await open(office, busy));
	const over = { pupil: sem.id, ...time(past, september(21, '13:00')) };
	const missed = value(await bookings.book(as(samira, deLinde, before), busy, over)).id;
	value(await miss(as(bram), missed, 'home'));
	const sems = { pupil: sem.id, ...time(today, september(22, '13:30')) };
	value(await bookings.bookFor(as(bram), busy, samira.id, sems));
	const yaras = { pupil: yara.id, ...time(away, september(30, '13:00')) };
	const fallen = value(await bookings.book(as(leyla), busy, yaras)).id;
	const span = { teacher: bram.id, startsAt: september(30, '00:00'), endsAt: momentOf('2026-10-01' as Day, midnight) };
	const { seen } = value(await absences.look(as(bram), span));
	value(await absences.propose(as(bram), span, seen));
	return { busy, missed, fallen, wall: value(await makeWall(as(yvonne), busy)) };
}

const midnight = '00:00' as Time;

/** The house looks on the day of the letter, and on the day on which who did not react is called. */
async function plantCall() {
	for (const days of [4, 10]) {
		const day = addDays('2026-09-22' as Day, days);
		const ctx = as(yvonne, deLinde, momentOf(day, '10:00' as Time));
		value(await change(ctx, async (db) => ok(await nudgeIn(db, ctx))));
	}
	return (await calls.calls(as(bram)))[0]!.id;
}
