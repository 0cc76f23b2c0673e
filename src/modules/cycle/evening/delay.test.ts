import { expect, test } from 'vitest';
import { september } from '#seeds/start-round.ts';
import { parseMinutes } from './delay.input.ts';
import { hasEnded, runLate } from './delay.ts';

const evening = { from: september(29, '19:00'), to: september(29, '21:00') };

test('a delay is said from an hour before the first talk until the end of the last, the delay counted in', () => {
	const at = (time: string, minutes = 5) => runLate(evening, minutes, september(29, time));
	expect(at('17:59')).toMatchObject({ reason: 'no-talks-now' });
	expect(at('18:00')).toMatchObject({ value: 5 });
	expect(at('21:04')).toMatchObject({ value: 5 });
	expect(at('21:05')).toMatchObject({ reason: 'no-talks-now' });
	for (const time of ['12:00', '20:00', '23:00']) expect(at(time, 0)).toMatchObject({ value: 0 });
	expect(at('20:00', 60)).toMatchObject({ ok: true });
	expect(at('20:00', 61)).toMatchObject({ reason: 'too-long' });
	expect(runLate(undefined, 5, september(29, '20:00'))).toMatchObject({ reason: 'no-talks-now' });
});

test('it ends by itself', () => {
	expect(hasEnded(evening, 10, september(29, '21:09'))).toBe(false);
	expect(hasEnded(evening, 10, september(29, '21:10'))).toBe(true);
});

test('a button says a number of minutes', () => {
	expect(parseMinutes('0')).toBe(0);
	expect(parseMinutes('15')).toBe(15);
	expect(parseMinutes('600')).toBe(61);
	for (const odd of ['', '-5', '5.5', 'x', null]) expect(parseMinutes(odd)).toBeUndefined();
});
