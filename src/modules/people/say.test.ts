import { expect, test } from 'vitest';
import type { Day } from '#platform/time.ts';
import { birthday, isAged } from './age.ts';
import { answersForItself, maySignIn, sayings, sayOn } from './say.ts';

const day = (text: string) => text as Day;

test.each([
	[1, false, false],
	[2, true, false],
	[3, true, true],
	[4, true, true]
] as const)('step %s: signs in %s, answers for itself %s', (step, signsIn, answers) => {
	expect([maySignIn(step), answersForItself(step)]).toEqual([signsIn, answers]);
});

test('from sixteen the law gives the last step, whatever was agreed', () => {
	for (const agreed of sayings) {
		expect(sayOn(agreed, day('2010-09-23'), day('2026-09-22'))).toBe(agreed);
		expect(sayOn(agreed, day('2010-09-22'), day('2026-09-22'))).toBe(4);
		expect(sayOn(agreed, null, day('2026-09-22'))).toBe(agreed);
	}
});

test('who was born on the last of February has a birthday each year', () => {
	expect(birthday(day('2012-02-29'), 12)).toBe('2024-02-29');
	expect(birthday(day('2012-02-29'), 13)).toBe('2025-03-01');
	expect(isAged(13, day('2012-02-29'), day('2025-02-28'))).toBe(false);
});
