import { beforeEach, expect, test } from 'vitest';
import * as bookings from '#modules/cycle/bookings.server.ts';
import type { Booking } from '#modules/cycle/booking.ts';
import type { BlockId } from '#modules/cycle/offer.ts';
import { tell } from '#modules/cycle/telling.server.ts';
import { change, read } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as choices from '#modules/cycle/choices.server.ts';
import * as absences from './absences.server.ts';
import { fallingOutIn } from './daily.server.ts';
import * as proposals from './proposals.server.ts';

useDatabase();

const { adam, anke, as, bram, deEik, fleur, huda, noor, samira, wim, youssef, yvonne } = cast;
const away = { teacher: anke.id, startsAt: september(24, '00:00'), endsAt: september(25, '00:00') };
const seven = september(29, '19:00');

let round: RoundId;
let evening: BlockId;
let afternoon: BlockId;
let noors: Booking;
let adams: Booking;
let before: number;

beforeEach(async () => {
	const opened = await openStartRound();
	({ round, ankesEvening: evening, ankesAfternoon: afternoon } = opened);
	noors = value(await bookings.book(as(samira), round, { ...time(afternoon, september(24, '15:00')), pupil: noor.id }));
	adams = value(await bookings.book(as(huda), round, { ...time(afternoon, september(24, '15:15')), pupil: adam.id }));
	before = (await facts()).length;
});

const newFacts = async () => (await facts()).slice(before);
const fall = async (by = as(anke)) => {
	const { seen } = value(await absences.look(by, away));
	return value(await absences.propose(by, away, seen));
};
const heldFor = async (who: Parameters<typeof as>[0], booking: Booking) =>
	value(await proposals.offered(as(who), booking.id)).proposal.time!;

test('who cannot be there sees the smallest re-plan as a difference, and nothing is written', async () => {
	const { difference } = value(await absences.look(as(anke), away));
	expect(difference).toMatchObject([
		{ callName: 'Noor', time: { startsAt: seven, teacherName: 'juf Anke' } },
		{ callName: 'Adam', time: { startsAt: september(29, '19:15') } }
	]);
	expect(await newFacts()).toEqual([]);
});

test('the families are asked, nobody is moved, and the proposed times are kept for them', async () => {
	await fall();
	expect(await newFacts()).toEqual(['teacher.away', 'booking.falls-out', 'booking.falls-out']);
	expect(await read(as(anke), (db) => proposals.proposalForMessage(db, as(anke), noors.id))).toMatchObject({
		asks: true,
		startsAt: noors.startsAt,
		guardians: [samira.id, youssef.id]
	});
	expect(await proposals.asked(as(youssef))).toMatchObject([{ booking: noors.id, callName: 'Noor' }]);
	expect(await proposals.fallsOut(as(samira), noors.id)).toBe(true);
	const fleurs = { ...time(evening, seven), pupil: fleur.id };
	expect(await bookings.bookFor(as(anke), round, wim.id, fleurs)).toMatchObject({ reason: 'taken' });
	const ill = { ...time(afternoon, september(24, '15:45')), pupil: fleur.id };
	expect(await bookings.bookFor(as(anke), round, wim.id, ill)).toMatchObject({ reason: 'taken' });
	expect(await change(as(anke), async (db) => ok([...(await fallingOutIn(db, as(anke)))]))).toMatchObject({
		value: expect.arrayContaining([noors.conversation, adams.conversation])
	});
});

// Red without the times that are kept in `findOccupied` of bookings.
test('another family is offered no time that is kept, and none of a day on which the teacher is away', async () => {
	await fall();
	const { children } = value(await choices.forFamily(as(wim), round, 'school'));
	const offered = children.flatMap(({ suggested, others }) => [...suggested, ...others.flatMap(({ times }) => times)]);
	const moments = offered.map(({ startsAt }) => startsAt);
	expect(moments).toContainEqual(september(29, '19:30'));
	expect(moments).not.toContainEqual(seven);
	expect(moments.every((moment) => moment > away.endsAt)).toBe(true);
});

test('yes moves it: one place in everybody’s calendar, and the question is gone', async () => {
	await fall();
	expect(value(await proposals.accept(as(youssef), noors.id, await heldFor(youssef, noors)))).toBe(noors.id);
	expect((await newFacts()).slice(3)).toEqual(['conversation.moved', 'booking.moved', 'proposal.accepted']);
	expect(await proposals.asked(as(samira))).toEqual([]);
	expect(await proposals.fallsOut(as(samira), noors.id)).toBe(false);
	expect(JSON.stringify(await tell(as(samira), noor.id))).toContain('Voorstel voor een andere tijd');
});

