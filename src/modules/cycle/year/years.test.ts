import { expect, test } from 'vitest';
import * as bookings from '#modules/cycle/bookings.server.ts';
import * as rounds from '#modules/cycle/rounds.server.ts';
import type { GroupId } from '#platform/ids.ts';
import { no } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, deEik, deEiksOffice, group3, group5, joris, noor, samira, yvonne } from '#seeds/cast.ts';
import { openStartRound, september, startRound, time, value } from '#seeds/start-round.ts';
import { asOwner, facts, useDatabase } from '#tests/database.ts';
import type { HolidayId, NewHoliday } from './holiday.ts';
import * as holidays from './holidays.server.ts';
import * as joiners from './joiners.server.ts';
import * as moments from './moments.server.ts';
import * as proposals from './proposals.server.ts';
import * as years from './years.server.ts';

useDatabase();

const office = as(yvonne);
const year = '2026-2027';
const day = (text: string) => text as Day;
const off = (firstDay: string, lastDay = firstDay, name = 'Studiedag'): NewHoliday => ({
	...{ kind: 'free', national: null, name, firstDay: day(firstDay), lastDay: day(lastDay) }
});
const sure = { anyway: true };
const unsure = { anyway: false };
const calendar = async (ctx = office, of = year) => value(await years.get(ctx, of)).calendar;
const names = async () => (await calendar()).holidays.map(({ national, name }) => name || national);

test('without doing anything the year has the holidays of its region; the first change makes it the school’s own', async () => {
	const before = await calendar();
	expect(before).toMatchObject({ region: 'midden', own: false });
	value(await holidays.add(office, year, off('2026-11-11'), unsure));
	const after = await calendar();
	expect(after).toMatchObject({ region: 'midden', own: true });
	expect(after.holidays).toEqual(expect.arrayContaining(before.holidays));
	expect(after.holidays).toHaveLength(before.holidays.length + 1);
	expect(await calendar(as(deEiksOffice, deEik))).toMatchObject({ own: false });
	expect(await facts()).toEqual(['holiday.added']);
});

test('a holiday is altered and removed, and the national ones come back beside what is the school’s own', async () => {
	const [, autumn, christmas] = (await calendar()).holidays as { id: HolidayId }[];
	value(await holidays.add(office, year, off('2026-11-11'), unsure));
	value(await holidays.alter(office, year, autumn!.id, off('2026-10-17', '2026-10-28', 'Herfst'), unsure));
	value(await holidays.remove(office, year, christmas!.id));
	expect(await names()).toContain('Herfst');
	expect(await names()).not.toContain('christmas');
	value(await holidays.restore(office, year, unsure));
	expect(await names()).toEqual(expect.arrayContaining(['autumn', 'christmas', 'Studiedag']));
	expect(await names()).not.toContain('Herfst');
});

test('a national one that keeps its Dutch name is called in the language of who reads', async () => {
	const [, autumn] = (await calendar()).holidays;
	value(await holidays.alter(office, year, autumn!.id, off('2026-10-17', '2026-10-28', 'Herfstvakantie'), unsure));
	expect((await calendar()).holidays.find(({ id }) => id === autumn!.id)).toMatchObject({
		name: '',
		national: 'autumn'
	});
});

test.each([
	['outside the year', () => holidays.add(office, year, off('2028-01-10'), unsure), 'outside-year'],
	['of nobody', () => holidays.remove(office, year, '00000000-0000-4000-8000-000000000000' as HolidayId), 'missing'],
	['by a teacher', () => holidays.add(as(anke), year, off('2026-11-11'), unsure), 'missing'],
	[
		'a report card in another year',
		() => moments.mark(office, year, { kind: 'report-1', words: '', day: day('2028-02-01') }),
		'outside-year'
	]
])('refused and nothing written: %s', async (_what, deed, reason) => {
	const before = await calendar();
	expect(await deed()).toEqual(no(reason));
	expect(await calendar()).toEqual(before);
	expect(await facts()).toEqual([]);
});

