import { expect, test } from 'vitest';
import { anke, as, carla, noor, samira, samirasHome, therapist, youssef } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import type { ConversationId } from '#platform/ids.ts';
import { sound } from '#tests/access/record-rows.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import * as entries from './entries.server.ts';
import * as plans from './plans.server.ts';
import * as recordPage from './record-page.server.ts';
import * as retellings from './retellings.server.ts';
import * as records from './records.server.ts';
import * as sittings from './sittings.server.ts';
import * as understandingPage from './understanding-page.server.ts';
import * as understandings from './understandings.server.ts';

useDatabase();

const missing = { ok: false, reason: 'missing' };
const heard = (text: string, version = 0) => ({ household: samirasHome, text, version });

async function held() {
	const moment = { startsAt: new Date('2026-09-24T13:45:00Z'), minutes: 30, place: { kind: 'school' } as const };
	const people = [samira.id, youssef.id];
	const made = { kind: 'concern', pupil: noor.id, people, pupilInvited: false, ...moment } as const;
	const id = value(await plans.plan(as(anke), made));
	const said = { section: 'hard', audience: 'adults', minutes: null, forChild: false } as const;
	value(await entries.say(as(samira), id, { ...said, text: 'Ze ligt lang wakker' }));
	value(await sittings.start(as(anke), id));
	value(await sittings.hold(as(anke), id));
	return id;
}

async function share(id: ConversationId) {
	value(await records.write(as(anke), id, { forAdults: 'We kijken samen.', forCircle: 'Samen.', version: 0 }));
	value(await records.record(as(anke), id));
	return id;
}

const homesFor = async (who: typeof samira, id: ConversationId) => {
	const found = await understandingPage.get(as(who), id);
	return found.ok ? found.value.homes : found.reason;
};

test('what school heard from a home starts from what it said, and is read by it once the record is shared', async () => {
	const id = await held();
	expect(await homesFor(anke, id)).toMatchObject([
		expect.objectContaining({ household: samirasHome, heard: ['Ze ligt lang wakker'], turns: [] }),
		expect.objectContaining({ heard: [] })
	]);
	value(await understandings.sayBack(as(anke), id, heard('Noor slaapt moeilijk in.')));
	expect(await homesFor(samira, id)).toBe('missing');
	await share(id);
	expect(await homesFor(samira, id)).toMatchObject([{ turns: [{ turn: 1, text: 'Noor slaapt moeilijk in.' }] }]);
});

// Red when `mayReadHome` (understanding.access.ts) lets every guardian read; and when pupils are let in by `mayUnderstand`.
test('it is between one home and school: the other home, the child and an outsider read none of it', async () => {
	const id = await held();
	value(await understandings.sayBack(as(anke), id, heard('Noor slaapt moeilijk in.')));
	await share(id);
	value(await understandings.tell(as(samira), id, { text: 'We lezen elke avond.', version: 0 }));
	value(await understandings.askExplanation(as(samira), id, { unclear: 'Wat is begeleiding?' }));
	expect(JSON.stringify(await homesFor(youssef, id))).not.toMatch(/slaapt|lezen|begeleiding/);
	for (const who of [noor, therapist]) expect(await homesFor(who, id)).toBe('missing');
	expect(JSON.stringify(await homesFor(carla, id))).toMatch(/slaapt.*lezen.*begeleiding/);
	expect(await understandings.confirm(as(youssef), id, 1)).toEqual(missing);
});

test('a correction stands beside the words of school, which stay; saying it again is another turn', async () => {
	const id = await held();
	value(await understandings.sayBack(as(anke), id, heard('Noor slaapt moeilijk in.')));
	await share(id);
	value(await understandings.correct(as(samira), id, 1, 'Ze slaapt goed in en wordt vaak wakker.'));
	value(await understandings.sayBack(as(anke), id, heard('Noor wordt vaak wakker.')));
	value(await understandings.confirm(as(samira), id, 2));
	expect(await homesFor(samira, id)).toMatchObject([
		{
			turns: [
				{ text: 'Noor slaapt moeilijk in.', answers: [{ correction: 'Ze slaapt goed in en wordt vaak wakker.' }] },
				{ text: 'Noor wordt vaak wakker.', answers: [{ correction: null }] }
			]
		}
	]);
	expect(await understandings.sayBack(as(samira), id, heard('Zelf'))).toMatchObject({ reason: 'refused' });
	expect(await understandings.sayBack(as(anke), id, heard('Noor wordt vaak wakker.'))).toMatchObject({
		reason: 'nothing-changed'
	});
});

