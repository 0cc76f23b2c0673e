import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '#platform/time.ts';
import { afterDeed, kindOf, reach } from './calendar.ts';
import { isClosedThroughout, isSchoolDay, nationalHolidays, within, type Holiday, type HolidayId } from './holiday.ts';
import { easterOf } from './national.ts';
import { asYearName, yearAfter, yearNamed, yearOn } from './school-year.ts';
import { dayAt, placeOf, schoolDay, weeksLater, weeksOf } from './school-week.ts';

const day = (text: string) => text as Day;
const year = yearNamed('2026-2027', []);
const midden = nationalHolidays(year, 'midden');
const weeks = weeksOf(year, midden);
const next = yearNamed('2027-2028', []);
const nextOff = nationalHolidays(next, 'midden');
const nextWeeks = weeksOf(next, nextOff);
const monday = (week: number) => weeks.find(({ number }) => number === week)!.monday;

test('Easter, as printed', () => {
	expect([2026, 2027, 2028, 2038].map(easterOf)).toEqual(['2026-04-05', '2027-03-28', '2028-04-16', '2038-04-25']);
});

test('the country has other days off in each region, and the same feasts', () => {
	const autumn = (region: 'noord' | 'midden') =>
		nationalHolidays(year, region).find(({ national }) => national === 'autumn');
	expect(autumn('noord')).toMatchObject({ firstDay: '2026-10-10', lastDay: '2026-10-18' });
	expect(autumn('midden')).toMatchObject({ firstDay: '2026-10-17', lastDay: '2026-10-25' });
	expect(midden.map(({ national }) => national)).toEqual([
		...['summer-before', 'autumn', 'christmas', 'spring', 'easter-monday', 'may', 'kings-day'],
		...['ascension', 'whit-monday', 'summer']
	]);
	expect(nationalHolidays(year, null)).toEqual([]);
});

test('a year whose dates nobody has published has its feasts only', () => {
	const far = nationalHolidays({ name: '2034-2035' }, 'zuid');
	expect(far.map(({ kind }) => kind)).toEqual(['free', 'free', 'free', 'free']);
});

describe('weeks of school', () => {
	test('the first begins after summer; a week of holiday is not counted', () => {
		expect(monday(1)).toBe('2026-08-31');
		expect(monday(3)).toBe('2026-09-14');
		expect(monday(7)).toBe('2026-10-12');
		expect(monday(8)).toBe('2026-10-26');
		expect(weeks.find((week) => week.monday === '2026-10-19')?.number).toBeNull();
	});

	// Red when a day is reckoned by moments: the Sunday of October has 25 hours, that of March 23.
	test.each(['2026-10-25', '2027-03-28'])('the night the clock is changed, %s, moves no week and no day', (change) => {
		const before = addDays(day(change), -1);
		expect(addDays(before, 2)).toBe(addDays(day(change), 1));
		const around = weeksOf(year, []).filter(
			({ monday: at }) => at >= addDays(day(change), -14) && at <= addDays(day(change), 8)
		);
		expect(around.map(({ monday: at }) => at)).toEqual([-13, -6, 1, 8].map((days) => addDays(day(change), days)));
		const place = placeOf(addDays(day(change), 1), weeksOf(year, []), 'from')!;
		expect(dayAt(place, weeksOf(year, []), [], 'from')).toBe(addDays(day(change), 1));
	});

	test('a window goes to the same week of school next year, past holidays that lie otherwise', () => {
		const place = placeOf(day('2026-10-28'), weeks, 'from')!;
		expect(place).toEqual({ week: 8, day: 3 });
		// 2027-2028 begins on 30 August, with its autumn holiday in the eighth week of the calendar.
		expect(dayAt(place, nextWeeks, nextOff, 'from')).toBe('2027-10-27');
		expect(dayAt(placeOf(day('2026-09-14'), weeks, 'from')!, nextWeeks, nextOff, 'from')).toBe('2027-09-13');
	});

	test('what lies in a holiday counts as the first week after it, or the last before it', () => {
		expect(placeOf(day('2026-10-20'), weeks, 'from')).toEqual({ week: 8, day: 1 });
		expect(placeOf(day('2026-10-20'), weeks, 'to')).toEqual({ week: 7, day: 5 });
	});

	test('on a day off it moves into the window, not out of it', () => {
		const off = [{ firstDay: day('2027-09-13'), lastDay: day('2027-09-13') }];
		const place = { week: 3, day: 1 };
		expect(dayAt(place, nextWeeks, [...nextOff, ...off], 'from')).toBe('2027-09-14');
		expect(dayAt(place, nextWeeks, [...nextOff, ...off], 'to')).toBe('2027-09-10');
	});

	test('a year that is shorter has no such week', () => {
		expect(dayAt({ week: 60, day: 1 }, nextWeeks, nextOff, 'from')).toBeUndefined();
	});

	test('two weeks after a report card before Christmas is two weeks of school', () => {
		expect(weeksLater(day('2026-12-11'), weeks, 2)).toBe('2027-01-04');
	});
});