test('a school without a region has the feasts of nobody yet, and chooses', async () => {
	await asOwner(`update people.school set region = null where school_id = '${office.school}' returning 1`);
	expect((await calendar()).holidays).toEqual([]);
	expect(await holidays.restore(office, year, unsure)).toEqual(no('no-region'));
});

/** Red without the question before it (`anyway`): then a day off lies over talks and nobody knows. */
test('a day off over offered and chosen times says which, and cancels nothing', async () => {
	const { round, ankesAfternoon } = await openStartRound();
	const chosen = { ...time(ankesAfternoon, september(24, '15:00')), pupil: noor.id };
	const booked = value(await bookings.book(as(samira), round, chosen));
	expect(await holidays.add(office, year, off('2026-09-24'), unsure)).toEqual(no('in-the-way'));
	const met = value(await holidays.metBy(office, year, { holiday: off('2026-09-24') }));
	expect(met).toMatchObject([
		{ offered: 2, talks: [{ booking: booked.id, child: 'Noor Benali', teacher: 'juf Anke' }] }
	]);
	expect((await calendar()).own).toBe(false);

	value(await holidays.add(office, year, off('2026-09-24'), sure));
	const page = value(await years.get(office, year));
	expect(page.onDaysOff).toEqual(met);
	expect(page.rounds[0]!.met).toMatchObject({ off: [{ name: 'Studiedag' }], closed: false });
	expect(await asOwner(`select state from cycle.booking`)).toEqual([{ state: 'booked' }]);

	value(await bookings.cancel(as(samira), booked.id));
	expect(value(await years.get(office, year)).onDaysOff).toMatchObject([{ talks: [] }]);
});

// The last minutes of the night in which the clock goes back belong to the day off, those after midnight do not.
test('a day off is a whole day at school, also when it has 25 hours', async () => {
	const autumn = { ...startRound, firstDay: day('2026-10-19'), lastDay: day('2026-10-30'), groups: [group5] };
	const round = value(await rounds.plan(office, autumn)).id;
	const block = (from: string, to: string) =>
		asOwner(`insert into cycle.block (school_id, id, round_id, teacher_id, starts_at, ends_at, places)
		         values ('${office.school}', gen_random_uuid(), '${round}', '${anke.id}', '${from}', '${to}', '{phone}') returning id`);
	await block('2026-10-25T22:30:00Z', '2026-10-25T22:50:00Z');
	await block('2026-10-25T23:10:00Z', '2026-10-25T23:30:00Z');
	await asOwner(`delete from cycle.holiday where school_id = '${office.school}' returning 1`);
	const met = value(await holidays.metBy(office, year, { holiday: off('2026-10-25') }));
	expect(met.map(({ offered }) => offered)).toEqual([]);
	const [, herfst] = (await calendar()).holidays;
	value(await holidays.remove(office, year, herfst!.id));
	expect(
		value(await holidays.metBy(office, year, { holiday: off('2026-10-25') })).map(({ offered }) => offered)
	).toEqual([1]);
});

test('a report card comes once a year, an evening as often as school likes', async () => {
	const on = (kind: 'report-1' | 'meeting', at: string) =>
		moments.mark(office, year, { kind, words: '', day: day(at) });
	const first = value(await on('report-1', '2027-02-05'));
	expect(await on('report-1', '2027-02-12')).toEqual(no('already-there'));
	value(await on('meeting', '2026-11-12'));
	value(await on('meeting', '2027-03-11'));
	value(await moments.unmark(office, first));
	expect(value(await years.get(office, year)).moments.map(({ kind }) => kind)).toEqual(['meeting', 'meeting']);
});

