import { beforeEach, expect, test } from 'vitest';
import * as bookings from '#modules/cycle/bookings.server.ts';
import { tell } from '#modules/cycle/telling.server.ts';
import { change, read } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { addDays, momentOf, type Day, type Time } from '#platform/time.ts';
import * as cast from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as absences from './absences.server.ts';
import * as attendances from './attendances.server.ts';
import * as calls from './calls.server.ts';
import type { NudgeId } from './nudge.ts';
import { nudgeForMessage, nudgeIn } from './nudges.server.ts';
import * as proposals from './proposals.server.ts';

useDatabase();

const { anke, as, bram, carla, deLinde, huda, noor, samira, sem, youssef, yvonne } = cast;
// The round is opened on the 22nd; the last day to talk is 2 October.
const on = (who: Parameters<typeof as>[0], day: number) =>
	as(who, deLinde, momentOf(addDays('2026-09-01' as Day, day - 1), '10:00' as Time));
const think = async (day: number): Promise<NudgeId[]> =>
	value(await change(on(yvonne, day), async (db) => ok(await nudgeIn(db, on(yvonne, day)))));

let round: RoundId;
let opened: Awaited<ReturnType<typeof openStartRound>>;

beforeEach(async () => {
	opened = await openStartRound();
	round = opened.round;
});

const forMessage = (id: NudgeId, day: number) => read(on(anke, day), (db) => nudgeForMessage(db, on(anke, day), id));

test('before the fourth day nothing; then one letter a home, each step once however often the house looks', async () => {
	expect(await think(25)).toEqual([]);
	const letters = await think(26);
	expect(await think(26)).toEqual([]);
	expect(await think(27)).toEqual([]);
	const about = await Promise.all(letters.map((id) => forMessage(id, 26)));
	const noors = about.find((each) => each?.pupil === noor.id);
	expect(noors?.guardians.toSorted()).toEqual([samira.id, youssef.id].toSorted());
});

test('who has a time gets nothing, also when it was taken after the letter was thought of', async () => {
	const letters = await think(26);
	value(
		await bookings.book(on(samira, 26), round, { ...time(opened.ankesEvening, september(29, '19:00')), pupil: noor.id })
	);
	const left = await Promise.all(letters.map((id) => forMessage(id, 26)));
	expect(left.map((each) => each?.pupil)).not.toContain(noor.id);
});

/** Ten days after opening, the last day of the round. */
async function toCall(day = 32) {
	await think(26);
	await think(day);
	return calls.calls(on(anke, day));
}

test('a call stands on the list of who teaches the child, and of nobody else', async () => {
	const mine = await toCall();
	expect(mine.map(({ callName, because }) => [callName, because])).toContainEqual(['Noor', 'invited']);
	expect((await calls.calls(on(bram, 32))).map(({ pupil }) => pupil)).toContain(sem.id);
	for (const who of [carla, yvonne, samira]) expect(await calls.calls(on(who, 32))).toEqual([]);
	const noors = mine.find(({ pupil }) => pupil === noor.id)!;
	expect(await calls.call(on(bram, 32), noors.id)).toEqual(no('missing'));
	expect(await calls.done(on(samira, 32), noors.id, 'spoken')).toEqual(no('missing'));
	expect(value(await calls.call(on(anke, 32), noors.id))).toMatchObject({
		guardians: [{ name: 'Samira El Idrissi' }, { name: 'Youssef Benali' }],
		outcomes: ['spoken', 'not-reached', 'will-choose']
	});
});

test('a call is noted in one tap, once, and of a start talk never that it is not needed', async () => {
	const { id } = (await toCall()).find(({ pupil }) => pupil === noor.id)!;
	expect(await calls.done(on(anke, 32), id, 'none-needed')).toEqual(no('talk-needed'));
	value(await calls.done(on(anke, 32), id, 'not-reached'));
	expect((await facts()).at(-1)).toBe('family.called');
	expect(await calls.done(on(anke, 32), id, 'spoken')).toEqual(no('missing'));
	expect((await calls.calls(on(anke, 32))).map(({ pupil }) => pupil)).not.toContain(noor.id);
	expect(JSON.stringify(await tell(on(samira, 32), noor.id))).toContain('School belde');
});

test('who chose a time in the meantime is not called', async () => {
	await think(26);
	await think(27);
	value(
		await bookings.book(on(huda, 27), round, {
			...time(opened.ankesEvening, september(29, '19:15')),
			pupil: cast.adam.id
		})
	);
	await think(32);
	expect((await calls.calls(on(anke, 32))).map(({ pupil }) => pupil)).not.toContain(cast.adam.id);
});

test('after the round nobody is chased any more', async () => {
	await toCall();
	expect(await think(40)).toEqual([]);
	expect(await calls.calls(on(anke, 40))).toEqual([]);
});

test('who was not there is invited anew from that day on, not as if nothing had happened', async () => {
	const first = { ...time(opened.ankesAfternoon, september(24, '15:00')), pupil: noor.id };
	const { id } = value(await bookings.book(as(samira), round, first));
	value(await attendances.miss(on(anke, 25), id, 'home'));
	const pupils = async (day: number) =>
		Promise.all((await think(day)).map(async (each) => (await forMessage(each, day))?.pupil));
	expect(await pupils(27)).not.toContain(noor.id);
	expect(await pupils(28)).toContain(noor.id);
});

test('who did not answer a proposal within two days is called, and at once who asked for it', async () => {
	const book = (who: typeof samira, pupil: typeof noor, start: string) =>
		bookings.book(as(who), round, { ...time(opened.ankesAfternoon, september(24, start)), pupil: pupil.id });
	const noors = value(await book(samira, noor, '15:00'));
	const adams = value(await book(huda, cast.adam, '15:15'));
	const away = { teacher: anke.id, startsAt: september(24, '00:00'), endsAt: september(25, '00:00') };
	value(await absences.propose(as(anke), away, value(await absences.look(as(anke), away)).seen));
	value(await proposals.decline(as(huda), adams.id));
	await think(22);
	expect(await calls.calls(on(anke, 22))).toMatchObject([{ pupil: cast.adam.id, because: 'proposed' }]);
	await think(24);
	const late = await calls.calls(on(anke, 24));
	expect(late.map(({ pupil }) => pupil).toSorted()).toEqual([noor.id, cast.adam.id].toSorted());
	value(await proposals.accept(on(anke, 24), noors.id, time(opened.ankesEvening, september(29, '19:00'))));
	expect((await calls.calls(on(anke, 24))).map(({ pupil }) => pupil)).not.toContain(noor.id);
});
