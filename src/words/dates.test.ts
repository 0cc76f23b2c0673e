import { expect, test } from 'vitest';
import { asDay, momentOf, type Day, type Time } from '#platform/time.ts';
import { sayClock, sayDay, sayMoment, sayShortDay, saySpan, sayTime } from './dates.ts';

const thursday = momentOf('2026-12-03' as Day, '15:45' as Time);
const justAfterMidnight = new Date('2026-09-21T22:05:00Z');

test('a moment as people say it', () => {
	expect(sayMoment(thursday, 'nl')).toBe('donderdag 3 december, 15.45 uur');
	expect(sayMoment(thursday, 'en')).toBe('Thursday 3 December, 15:45');
});

test('the day is the day at school, not of the machine or of UTC', () => {
	expect(sayDay(justAfterMidnight, 'nl')).toBe('dinsdag 22 september');
	expect(sayTime(justAfterMidnight, 'nl')).toBe('00.05 uur');
	expect(sayClock(justAfterMidnight, 'en')).toBe('00:05');
	expect(sayDay(asDay('2026-03-29')!, 'nl', { year: true })).toBe('zondag 29 maart 2026');
});

test('short, and from–to', () => {
	expect(sayShortDay(thursday, 'nl')).toBe('do 3 dec');
	expect(sayShortDay(thursday, 'en')).toBe('Thu 3 Dec');
	expect(saySpan(thursday, new Date(thursday.getTime() + 15 * 60_000), 'nl')).toBe('15.45–16.00 uur');
});