test('the pattern: start talks in weeks 3 and 4 for all, then two weeks after the first report card', async () => {
	const before = value(await proposals.propose(office, year, 'pattern')).proposals;
	expect(before.map(({ hitch }) => hitch)).toEqual([null, 'no-report']);
	value(await moments.mark(office, year, { kind: 'report-1', words: '', day: day('2027-02-05') }));
	const [start, after] = value(await proposals.propose(office, year, 'pattern')).proposals;
	expect(start).toMatchObject({
		firstDay: '2026-09-14',
		lastDay: '2026-09-25',
		week: 3,
		of: ['Groep 3', 'Groep 5', 'Groep 8']
	});
	// Its second week comes after the spring holiday.
	expect(after).toMatchObject({
		firstDay: '2027-02-15',
		lastDay: '2027-03-05',
		hitch: null,
		round: { kind: 'report-card' }
	});
	const chosen = { key: 'start', firstDay: day('2026-09-15'), lastDay: start!.lastDay! } as const;
	const [made] = value(await proposals.planAll(office, year, 'pattern', [chosen]));
	expect(value(await rounds.overview(office, made!)).round).toMatchObject({
		state: 'draft',
		minutes: 15,
		firstDay: '2026-09-15'
	});
	expect(value(await proposals.propose(office, year, 'pattern')).proposals[0]!.hitch).toBe('already-there');
});

async function nextYear(groups: [GroupId, string, string][]) {
	const id = '00000000-0000-4000-8000-00000000beef';
	await asOwner(`insert into people.school_year (school_id, id, name, starts_on, ends_on)
	               values ('${office.school}', '${id}', '2027-2028', '2027-08-01', '2028-07-31') returning id`);
	for (const [group, name, yearGroup] of groups)
		await asOwner(`insert into people.pupil_group (school_id, id, school_year_id, key, name, year_group)
		               values ('${office.school}', '${group}', '${id}', '#${name}', '${name}', '${yearGroup}') returning id`);
}

test('rounds go to the same weeks of the next year, for the groups of that year; what cannot be mapped is said', async () => {
	const next5 = '00000000-0000-4000-8000-000000000055' as GroupId;
	value(await rounds.plan(office, { ...startRound, groups: [group3, group5], groupMinutes: { [group5]: 20 } }));
	expect(value(await proposals.propose(office, '2027-2028', 'last-year')).proposals).toMatchObject([
		{ hitch: 'no-groups', unmapped: ['Groep 3', 'Groep 5'] }
	]);
	await nextYear([[next5, 'Groep 5', '5']]);
	const [copy] = value(await proposals.propose(office, '2027-2028', 'last-year')).proposals;
	// 21 September 2026 was the Monday of the fourth week; in 2027 that is the twentieth.
	expect(copy).toMatchObject({
		firstDay: '2027-09-20',
		lastDay: '2027-10-01',
		week: 4,
		unmapped: ['Groep 3'],
		of: ['Groep 5']
	});
	const chosen = { key: copy!.key, firstDay: copy!.firstDay!, lastDay: copy!.lastDay! };
	const before = await facts();
	expect(await proposals.planAll(office, '2027-2028', 'last-year', [chosen, { ...chosen, key: 'start' }])).toEqual(
		no('gone')
	);
	expect(await facts()).toEqual(before);
	const [made] = value(await proposals.planAll(office, '2027-2028', 'last-year', [chosen]));
	expect(value(await years.get(office, '2027-2028')).rounds).toMatchObject([
		{ id: made, state: 'draft', groups: [next5], groupMinutes: { [next5]: 20 } }
	]);
	expect(value(await proposals.propose(office, '2027-2028', 'last-year')).proposals[0]!.hitch).toBe('already-there');
});

test('who joined this year, and which talk is due: for the office all, for a teacher their own', async () => {
	await asOwner(`update people.enrolment set starts_on = '2026-09-07' where pupil_id = '${noor.id}' returning 1`);
	const seen = value(await joiners.joined(office));
	expect(seen.joiners).toMatchObject([
		{
			...{ fullName: 'Noor Benali', group: 'Groep 5', joinedOn: '2026-09-07', mine: false },
			...{ teachers: ['juf Anke'], next: { step: 'intake', due: '2026-09-14' } }
		}
	]);
	expect(value(await joiners.joined(as(anke))).joiners).toMatchObject([{ mine: true }]);
	expect(await joiners.joined(as(samira))).toEqual(no('missing'));
	expect(value(await joiners.joined(as(joris))).joiners).toHaveLength(1);
});