test('another time is taken in the same way; what was kept is free for who comes next', async () => {
	await fall();
	const other = time(evening, september(29, '19:45'));
	expect(await proposals.accept(as(samira), noors.id, time(evening, september(29, '19:15')))).toEqual(no('taken'));
	value(await proposals.accept(as(samira), noors.id, other));
	const fleurs = { ...time(evening, seven), pupil: fleur.id };
	expect((await bookings.bookFor(as(anke), round, wim.id, fleurs)).ok).toBe(true);
});

test('none of these: the time is free again, school calls, and the teacher takes a time with them on the phone', async () => {
	await fall();
	value(await proposals.decline(as(samira), noors.id));
	expect(await proposals.decline(as(youssef), noors.id)).toEqual(no('wrong-state'));
	expect(await proposals.fallsOut(as(anke), noors.id)).toBe(true);
	value(await proposals.accept(as(anke), noors.id, time(evening, seven)));
	expect(await proposals.fallsOut(as(anke), noors.id)).toBe(false);
});

test('a family that moved by itself is asked nothing more, and its kept time is free', async () => {
	await fall();
	value(await bookings.move(as(samira), noors.id, time(evening, september(29, '19:30'))));
	expect(await proposals.asked(as(samira))).toEqual([]);
	expect(await proposals.accept(as(samira), noors.id, time(evening, seven))).toEqual(no('wrong-state'));
	const fleurs = { ...time(evening, seven), pupil: fleur.id };
	expect((await bookings.bookFor(as(anke), round, wim.id, fleurs)).ok).toBe(true);
});

test('what was on the screen is no longer so: the new difference is shown first', async () => {
	const { seen } = value(await absences.look(as(anke), away));
	value(await bookings.cancel(as(huda), adams.id));
	expect(await absences.propose(as(anke), away, seen)).toEqual(no('changed'));
	expect((await newFacts()).slice(2)).toEqual([]);
});

test('for whom no time is left the question stands without one', async () => {
	const both = { ...away, endsAt: september(30, '00:00') };
	const { seen, difference } = value(await absences.look(as(yvonne), both));
	expect(difference.map(({ time: each }) => each)).toEqual([null, null]);
	value(await absences.propose(as(yvonne), both, seen));
	expect(value(await proposals.offered(as(samira), noors.id))).toMatchObject({ asks: true, others: [] });
});

test('the teacher can be there after all: what was not moved goes on, and the families hear so', async () => {
	const id = await fall();
	value(await proposals.accept(as(huda), adams.id, await heldFor(huda, adams)));
	value(await absences.retract(as(anke), id));
	expect((await newFacts()).slice(-2)).toEqual(['teacher.back', 'booking.stands']);
	expect(await proposals.asked(as(samira))).toEqual([]);
	const fleurs = { ...time(afternoon, september(24, '15:45')), pupil: fleur.id };
	expect((await bookings.bookFor(as(anke), round, wim.id, fleurs)).ok).toBe(true);
});

test('nobody says for a colleague that she is away, but office and leadership', async () => {
	for (const who of [as(bram), as(samira), as(anke, deEik)]) {
		const span = { ...away, teacher: anke.id };
		const own = who.person.id === anke.id;
		if (!own) expect(await absences.look(who, span)).toEqual(no('missing'));
		if (!own) expect(await absences.propose(who, span, '')).toEqual(no('missing'));
	}
	expect((await absences.look(as(yvonne), away)).ok).toBe(true);
	const id = await fall(as(yvonne));
	expect(await absences.retract(as(bram), id)).toEqual(no('missing'));
	expect(value(await absences.list(as(bram))).absences).toEqual([]);
	expect(value(await absences.list(as(yvonne))).absences).toMatchObject([{ asked: 2, waiting: 2 }]);
});

test('another family finds no proposal of this one', async () => {
	await fall();
	expect(await proposals.offered(as(huda), noors.id)).toEqual(no('missing'));
	expect(await proposals.accept(as(huda), noors.id, time(evening, seven))).toEqual(no('missing'));
	expect(await proposals.decline(as(bram), noors.id)).toEqual(no('missing'));
});
