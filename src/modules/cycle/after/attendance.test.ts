import { expect, test } from 'vitest';
import type { BookingId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { addMinutes } from '#platform/time.ts';
import { autumn } from '#seeds/cast.ts';
import { asksAttendance, hold, miss, type Passed } from './attendance.ts';

const talk: Passed = {
	...{ id: 'x' as BookingId, state: 'booked', attended: null },
	...{ startsAt: autumn, endsAt: addMinutes(autumn, 15) }
};

test('a talk can be said to be held from its beginning, and is asked about after its end', () => {
	expect(hold(talk, addMinutes(autumn, -1))).toEqual(no('not-yet'));
	expect(hold(talk, autumn)).toEqual(ok({ attended: true }));
	expect(asksAttendance(talk, addMinutes(autumn, 14))).toBe(false);
	expect(asksAttendance(talk, addMinutes(autumn, 15))).toBe(true);
});

test('whose side it was is said of school only', () => {
	expect(miss(talk, 'home', autumn)).toEqual(ok({ attended: false, schoolSide: false }));
	expect(miss(talk, 'school', autumn)).toEqual(ok({ attended: false, schoolSide: true }));
	expect(miss(talk, 'home', addMinutes(autumn, -1))).toEqual(no('not-yet'));
});

test.each([{ attended: true }, { attended: false }, { state: 'cancelled' as const }])(
	'what was said already or was cancelled is not said again: %o',
	(given) => {
		expect(hold({ ...talk, ...given }, autumn)).toEqual(no('wrong-state'));
		expect(miss({ ...talk, ...given }, 'home', autumn)).toEqual(no('wrong-state'));
		expect(asksAttendance({ ...talk, ...given }, addMinutes(autumn, 20))).toBe(false);
	}
);
