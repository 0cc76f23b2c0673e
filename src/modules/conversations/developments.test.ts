import { beforeEach, expect, test, vi } from 'vitest';
import { setClock } from '#platform/clock.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import { holds, join, mp3, id3, paper, photoWithPlace, text } from '#tests/harness/made-files.ts';
import { takeAlong } from './development-parcels.server.ts';
import { tell } from './development-telling.server.ts';
import type { DevelopmentId, NoteAudience } from './development.ts';
import * as developments from './developments.server.ts';
import { mostBeside } from './evidence.ts';
import * as evidences from './evidences.server.ts';
import { plan } from './plans.server.ts';
import * as showings from './showings.server.ts';
import * as table from './table.server.ts';
import * as withdrawals from './withdrawals.server.ts';

useDatabase();

const { anke, as, bram, carla, deLinde, huda, noor, samira, sem, stranger, therapist, youssef, yvonne } = cast;
const city = { domain: 'talents', words: 'Bouwt een stad van karton', audience: 'circle', voice: 'home' } as const;
const days = (count: number) => new Date(cast.autumn.getTime() + count * 24 * 60 * 60_000);
const write = async (who: typeof samira, more: object = {}) =>
	value(await developments.write(as(who), noor.id, { ...city, ...more }));
const photo = async () => ({ kind: 'photo', bytes: await photoWithPlace(), caption: 'De stad met de zon' }) as const;
const seenBy = async (who: typeof samira) =>
	value(await developments.get(as(who), noor.id)).notes.map(({ lane, by, words }) => `${lane}, ${by}: ${words}`);

test('home, school and the child each note in their own voice, and stand beside each other', async () => {
	await write(samira);
	await write(anke, { words: 'Meet de stad op', voice: 'school', domain: 'learning' });
	await write(noor, { words: 'Mijn stad', voice: 'child' });
	const page = [
		'child, Noor: Mijn stad',
		'school, juf Anke: Meet de stad op',
		'home, Samira El Idrissi: Bouwt een stad van karton'
	];
	for (const who of [samira, youssef, anke, carla, noor]) expect(await seenBy(who)).toEqual(page);
	const talents = value(await developments.get(as(anke), noor.id, { domain: 'talents' }));
	expect(talents.notes).toHaveLength(2);
});

// P3, P13, handbook §16.
test.each([
	['circle', [samira, youssef, anke, noor]],
	['adults', [samira, youssef, anke]],
	['home', [samira]]
] as const)('what is for %s is read by these, and its file opened by no others', async (audience, readers) => {
	const id = await write(samira, { audience, evidence: await photo() });
	const { note } = value(await developments.noteOf(as(samira), noor.id, id));
	for (const who of [samira, youssef, anke, noor, stranger, huda, therapist, yvonne, bram]) {
		const isReader = (readers as readonly object[]).includes(who);
		const opened = await evidences.open(as(who), noor.id, id, note.evidence[0]!.id);
		expect([(await developments.noteOf(as(who), noor.id, id)).ok, opened.ok]).toEqual([isReader, isReader]);
	}
});

test('school keeps nothing from the guardians, and the child’s own words are for all around it', async () => {
	const asWritten = (who: typeof samira, voice: 'school' | 'child', audience: NoteAudience) =>
		developments.write(as(who), noor.id, { ...city, voice, audience });
	expect(await asWritten(anke, 'school', 'home')).toEqual(no('not-for-these'));
	expect(await asWritten(samira, 'child', 'adults')).toEqual(no('not-for-these'));
	expect(await asWritten(samira, 'school', 'circle')).toEqual(no('missing'));
});

test('a photo no longer tells where it was taken, and lies there for who may read the note', async () => {
	const sent = await photo();
	expect(holds(sent.bytes, 'Telefoon')).toBe(true);
	await write(samira, { evidence: sent });
	const [{ bytes }] = (await asOwner('select bytes from platform.file_content')) as [{ bytes: Uint8Array }];
	expect(holds(bytes, 'Telefoon')).toBe(false);
	expect(holds(bytes, 'Exif')).toBe(false);
});

