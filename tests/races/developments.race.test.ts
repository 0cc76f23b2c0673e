import { expect, test } from 'vitest';
import { addIn } from '#modules/conversations/evidences.server.ts';
import * as developments from '#modules/conversations/developments.server.ts';
import type { DevelopmentId } from '#modules/conversations/development.ts';
import { mostOfChild } from '#modules/conversations/evidence.ts';
import * as evidences from '#modules/conversations/evidences.server.ts';
import * as plans from '#modules/conversations/plans.server.ts';
import * as showings from '#modules/conversations/showings.server.ts';
import * as table from '#modules/conversations/table.server.ts';
import * as withdrawals from '#modules/conversations/withdrawals.server.ts';
import { change } from '#platform/db.server.ts';
import { anke, as, noor, samira, youssef } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { dot } from '#tests/access/preparation-rows.ts';
import { asOwner, useRealDatabase } from '#tests/database.ts';

useRealDatabase();

const noted = { domain: 'learning', words: 'Las het menu voor', audience: 'circle' } as const;
const photo = { kind: 'photo', bytes: dot, caption: '' } as const;
const write = async (who: typeof samira, voice: 'home' | 'school' = 'home') =>
	value(await developments.write(as(who), noor.id, { ...noted, voice, evidence: photo }));
const besideOf = async (id: DevelopmentId) =>
	value(await developments.noteOf(as(samira), noor.id, id)).note.evidence[0]!.id;

/**
 * Guards `for no key update` in `holdUsed` of src/modules/conversations/evidence.store.server.ts: without it both count before
 * either has added.
 */
test('of two who add at once to what just fits one finds room', async () => {
	const notes = [await write(samira), await write(youssef)] as const;
	const [{ size }] = (await asOwner('select sum(size)::int as size from conversations.evidence')) as [{ size: number }];
	const made = { type: 'image/png', bytes: new Uint8Array(2000) } as const;
	const fits = mostOfChild - size - 3000;
	await asOwner(
		`update conversations.evidence set size = size + ${fits} where development_id = '${notes[0]}' returning 1`
	);
	const counted: string[] = [];
	const add = (who: typeof samira, id: DevelopmentId) =>
		change(as(who), async (db) => {
			const added = await addIn(db, as(who), { id, pupil: noor.id }, photo, made);
			counted.push(who.id);
			// Nobody commits before the other has counted too; held by the lock it cannot, and after a second the first goes on.
			for (let waits = 0; counted.length < 2 && waits < 50; waits += 1)
				await new Promise((wait) => setTimeout(wait, 20));
			return added;
		});
	const both = await Promise.all([add(samira, notes[0]), add(youssef, notes[1])]);
	expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['full', 'ok']);
});

/** Guards `findIn` after the note in `open` of evidences.server.ts: what is gone is missing, and nothing is thrown. */
test('read while it is taken away, a file is there whole or not at all', async () => {
	for (let round = 0; round < 5; round += 1) {
		const id = await write(samira);
		const beside = await besideOf(id);
		const opens = () => evidences.open(as(anke), noor.id, id, beside);
		const [, ...read] = await Promise.all([
			evidences.detach(as(samira), noor.id, id, beside),
			...Array.from({ length: 8 }, opens)
		]);
		for (const one of read)
			expect(one.ok ? one.value.bytes?.length : one.reason).toSatisfy((is) => is === 'missing' || is! > 0);
		expect(await opens()).toEqual({ ok: false, reason: 'missing' });
	}
	expect(await asOwner('select 1 from platform.file_content')).toEqual([]);
});

/** Guards `forNoKeyUpdate` in `findToChange` of development.store.server.ts: without it both find the version they saw. */
test('changed on two devices at the same moment, one of the two is kept and the other hears so', async () => {
	for (let round = 0; round < 5; round += 1) {
		const id = await write(samira);
		const reword = (words: string) => developments.reword(as(samira), noor.id, id, { ...noted, words, version: 1 });
		const both = await Promise.all([reword('op de telefoon'), reword('op de laptop')]);
		expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['changed', 'ok']);
	}
});

test('taken back while somebody lays it on the table, it is seen by nobody and nothing waits for ever', async () => {
	const talk = value(
		await plans.plan(as(anke), {
			...{ kind: 'concern', pupil: noor.id, people: [samira.id], pupilInvited: false, minutes: 30 },
			...{ startsAt: new Date('2026-09-28T13:00:00Z'), place: { kind: 'school' } }
		})
	);
	for (let round = 0; round < 5; round += 1) {
		const id = await write(samira);
		await Promise.all([
			withdrawals.withdraw(as(samira), noor.id, id),
			showings.show(as(anke), noor.id, id, talk),
			evidences.attach(as(samira), noor.id, id, photo)
		]);
		expect(value(await table.get(as(anke), talk)).shown).toEqual([]);
	}
});