test('a weekend is no school day, nor is a holiday', () => {
	expect(isSchoolDay(day('2026-10-17'), [])).toBe(false);
	expect(isSchoolDay(day('2026-10-19'), midden)).toBe(false);
	expect(isSchoolDay(day('2026-10-26'), midden)).toBe(true);
	expect(schoolDay(day('2026-12-21'), midden, 1)).toBe('2027-01-04');
	expect(schoolDay(day('2026-12-21'), midden, -1)).toBe('2026-12-18');
});

test('a window in a holiday: in part, or as a whole', () => {
	const part = { firstDay: day('2026-10-12'), lastDay: day('2026-10-20') };
	const whole = { firstDay: day('2026-10-17'), lastDay: day('2026-10-23') };
	expect(within(part, midden).map(({ national }) => national)).toEqual(['autumn']);
	expect(isClosedThroughout(part, midden)).toBe(false);
	expect(isClosedThroughout(whole, midden)).toBe(true);
});

describe('the calendar of a school', () => {
	const holidays = midden.map((each, at): Holiday => ({ ...each, id: `${at}` as HolidayId }));
	const studyDay = {
		kind: 'free',
		national: null,
		name: 'Studiedag',
		firstDay: day('2026-11-11'),
		lastDay: day('2026-11-11')
	} as const;
	const added = afterDeed(holidays, { do: 'add', holiday: studyDay, id: 'own' as HolidayId })!;

	test('what is added stands in its place', () => {
		expect(added.map(({ id }) => id)).toContain('own');
		expect(added.findIndex(({ id }) => id === 'own')).toBe(2);
	});

	test('one that is made longer keeps which it is', () => {
		const longer = { name: 'Herfst', firstDay: day('2026-10-17'), lastDay: day('2026-10-28') };
		const altered = afterDeed(holidays, { do: 'alter', holiday: longer, id: '1' as HolidayId })!;
		expect(altered[1]).toEqual({ ...longer, id: '1', kind: 'holiday', national: 'autumn' });
	});

	test('putting the national ones back leaves what is the school’s own', () => {
		const without = afterDeed(added, { do: 'remove', id: '1' as HolidayId })!;
		const restored = afterDeed(without, { do: 'restore', national: holidays })!;
		expect(restored.map(({ id }) => id)).toEqual(added.map(({ id }) => id));
	});

	test('what is not there cannot be altered', () => {
		expect(afterDeed(holidays, { do: 'remove', id: 'x' as HolidayId })).toBeUndefined();
	});

	test('five days of school are a holiday, fewer are days off', () => {
		expect(kindOf({ firstDay: day('2026-10-17'), lastDay: day('2026-10-25') })).toBe('holiday');
		expect(kindOf({ firstDay: day('2026-10-22'), lastDay: day('2026-10-25') })).toBe('free');
		expect(reach([])).toBeUndefined();
	});
});

test('a year by its name, its day, and from outside', () => {
	expect(yearOn(day('2027-07-31'), []).name).toBe('2026-2027');
	expect(yearOn(day('2027-08-01'), []).name).toBe('2027-2028');
	expect(yearAfter('2026-2027')).toBe('2027-2028');
	expect(asYearName('2026-2027')).toBe('2026-2027');
	expect(['2026-2028', '1999-2000', 'x', null, '20262027'].map(asYearName)).toEqual(Array(5).fill(undefined));
});
