import { expect, test } from 'vitest';
import { read } from '#platform/db.server.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, noor, samira } from '#seeds/cast.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { isOfThisYear } from './introduction.ts';
import * as introductions from './introductions.server.ts';

useDatabase();

const words = 'Ik ben juf Anke. Ik houd van lezen en van mijn moestuin.';

test('a teacher says once a year who they are', async () => {
	expect(await introductions.mine(as(anke))).toEqual({ ok: true, value: { text: '', stands: false } });
	expect(await introductions.introduce(as(anke), ` ${words} `)).toMatchObject({ ok: true });
	expect(await introductions.mine(as(anke))).toEqual({ ok: true, value: { text: words, stands: true } });
	const told = (ctx: ReturnType<typeof as>) => read(ctx, (db) => introductions.introductionIn(db, ctx, anke.id));
	expect(await told(as(samira))).toBe(words);
	const nextYear = { ...as(samira), now: new Date('2027-08-20T09:00:00Z') };
	expect(await told(nextYear)).toBeUndefined();
	expect(await introductions.introduce(as(anke), 'x'.repeat(601))).toMatchObject({ reason: 'too-long' });
	expect(await introductions.introduce(as(anke), '')).toMatchObject({ ok: true });
	expect(await told(as(samira))).toBeUndefined();
});

test('families introduce nobody', async () => {
	for (const who of [samira, noor]) {
		expect(await introductions.introduce(as(who), words)).toMatchObject({ reason: 'missing' });
		expect(await introductions.mine(as(who))).toMatchObject({ reason: 'missing' });
	}
	expect(await facts()).toEqual([]);
});

test.each([
	['2026-08-15', '2027-07-31', true],
	['2026-08-15', '2027-08-01', false],
	['2027-02-01', '2027-06-01', true],
	['2026-07-31', '2026-08-01', false]
] as [Day, Day, boolean][])('told on %s: does it stand on %s?', (introducedOn, today, stands) => {
	expect(isOfThisYear({ introducedOn }, today)).toBe(stands);
});
