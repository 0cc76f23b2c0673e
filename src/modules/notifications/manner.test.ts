import { describe, expect, test } from 'vitest';
import { momentOf, type Day, type Time } from '#platform/time.ts';
import { afterQuiet, goesAt, mannerFault, nextDaily, standardManner, type Manner } from './manner.ts';

const at = (day: string, time: string) => momentOf(day as Day, time as Time);
const [tuesday, saturday, sunday, monday] = ['2026-09-22', '2026-09-26', '2026-09-27', '2026-09-28'] as const;
const like = (more: Partial<Record<keyof Manner, unknown>>) => ({ ...standardManner, ...more }) as Manner;

describe('quiet hours', () => {
	test.each([
		['at 19.59', at(tuesday, '19:59'), at(tuesday, '19:59')],
		['at 20.00', at(tuesday, '20:00'), at('2026-09-23', '07:30')],
		['at 00.10', at(tuesday, '00:10'), at(tuesday, '07:30')],
		['at 07.30', at(tuesday, '07:30'), at(tuesday, '07:30')],
		['in the night the clock goes back', at('2026-10-24', '23:00'), at('2026-10-25', '07:30')],
		['in the night the clock goes forward', at('2027-03-27', '23:00'), at('2027-03-28', '07:30')],
		['on a Sunday, as any day', at(sunday, '12:00'), at(sunday, '12:00')]
	])('%s', (_when, from, due) => {
		expect(afterQuiet(from)).toEqual(due);
	});

	test.each([
		['on a Sunday', at(sunday, '12:00'), at(monday, '07:30')],
		['in the night before', at(saturday, '23:00'), at(monday, '07:30')],
		['late on that Sunday', at(sunday, '22:00'), at(monday, '07:30')]
	])('with quiet Sundays, %s', (_when, from, due) => {
		expect(afterQuiet(from, like({ quietSundays: true }))).toEqual(due);
	});

	test('in the middle of the day, for who sleeps then', () => {
		const night = like({ quietFrom: '09:00', quietUntil: '17:00' });
		expect(afterQuiet(at(tuesday, '10:00'), night)).toEqual(at(tuesday, '17:00'));
		expect(afterQuiet(at(tuesday, '23:00'), night)).toEqual(at(tuesday, '23:00'));
	});

	test('none at all', () => {
		expect(afterQuiet(at(tuesday, '03:00'), like({ quietFrom: '00:00', quietUntil: '00:00' }))).toEqual(
			at(tuesday, '03:00')
		);
	});
});

test('once a day: at that hour, today or tomorrow, and not on a quiet Sunday', () => {
	const daily = like({ rhythm: 'daily', dailyAt: '16:00' });
	expect(nextDaily(at(tuesday, '15:59'), daily)).toEqual(at(tuesday, '16:00'));
	expect(nextDaily(at(tuesday, '16:01'), daily)).toEqual(at('2026-09-23', '16:00'));
	expect(nextDaily(at(saturday, '17:00'), { ...daily, quietSundays: true })).toEqual(at(monday, '16:00'));
});

describe('what must be heard before a talk', () => {
	const daily = like({ rhythm: 'daily', dailyAt: '16:00' });
	test('waits for the message of the day when that is in time', () => {
		expect(goesAt(at(tuesday, '00:10'), daily, at('2026-09-23', '08:30'))).toEqual(at(tuesday, '16:00'));
	});
	test('goes earlier when it would be too late', () => {
		expect(goesAt(at(tuesday, '17:00'), daily, at('2026-09-23', '08:30'))).toEqual(at(tuesday, '17:00'));
		const quiet = { ...daily, quietSundays: true };
		expect(goesAt(at(sunday, '00:10'), quiet, at(monday, '09:00'))).toEqual(at(monday, '07:30'));
	});
	test('goes in quiet hours when nothing else is left', () => {
		const late = like({ quietUntil: '10:00' });
		expect(goesAt(at(tuesday, '06:00'), late, at(tuesday, '09:00'))).toEqual(at(tuesday, '06:00'));
	});
});

test('an hour must be left, and the message of the day must come in it', () => {
	expect(mannerFault(standardManner)).toBeUndefined();
	expect(mannerFault(like({ quietFrom: '08:00', quietUntil: '07:30' }))).toBe('always-quiet');
	expect(mannerFault(like({ quietFrom: '00:00', quietUntil: '00:00' }))).toBeUndefined();
	expect(mannerFault(like({ rhythm: 'daily', dailyAt: '21:00' }))).toBe('daily-in-quiet');
	expect(mannerFault(like({ dailyAt: '21:00' }))).toBeUndefined();
});
