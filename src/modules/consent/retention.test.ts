import { expect, test } from 'vitest';
import type { Day } from '#platform/time.ts';
import { isWithinLimits, lastOfMonth, mayChoose, monthsBefore, retentionKinds, terms } from './retention.ts';

const day = (text: string) => text as Day;

test('what the law fixes, no school chooses', () => {
	expect(retentionKinds.filter((kind) => !mayChoose(kind))).toEqual(['referral', 'enrolment']);
	expect(terms.enrolment.length).toBe(60);
	for (const length of [59, 61]) expect(isWithinLimits('enrolment', length)).toBe(false);
});

test.each([
	['dossier', 24, true],
	['dossier', 25, false],
	['dossier', 6, true],
	['dossier', 5, false],
	['dossier', 6.5, false],
	['dossier', Number.NaN, false],
	['looks', 11, false]
] as const)('%s for %s months: %s', (kind, length, allowed) => expect(isWithinLimits(kind, length)).toBe(allowed));

test.each([
	['2028-10-01', 24, '2026-10-01'],
	['2027-03-31', 1, '2027-02-28'],
	['2028-03-31', 1, '2028-02-29'],
	['2027-01-15', 2, '2026-11-15'],
	['2026-12-31', 12, '2025-12-31']
])('%s, %s months before: %s', (from, months, to) => expect(monthsBefore(day(from), months)).toBe(to));

test('a month has a last day', () => {
	expect(lastOfMonth(day('2026-12-04'))).toBe('2026-12-31');
	expect(lastOfMonth(day('2028-02-29'))).toBe('2028-02-29');
});
