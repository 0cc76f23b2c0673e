import { expect, test } from 'vitest';
import type { Day } from '#platform/time.ts';
import { hintsFor } from './wording.ts';

const by = '2026-12-01' as Day;
const written = { what: 'leest elke avond tien minuten voor', how: '', rhythm: '', by };

test('what both would see happen, by a day, needs no help', () => {
	expect(hintsFor(written)).toEqual([]);
	expect(hintsFor({ ...written, by: null, rhythm: 'elke avond' })).toEqual([]);
});

test.each([
	['specific', { what: 'leest vaker' }],
	['visible', { what: 'probeert op tijd te komen' }],
	['dated', { by: null }],
	['small', { how: 'eerst '.repeat(25) }]
])('it asks for %s', (hint, words) => {
	expect(hintsFor({ ...written, ...words })).toEqual([hint]);
});

test('nothing is asked before somebody writes', () => {
	expect(hintsFor({ what: '', how: '', rhythm: '', by: null })).toEqual([]);
});
