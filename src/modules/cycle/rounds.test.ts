import { expect, test } from 'vitest';
import { change, read } from '#platform/db.server.ts';
import { asId, type GroupId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { afternoon, evening, offered, openStartRound, september, startRound, time, value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as bookings from './bookings.server.ts';
import { invitedBy, makeCodeIn, openInvitations, personOfInvitation } from './invitations.server.ts';
import * as offers from './offers.server.ts';
import { parseRound } from './round.input.ts';
import * as rounds from './rounds.server.ts';

useDatabase();

const { anke, as, autumn, bram, deEik, deEiksOffice, huda, noor, samira, stranger, youssef, yvonne } = cast;

test('the office plans a round, opens it and closes it; each step leaves a fact', async () => {
	const { id } = value(await rounds.plan(as(yvonne), startRound));
	expect(await rounds.close(as(yvonne), id)).toEqual(no('wrong-state'));
	expect(value(await rounds.open(as(yvonne), id)).state).toBe('open');
	expect(await rounds.open(as(yvonne), id)).toEqual(no('wrong-state'));
	expect(value(await rounds.close(as(yvonne), id)).state).toBe('closed');
	expect(await facts()).toEqual(['round.planned', 'round.opened', 'round.closed']);
});

test.each([
	['a teacher', as(anke)],
	['a parent', as(samira)],
	['the office of another school', as(deEiksOffice, deEik)]
])('%s plans no rounds and sees none', async (_who, ctx) => {
	const { id } = value(await rounds.plan(as(yvonne), startRound));
	expect(await rounds.plan(ctx, startRound)).toEqual(no('missing'));
	expect(await rounds.open(ctx, id)).toEqual(no('missing'));
	expect(await rounds.overview(ctx, id)).toEqual(no('missing'));
});

test('a group of another school is not there', async () => {
	const strange = asId<GroupId>('00000000-0000-4000-80e0-0000000000ff')!;
	expect(await rounds.plan(as(yvonne), { ...startRound, groups: [strange] })).toEqual(no('missing'));
});

test('the office sees per group who has a time, and per team whether the offer is enough', async () => {
	const { round, ankesAfternoon } = await openStartRound();
	value(await bookings.book(as(huda), round, { ...time(ankesAfternoon, september(24, '15:00')), pupil: cast.adam.id }));
	const seen = value(await rounds.overview(as(yvonne), round));
	expect(seen.groups).toMatchObject([
		{ name: 'Groep 3', talks: 2, booked: 0 },
		{ name: 'Groep 5', talks: 3, booked: 1 }
	]);
	expect(seen.groups[1]!.toInvite.map(({ fullName }) => fullName)).toEqual(['Noor Benali', 'Fleur de Boer']);
	expect(seen.teams).toMatchObject([
		{ teachers: ['meester Bram'], count: { talks: 2, slots: 4, short: 0, evening: false } },
		{ teachers: ['juf Anke'], count: { talks: 3, slots: 8, short: 0, evening: true } }
	]);
});

test('a teacher hears what is still needed, and offers it', async () => {
	const { id } = value(await rounds.plan(as(yvonne), startRound));
	expect(await offers.offerNeeded(as(anke))).toMatchObject([
		{ round: { id }, count: { talks: 3, slots: 0, short: 3, shortMinutes: 45, evening: false } }
	]);
	await offered(as(anke), id, afternoon);
	expect(await offers.offerNeeded(as(anke))).toMatchObject([{ count: { short: 0, evening: false } }]);
	await offered(as(anke), id, evening);
	expect(await offers.offerNeeded(as(anke))).toEqual([]);
	expect(await offers.offerNeeded(as(samira))).toEqual([]);
});

test('a block that overlaps, lies outside or holds no talk is refused', async () => {
	const { id } = value(await rounds.plan(as(yvonne), startRound));
	await offered(as(anke), id, afternoon);
	const tries = { startsAt: september(24, '15:45'), endsAt: september(24, '16:45') };
	expect(await offers.offer(as(anke), id, { ...afternoon, ...tries })).toEqual(no('overlaps-own'));
	expect((await offers.offer(as(bram), id, { ...afternoon, ...tries })).ok).toBe(true);
	const outside = { startsAt: september(18, '15:00'), endsAt: september(18, '16:00') };
	expect(await offers.offer(as(anke), id, { ...afternoon, ...outside })).toEqual(no('outside-round'));
	const short = { startsAt: september(25, '15:00'), endsAt: september(25, '15:10') };
	expect(await offers.offer(as(anke), id, { ...afternoon, ...short })).toEqual(no('too-short'));
	expect(await offers.offer(as(yvonne), id, afternoon)).toEqual(no('missing'));
});

test('a block with an agreed time in it stays, until that time is cancelled', async () => {
	const { round, ankesAfternoon } = await openStartRound();
	const choice = { ...time(ankesAfternoon, september(24, '15:00')), pupil: noor.id };
	const { id } = value(await bookings.book(as(samira), round, choice));
	expect(await offers.withdraw(as(anke), round, ankesAfternoon)).toEqual(no('has-bookings'));
	expect(await offers.withdraw(as(bram), round, ankesAfternoon)).toEqual(no('missing'));
	value(await bookings.cancel(as(samira), id));
	expect((await offers.withdraw(as(anke), round, ankesAfternoon)).ok).toBe(true);
	expect(await bookings.book(as(samira), round, choice)).toEqual(no('missing'));
});

test('every guardian of the circle is invited once; who has a time is not asked again', async () => {
	const { round, ankesAfternoon } = await openStartRound();
	const invited = await read(as(yvonne), (db) => invitedBy(db, as(yvonne), round));
	expect(invited?.guardians.map(({ person, children }) => [person, children.length])).toEqual(
		expect.arrayContaining([
			[samira.id, 2],
			[youssef.id, 2],
			[huda.id, 1],
			[stranger.id, 1]
		])
	);
	value(await bookings.book(as(samira), round, { ...time(ankesAfternoon, september(24, '15:00')), pupil: noor.id }));
	expect((await openInvitations(as(youssef))).map(({ pupil }) => pupil.callName)).toEqual(['Sem']);
	expect(await openInvitations(as(cast.leyla))).toEqual([]);
	expect(await openInvitations(as(anke))).toEqual([]);
});

test('a personal link says for whom it is until the round ends, and keeps only a hash', async () => {
	const { round } = await openStartRound();
	const ctx = as(yvonne);
	const code = value(await change(ctx, async (db) => ok(await makeCodeIn(db, ctx, round, samira.id))));
	expect(await personOfInvitation(code, autumn)).toEqual({ school: ctx.school, person: samira.id, round });
	expect(await personOfInvitation(code, september(30, '23:00'))).toBeDefined();
	expect(await personOfInvitation(code, new Date('2026-10-03T06:00:00Z'))).toBeUndefined();
	expect(await personOfInvitation(code.slice(0, -2) + 'AA', autumn)).toBeUndefined();
	expect(await personOfInvitation('nonsense', autumn)).toBeUndefined();
	value(await rounds.close(ctx, round));
	expect(await personOfInvitation(code, autumn)).toBeUndefined();
});

test('a form becomes a round, or a fault for each field', () => {
	const form = (fields: Record<string, string>) => {
		const data = new FormData();
		for (const [name, text] of Object.entries(fields)) data.append(name, text);
		return parseRound(data, autumn);
	};
	const good = { groups: cast.group5, firstDay: '2026-09-21', lastDay: '2026-10-02', minutes: '15', noticeHours: '24' };
	expect(form(good)).toMatchObject({ ok: true, value: { minutes: 15, groups: [cast.group5], invitation: '' } });
	expect(form({}).faults).toEqual({
		groups: 'groups-missing',
		firstDay: 'first-day-missing',
		lastDay: 'last-day-missing',
		minutes: 'minutes-wrong',
		noticeHours: 'notice-wrong'
	});
	expect(form({ ...good, lastDay: '2026-09-20' }).faults).toEqual({ lastDay: 'last-day-past' });
	expect(form({ ...good, firstDay: '2026-10-05' }).faults).toEqual({ lastDay: 'last-before-first' });
	expect(form({ ...good, firstDay: '2026-02-30' }).faults).toEqual({ firstDay: 'first-day-missing' });
	expect(form({ ...good, lastDay: '2027-06-02' }).faults).toEqual({ lastDay: 'window-too-long' });
	expect(form({ ...good, minutes: '4' }).faults).toEqual({ minutes: 'minutes-wrong' });
});
