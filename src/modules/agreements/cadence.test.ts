import { describe, expect, test } from 'vitest';
import type { Day, Time } from '#platform/time.ts';
import { everyDay, nextAfter, occasionsIn, schoolDays, startedOn, type Cadence } from './cadence.ts';
import { readCadence, typedCadence } from './cadence.input.ts';
import { sayCadence } from './cadence.words.ts';

const plain: Cadence = {
	...{ days: [2, 4], times: 0, weeks: 1, part: null, at: null, minutes: null },
	from: '2026-09-01' as Day
};
const day = (text: string) => text as Day;

test.each([
	[{ days: everyDay }, 'elke dag', 'every day'],
	[{ days: everyDay, part: 'evening' }, 'elke avond', 'every evening'],
	[{ days: schoolDays, part: 'morning' }, 'elke schooldag ’s\u00a0ochtends', 'every school day in the morning'],
	[{ minutes: 10 }, 'op dinsdag en donderdag, 10 minuten', 'on Tuesday and Thursday, 10 minutes'],
	[{ days: [1], weeks: 2 }, 'om de week op maandag', 'every other week on Monday'],
	[
		{ days: [1], weeks: 3, at: '19:30' as Time },
		'elke 3 weken op maandag, om 19.30 uur',
		'every 3 weeks on Monday, at 19:30'
	],
	[{ days: [], times: 1, minutes: 1 }, 'één keer per week, 1 minuut', 'once a week, 1 minute'],
	[{ days: [], times: 3 }, '3 keer per week', '3 times a week']
] as [Partial<Cadence>, string, string][])('%j is said as people say it', (change, nl, en) => {
	expect(sayCadence({ ...plain, ...change }, 'nl')).toBe(nl);
	expect(sayCadence({ ...plain, ...change }, 'en')).toBe(en);
});

describe('the days it is for', () => {
	test('never before it begins, and only in its weeks', () => {
		expect(occasionsIn(plain, day('2026-08-20'), day('2026-09-08'))).toEqual([
			'2026-09-01',
			'2026-09-03',
			'2026-09-08'
		]);
		expect(occasionsIn({ ...plain, weeks: 2 }, day('2026-09-01'), day('2026-09-17'))).toEqual([
			...['2026-09-01', '2026-09-03', '2026-09-15', '2026-09-17']
		]);
	});

	test('the next one, also over weeks that are skipped; none after the last day', () => {
		expect(nextAfter({ ...plain, weeks: 4 }, day('2026-09-03'), day('2027-01-01'))).toBe('2026-09-29');
		expect(nextAfter(plain, day('2026-09-03'), day('2026-09-07'))).toBeUndefined();
	});

	test('a number of times a week is over on Sunday', () => {
		expect(occasionsIn({ ...plain, days: [], times: 3 }, day('2026-09-01'), day('2026-09-14'))).toEqual([
			...['2026-09-06', '2026-09-13']
		]);
	});

	test('what has no first day starts on the day it is proposed', () => {
		const typed = { cadence: { ...plain, from: null } };
		expect(startedOn(typed, day('2026-09-22')).cadence?.from).toBe('2026-09-22');
		expect(startedOn({ cadence: plain }, day('2026-09-22')).cadence?.from).toBe('2026-09-01');
	});
});

describe('the form', () => {
	const read = (typed: Record<string, string>) => {
		const errors = {};
		return { cadence: readCadence((name) => typed[name] ?? null, errors), errors };
	};

	test('reads back what it was filled with', () => {
		for (const change of [
			{},
			{ days: everyDay },
			{ days: schoolDays },
			{ days: [], times: 3 },
			{ weeks: 2, minutes: 5 }
		]) {
			const cadence = { ...plain, ...change };
			expect(read(typedCadence(cadence))).toEqual({ cadence, errors: {} });
		}
		expect(read(typedCadence(null)).cadence).toBeNull();
	});

	test('says what is off, field by field', () => {
		expect(read({ often: 'days' }).errors).toEqual({ often: 'missing-days' });
		expect(read({ often: 'times', times: '8' }).errors).toEqual({ times: 'missing-times' });
		expect(read({ often: 'daily', at: '25:00', minutes: '0' }).errors).toEqual({
			at: 'no-time',
			minutes: 'no-minutes'
		});
	});
});
