import { expect, test } from 'vitest';
import {
	addDays,
	asDay,
	asTime,
	dayOf,
	daysBetween,
	momentOf,
	wallClock,
	weekday,
	type Day,
	type Time
} from './time.ts';

const day = (text: string) => text as Day;
const time = (text: string) => text as Time;

test('a moment is shown on the wall of the school, wherever the server stands', () => {
	expect(wallClock(new Date('2026-09-22T13:45:00Z'))).toEqual({ day: '2026-09-22', time: '15:45' });
	expect(wallClock(new Date('2026-12-03T23:30:00Z'))).toEqual({ day: '2026-12-04', time: '00:30' });
});

test.each(['2026-03-28', '2026-03-30', '2026-10-24', '2026-10-26', '2026-12-31'])('%s at 19.15 and back', (text) => {
	const moment = momentOf(day(text), time('19:15'));
	expect(wallClock(moment)).toEqual({ day: text, time: '19:15' });
});

test('in the skipped hour of spring it is an hour later, in the doubled hour of autumn the first', () => {
	expect(momentOf(day('2026-03-29'), time('02:30')).toISOString()).toBe('2026-03-29T01:30:00.000Z');
	expect(momentOf(day('2026-10-25'), time('02:30')).toISOString()).toBe('2026-10-25T00:30:00.000Z');
});

test('days are counted over the change of clocks', () => {
	expect(addDays(day('2026-10-24'), 2)).toBe('2026-10-26');
	expect(daysBetween(day('2026-10-24'), day('2026-10-26'))).toBe(2);
	expect(weekday(day('2026-09-22'))).toBe(2);
	expect(weekday(day('2026-09-27'))).toBe(7);
	expect(dayOf(new Date('2026-09-21T22:30:00Z'))).toBe('2026-09-22');
});

test('a day that does not exist is no day', () => {
	expect(asDay('2026-02-30')).toBeUndefined();
	expect(asDay('22-09-2026')).toBeUndefined();
	expect(asDay('2026-02-28')).toBe('2026-02-28');
	expect(asTime('24:00')).toBeUndefined();
	expect(asTime('07:30')).toBe('07:30');
});
