import { expect, test } from 'vitest';
import { change, read } from '#platform/db.server.ts';
import { no, ok } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, noor, samira, yvonne } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { hum } from '#tests/access/preparation-rows.ts';
import { asOwner, facts, useDatabase } from '#tests/database.ts';
import { oldStaff } from './forgetting.server.ts';
import { isOfThisYear } from './introduction.ts';
import * as introductions from './introductions.server.ts';

useDatabase();

const words = 'Ik ben juf Anke. Ik houd van lezen en van mijn moestuin.';

test('a teacher says once a year who they are', async () => {
	expect(await introductions.mine(as(anke))).toEqual({ ok: true, value: { text: '', stands: false, spoken: false } });
	expect(await introductions.introduce(as(anke), ` ${words} `)).toMatchObject({ ok: true });
	expect(await introductions.mine(as(anke))).toEqual({ ok: true, value: { text: words, stands: true, spoken: false } });
	const told = (ctx: ReturnType<typeof as>) => read(ctx, (db) => introductions.introductionIn(db, ctx, anke.id));
	expect(await told(as(samira))).toEqual({ text: words, spoken: false });
	const nextYear = { ...as(samira), now: new Date('2027-08-20T09:00:00Z') };
	expect(await told(nextYear)).toBeUndefined();
	expect(await introductions.introduce(as(anke), 'x'.repeat(601))).toMatchObject({ reason: 'too-long' });
	expect(await introductions.introduce(as(anke), '')).toMatchObject({ ok: true });
	expect(await told(as(samira))).toBeUndefined();
});

test('with her own voice too, beside the words and never without; it goes where they go', async () => {
	const kept = () => asOwner('select owner_id from platform.file');
	const told = (ctx: ReturnType<typeof as>) => read(ctx, (db) => introductions.introductionIn(db, ctx, anke.id));
	const heard = (ctx: ReturnType<typeof as>) => read(ctx, (db) => introductions.spokenIn(db, ctx, anke.id));
	expect(await introductions.speak(as(anke), hum)).toEqual(no('no-words'));
	value(await introductions.introduce(as(anke), words));
	expect(await introductions.speak(as(anke), new Uint8Array([1, 2, 3]))).toEqual(no('not-a-recording'));
	value(await introductions.speak(as(anke), hum));
	expect(await told(as(samira))).toEqual({ text: words, spoken: true });
	expect(value(await heard(as(samira)))).toMatchObject({ type: 'audio/webm' });
	value(await introductions.speak(as(anke), hum));
	expect(await kept()).toEqual([{ owner_id: anke.id }]);

	// Other words of the same year leave the voice; in another year both are told anew.
	value(await introductions.introduce(as(anke), 'Ik ben juf Anke.'));
	expect(await told(as(samira))).toMatchObject({ spoken: true });
	const nextYear = { ...as(anke), now: new Date('2027-08-20T09:00:00Z') };
	expect(await introductions.speak(nextYear, hum)).toEqual(no('no-words'));
	expect(await heard({ ...as(samira), now: nextYear.now })).toEqual(no('missing'));
	value(await introductions.introduce(nextYear, 'Ik ben juf Anke.'));
	expect(await kept()).toEqual([]);
	value(await introductions.speak(nextYear, hum));
	value(await introductions.fallSilent(nextYear));
	expect(await kept()).toEqual([]);
	expect(await introductions.fallSilent(nextYear)).toEqual(ok(undefined));
	value(await introductions.speak(nextYear, hum));
	value(await introductions.introduce(nextYear, ''));
	expect(await kept()).toEqual([]);
});

test('a voice goes with who left long ago', async () => {
	value(await introductions.introduce(as(anke), words));
	value(await introductions.speak(as(anke), hum));
	await asOwner(`update people.person set ended_on = '2020-07-01' where id = '${anke.id}'`);
	for (const table of ['tie', 'teaching']) await asOwner(`delete from people.${table} where true`);
	value(
		await change(as(yvonne), async (db) => ok(await oldStaff.clear(db, as(yvonne), new Date('2024-01-01T00:00:00Z'))))
	);
	expect(await asOwner(`select 1 from people.staff where id = '${anke.id}'`)).toEqual([]);
	expect(await asOwner('select 1 from platform.file')).toEqual([]);
});

test('families introduce nobody', async () => {
	for (const who of [samira, noor]) {
		expect(await introductions.speak(as(who), hum)).toEqual(no('missing'));
		expect(await introductions.listenBack(as(who))).toEqual(no('missing'));
		expect(await introductions.fallSilent(as(who))).toEqual(no('missing'));
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