test('a recording and a paper are told by what is in them', async () => {
	const id = await write(anke, { voice: 'school' });
	const attach = (bytes: Uint8Array) => evidences.attach(as(anke), noor.id, id, { kind: 'work', bytes, caption: '' });
	value(await attach(join(id3('Samira'), mp3())));
	value(await attach(await paper()));
	const { note } = value(await developments.noteOf(as(samira), noor.id, id));
	expect(note.evidence.map(({ medium }) => medium)).toEqual(['sound', 'document']);
	expect(await attach(text('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual(no('not-evidence'));
	expect(await attach(new Uint8Array())).toEqual(no('no-file'));
	expect(await evidences.attach(as(anke), noor.id, id, undefined)).toEqual(no('no-file'));
});

test('what is refused leaves nothing behind: no note without the photo that belongs to it', async () => {
	const evidence = { kind: 'photo', bytes: text('MZ program'), caption: '' } as const;
	expect(await developments.write(as(samira), noor.id, { ...city, evidence })).toEqual(no('not-evidence'));
	expect(await asOwner('select 1 from conversations.development')).toEqual([]);
	expect(await asOwner('select 1 from platform.file')).toEqual([]);
});

test('beside one note there is room for six, and beside a child for so much', async () => {
	const id = await write(samira);
	for (let count = 0; count < mostBeside; count += 1)
		value(await evidences.attach(as(samira), noor.id, id, await photo()));
	expect(await evidences.attach(as(samira), noor.id, id, await photo())).toEqual(no('too-many'));
	await asOwner('update conversations.evidence set size = 50000000');
	expect(await evidences.attach(as(youssef), noor.id, await write(youssef), await photo())).toEqual(no('full'));
	const sems = value(await developments.write(as(samira), sem.id, city));
	expect(await evidences.attach(as(samira), sem.id, sems, await photo())).toMatchObject({ ok: true });
});

test('only its writer changes it, describes what lies beside it or takes that away', async () => {
	const id = await write(samira, { evidence: await photo() });
	const beside = value(await developments.noteOf(as(samira), noor.id, id)).note.evidence[0]!.id;
	const said = { domain: 'learning', words: 'x', audience: 'circle', version: 1 } as const;
	for (const who of [youssef, anke, noor]) {
		expect(await developments.reword(as(who), noor.id, id, said)).toEqual(no('not-yours'));
		expect(await withdrawals.withdraw(as(who), noor.id, id)).toEqual(no('not-yours'));
		expect(await evidences.describe(as(who), noor.id, id, beside, 'x')).toEqual(no('not-yours'));
		expect(await evidences.detach(as(who), noor.id, id, beside)).toEqual(no('not-yours'));
		expect(await evidences.attach(as(who), noor.id, id, await photo())).toEqual(no('not-yours'));
	}
	value(await developments.reword(as(samira), noor.id, id, said));
	expect(await developments.reword(as(samira), noor.id, id, { ...said, words: 'y' })).toEqual(no('changed'));
	value(await evidences.describe(as(samira), noor.id, id, beside, 'Een stad'));
	value(await evidences.detach(as(samira), noor.id, id, beside));
	expect(await asOwner('select 1 from platform.file_content')).toEqual([]);
});

test('taken back nobody reads it; put back it stands as it stood; after a week it is gone with its files', async () => {
	const id = await write(samira, { evidence: await photo() });
	value(await withdrawals.withdraw(as(samira), noor.id, id));
	for (const who of [samira, anke, noor]) expect(await seenBy(who)).toEqual([]);
	expect(value(await developments.get(as(samira), noor.id)).withdrawn).toHaveLength(1);
	expect(value(await developments.get(as(youssef), noor.id)).withdrawn).toEqual([]);
	for (const who of [youssef, anke]) expect(await withdrawals.restore(as(who), noor.id, id)).toEqual(no('missing'));
	value(await withdrawals.restore(as(samira), noor.id, id));
	expect(await seenBy(anke)).toHaveLength(1);

	value(await withdrawals.withdraw(as(samira), noor.id, id));
	setClock(days(6));
	await withdrawals.letGoOfWithdrawn(deLinde);
	expect(await asOwner('select 1 from platform.file')).toHaveLength(1);
	setClock(days(8));
	await withdrawals.letGoOfWithdrawn(deLinde);
	for (const of of ['conversations.development', 'conversations.evidence', 'platform.file']) {
		expect(await asOwner(`select 1 from ${of}`)).toEqual([]);
	}
	setClock(undefined);
});

test('a child that only reads yet shows its own work from eight on, and changes it', async () => {
	const agree = (say: number) => asOwner(`update people.pupil set say = ${say} where id = '${noor.id}'`);
	await agree(2);
	const id = await write(noor, { voice: 'child', evidence: await photo() });
	value(await evidences.attach(as(noor), noor.id, id, await photo()));
	value(await withdrawals.withdraw(as(noor), noor.id, id));
	await asOwner(`update people.pupil set birth_date = '2019-01-01' where id = '${noor.id}'`);
	expect(await developments.write(as(noor), noor.id, { ...city, voice: 'child' })).toEqual(no('missing'));
	expect(await withdrawals.restore(as(noor), noor.id, id)).toEqual(no('missing'));
	expect(value(await developments.get(as(noor), noor.id)).voices).toEqual([]);
});

test('a note of one child is not found by way of another', async () => {
	const id = await write(samira);
	expect(await developments.noteOf(as(samira), sem.id, id)).toEqual(no('missing'));
	expect(await withdrawals.withdraw(as(samira), sem.id, id)).toEqual(no('missing'));
});

test('the export tells each note to who may read it, and where its evidence is opened', async () => {
	const id = await write(samira, { audience: 'home', evidence: await photo() });
	const [told] = await tell(as(samira), noor.id);
	expect(told?.fields.find(({ key }) => key === 'said')?.text).toContain(`/leerlingen/${noor.id}/ontwikkeling/${id}/`);
	expect(told?.fields.find(({ key }) => key === 'said')?.text).toContain('De stad met de zon');
	expect(await tell(as(youssef), noor.id)).toEqual([]);
});

test('the family takes along what it may read, with what lies beside it; school does not', async () => {
	await write(samira, { evidence: await photo() });
	await write(samira, { audience: 'home', words: 'Alleen voor ons' });
	const parcelOf = async (who: typeof samira) => {
		const files = value(await takeAlong(as(who), noor.id));
		const [list] = await Promise.all(files.slice(0, 1).map(({ bytes }) => bytes()));
		return { names: files.map(({ name }) => name), list: new TextDecoder().decode(list) };
	};
	const hers = await parcelOf(samira);
	expect(hers.names).toEqual(['ontwikkeling.json', expect.stringMatching(/^2026-09-22-talenten-.{4}-1\.jpg$/)]);
	expect(hers.list).toContain('Alleen voor ons');
	for (const who of [youssef, noor]) expect((await parcelOf(who)).list).not.toContain('Alleen voor ons');
	for (const who of [anke, therapist, stranger]) expect(await takeAlong(as(who), noor.id)).toEqual(no('missing'));
});

test('further back there is more, and all of it is told', async () => {
	for (let count = 0; count < 62; count += 1) {
		const at = as(samira, deLinde, new Date(cast.autumn.getTime() + count * 1000));
		value(await developments.write(at, noor.id, city));
	}
	const first = value(await developments.get(as(anke), noor.id));
	expect(first.notes).toHaveLength(60);
	expect(value(await developments.get(as(anke), noor.id, { before: first.older })).notes).toHaveLength(2);
	expect(await tell(as(anke), noor.id)).toHaveLength(62);
});

let talk: ConversationId;
beforeEach(async () => {
	vi.unstubAllEnvs();
	talk = value(
		await plan(as(anke), {
			...{ kind: 'concern', pupil: noor.id, people: [samira.id, noor.id], pupilInvited: true, minutes: 30 },
			...{ startsAt: new Date('2026-09-28T13:00:00Z'), place: { kind: 'school' } }
		})
	);
});
const atTable = async (who: typeof samira) => value(await table.get(as(who), talk)).shown.map(({ words }) => words);
const show = (who: typeof samira, id: DevelopmentId) => showings.show(as(who), noor.id, id, talk);

test('who sits at a talk brings a note along; there each sees what they may read', async () => {
	const [forAll, forAdults] = [
		await write(samira),
		await write(samira, { audience: 'adults', words: 'Slaapt slecht' })
	];
	for (const id of [forAll, forAdults]) value(await show(anke, id));
	value(await show(samira, forAll));
	expect(await atTable(anke)).toEqual(['Bouwt een stad van karton', 'Slaapt slecht']);
	expect(await atTable(noor)).toEqual(['Bouwt een stad van karton']);
	// The other home does not sit at it, and Carla only looks in as staff.
	for (const who of [youssef, stranger]) expect(await show(who, forAll)).toEqual(no('missing'));
	expect(await show(carla, forAll)).toEqual(no('refused'));
	expect(await showings.takeBack(as(noor), noor.id, forAll, talk)).toEqual(no('refused'));
	value(await showings.takeBack(as(samira), noor.id, forAll, talk));
	value(await showings.takeBack(as(anke), noor.id, forAdults, talk));
	expect(await atTable(anke)).toEqual([]);
});

test('what a home keeps to itself does not come to the table, and what lies there is not taken home', async () => {
	const id = await write(samira, { audience: 'home' });
	expect(await show(samira, id)).toEqual(no('refused'));
	const shown = await write(samira);
	value(await show(samira, shown));
	const home = { ...city, audience: 'home', version: 1 } as const;
	expect(await developments.reword(as(samira), noor.id, shown, home)).toEqual(no('shown'));
	value(await withdrawals.withdraw(as(samira), noor.id, shown));
	expect(await atTable(anke)).toEqual([]);
	expect(value(await showings.talksOf(as(anke), noor.id, await write(anke, { voice: 'school' })))).toMatchObject([
		{ id: talk, isShown: false }
	]);
});
