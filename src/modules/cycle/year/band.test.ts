import { expect, test } from 'vitest';
import type { Day } from '#platform/time.ts';
import { bandOf, lanesOf, linesOf, metBy } from './band.ts';
import { nationalHolidays, type Holiday, type HolidayId } from './holiday.ts';
import type { MomentId } from './moment.ts';
import { yearNamed } from './school-year.ts';
import { weeksOf } from './school-week.ts';

const year = yearNamed('2026-2027', []);
const holidays = nationalHolidays(year, 'midden').map((each): Holiday => ({
	...each,
	id: each.national! as string as HolidayId
}));
const weeks = weeksOf(year, holidays);
const start = { id: 'start', firstDay: '2026-09-14' as Day, lastDay: '2026-09-25' as Day };
const report = { id: 'm' as MomentId, kind: 'report-1', words: '', day: '2027-02-05' as Day } as const;
const months = bandOf(weeks, { rounds: [start], moments: [report], holidays }, '2026-09-22' as Day);
const month = (name: string) => months.find((one) => one.month === name)!;

test('twelve months; a round stands in each of its weeks, today in one', () => {
	expect(months.map((one) => one.month)).toEqual([
		...['2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02'],
		...['2027-03', '2027-04', '2027-05', '2027-06', '2027-07']
	]);
	expect(month('2026-09').weeks.map((week) => [week.number, week.rounds.length, week.quiet, week.now])).toEqual([
		[1, 0, true, false],
		[2, 0, true, false],
		[3, 1, false, false],
		[4, 1, false, true]
	]);
});

test('quiet weeks after each other are one line, and so are those of a holiday', () => {
	expect(linesOf(month('2026-09').weeks).map(({ what, weeks: of }) => [what, of.length])).toEqual([
		['quiet', 2],
		['planned', 1],
		['planned', 1]
	]);
	expect(linesOf(month('2026-12').weeks).map(({ what, weeks: of }) => [what, of.length])).toEqual([
		['quiet', 3],
		['closed', 2]
	]);
});

test('a report card makes its week no longer quiet; a day off alone is told', () => {
	expect(linesOf(month('2027-02').weeks)[0]!.what).toBe('planned');
	expect(
		month('2027-05')
			.weeks.filter((week) => week.holidays.length)
			.map(({ quiet }) => quiet)
	).toEqual([true, true]);
});

test('a round that meets a holiday says which, and whether anybody is at school at all', () => {
	expect(metBy(start, holidays)).toEqual({ off: [], closed: false });
	const autumn = { firstDay: '2026-10-17' as Day, lastDay: '2026-10-25' as Day };
	expect(metBy(autumn, holidays)).toMatchObject({ off: [{ national: 'autumn' }], closed: true });
});

test('what lies near each other gets a lane of its own', () => {
	const near = { firstDay: '2026-09-28' as Day, lastDay: '2026-09-30' as Day };
	const far = { firstDay: '2027-02-08' as Day, lastDay: '2027-02-19' as Day };
	expect(lanesOf([far, near, start], 60).map(({ lane }) => lane)).toEqual([0, 1, 0]);
});