test('two who say back before the record is shared both keep their words', async () => {
	const id = await held();
	value(await understandings.sayBack(as(anke), id, heard('Noor slaapt slecht.')));
	value(await understandings.sayBack(as(anke), id, heard('Ze is moe.')));
	const homes = await homesFor(anke, id);
	const text = JSON.stringify(homes);
	expect(text).toMatch(/Noor slaapt slecht.*Ze is moe/);
});

test('own words are kept as they are told, and nothing anywhere compares them', async () => {
	const id = await share(await held());
	expect(await understandings.tell(as(anke), id, { text: 'x', version: 0 })).toMatchObject({ reason: 'refused' });
	value(await understandings.tell(as(samira), id, { text: 'We lezen.', version: 0 }));
	value(await understandings.tell(as(samira), id, { text: 'We lezen elke avond.', version: 1 }));
	const [home] = (await homesFor(samira, id)) as Exclude<Awaited<ReturnType<typeof homesFor>>, string>;
	expect(home!.told).toMatchObject([{ person: samira.id, text: 'We lezen elke avond.' }]);
	expect(Object.keys(home!.told[0]!).sort()).toEqual(['person', 'saidAt', 'text', 'version']);
});

test('asked to explain it differently, once, by home or by who leads; school says how it did', async () => {
	const id = await share(await held());
	value(await understandings.askExplanation(as(samira), id, { unclear: '' }));
	const again = { household: samirasHome, unclear: '' };
	expect(await understandings.askExplanation(as(anke), id, again)).toMatchObject({ reason: 'already-asked' });
	expect(await understandings.waitingFor(as(anke))).toMatchObject([{ conversation: id, callName: 'Noor' }]);
	const homes = (await homesFor(anke, id)) as Exclude<Awaited<ReturnType<typeof homesFor>>, string>;
	const explanation = homes.find(({ household }) => household === samirasHome)!.waits!;
	const said = { explanation, way: 'call', said: 'Gebeld en een voorbeeld gegeven.' } as const;
	expect(await understandings.explain(as(samira), id, said)).toMatchObject({ reason: 'refused' });
	value(await understandings.explain(as(anke), id, said));
	expect(await understandings.explain(as(anke), id, said)).toMatchObject({ reason: 'wrong-state' });
	expect(await understandings.waitingFor(as(anke))).toEqual([]);
	value(await understandings.askExplanation(as(anke), id, again));
	expect(value(await recordPage.get(as(samira), id)).may.understand).toBe(true);
});

const listens = async (who: typeof samira, id: ConversationId, of = samira) => {
	const homes = await homesFor(of, id);
	const [one] = typeof homes === 'string' ? [] : homes.flatMap(({ retold }) => retold);
	return (await retellings.listen(as(who), id, one!.id)).ok;
};

// Red when `retoldIn` (retellings.server.ts) gives every guardian what was told.
test('told aloud: its home and school listen, the other home, the child and an outsider do not', async () => {
	const id = await share(await held());
	expect(await retellings.retell(as(anke), id, sound)).toMatchObject({ reason: 'refused' });
	expect(await retellings.retell(as(noor), id, sound)).toMatchObject({ reason: 'missing' });
	value(await retellings.retell(as(samira), id, sound));
	for (const who of [samira, anke, carla]) expect(await listens(who, id)).toBe(true);
	for (const who of [youssef, noor, therapist]) expect(await listens(who, id)).toBe(false);
});

// Red when `dropIn` (retellings.server.ts) leaves the file of the telling before.
test('told again the new telling takes the place of the old one; taken back nothing of it is left', async () => {
	const id = await share(await held());
	for (let times = 0; times < 2; times += 1) value(await retellings.retell(as(samira), id, sound));
	expect(await asOwner('select 1 from platform.file')).toHaveLength(1);
	expect(await retellings.retell(as(samira), id, new Uint8Array([1, 2]))).toMatchObject({ reason: 'not-a-recording' });
	value(await retellings.takeBack(as(samira), id));
	for (const table of ['conversations.retelling', 'platform.file', 'platform.file_content']) {
		expect(await asOwner(`select 1 from ${table}`)).toEqual([]);
	}
	expect(await retellings.takeBack(as(samira), id)).toMatchObject({ reason: 'missing' });
});
