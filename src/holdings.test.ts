import { afterEach, beforeEach, expect, test } from 'vitest';
import * as exports from '#modules/consent/exports.server.ts';
import { keep } from '#modules/consent/retentions.server.ts';
import { toldIn } from '#modules/consent/told.ts';
import * as preparations from '#modules/conversations/preparations.server.ts';
import { speak } from '#modules/people/callers.server.ts';
import * as requests from '#modules/people/information-requests.server.ts';
import * as invitations from '#modules/people/invitations.server.ts';
import * as lines from '#modules/people/lines.server.ts';
import { keep as keepWish } from '#modules/people/profiles.server.ts';
import { answerStep, proposeStep } from '#modules/people/says.server.ts';
import * as fileChecks from '#modules/people/file-checks.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { watchQueries } from '#platform/db.server.ts';
import { no } from '#platform/outcome.ts';
import { anke, as, autumn, deLinde, noor, samira, stranger, yvonne, youssef } from '#seeds/cast.ts';
import { furnish, type Furnished } from '#tests/access/furnished.ts';
import { useDatabase } from '#tests/database.ts';
import { watchForSchool } from '#tests/harness/query-watch.ts';
import { holdings } from './holdings.server.ts';

useDatabase();
beforeEach(() => {
	setClock(autumn);
	keep(holdings);
});
afterEach(() => setClock(undefined));

type Who = typeof samira;

async function made(who: Who, about = noor.id) {
	const id = await exports.askExport(as(who), about);
	if (!id.ok) throw new Error(id.reason);
	await exports.makeWaiting(deLinde);
	return id.value;
}

async function chaptersFor(who: Who, about = noor.id) {
	const opened = await exports.open(as(who), await made(who, about), 'json');
	if (!opened.ok) throw new Error(opened.reason);
	return opened.value.chapters;
}

async function textFor(who: Who, about = noor.id) {
	return JSON.stringify(await chaptersFor(who, about));
}

async function prepared({ recorded }: Furnished) {
	for (const [who, text] of [
		[samira, 'Wat Samira alleen voor zichzelf schreef'],
		[youssef, 'Wat Youssef alleen voor zichzelf schreef']
	] as const) {
		const preparation = await preparations.get(as(who), recorded, 'own');
		const question = preparation.ok ? preparation.value.questions[0]! : '';
		await preparations.save(as(who), recorded, 'own', { question, text, version: 0 });
	}
}

test('a guardian’s holds all she may read, and nothing of the other home or of another child', async () => {
	await prepared(await furnish());
	const text = await textFor(samira);
	for (const word of ['We helpen samen.', 'Let minder op', 'leest tien minuten voor', 'Foto']) {
		expect(text).toContain(word);
	}
	expect(text).toContain('samira@example.org');
	for (const word of ['youssef@example.org', 'Wat Youssef alleen', 'Adam', 'Fleur', 'Huda']) {
		expect(text).not.toContain(word);
	}
});

test('a child’s own holds nothing that is for adults', async () => {
	await prepared(await furnish());
	const text = await textFor(noor);
	expect(text).toContain('Noor');
	for (const word of ['Let minder op', 'Wat Samira alleen', 'samira@example.org', 'zei ja', 'zei nee']) {
		expect(text).not.toContain(word);
	}
});

test('of oneself: what school holds, the messages and what was asked; staff too, without any child', async () => {
	await furnish();
	const text = await textFor(samira, samira.id);
	expect(text).toContain('samira@example.org');
	expect(text).toContain('De naam');
	expect(await textFor(anke, anke.id)).not.toContain('Noor');
});

/** What is between adults, and what each home said for itself. */
async function spoken() {
	const { question } = await furnish();
	await requests.answer(as(yvonne), question, { answer: 'Noor leest graag', ground: null });
	await lines.propose(as(samira), noor.id, 'to-whom', 'Beide huizen krijgen de brief.');
	await proposeStep(as(anke), noor.id, 2);
	await answerStep(as(samira), noor.id, { yes: true, withChild: false });
	await fileChecks.ask(as(youssef), noor.id, 'email', 'youssef.nieuw@example.org');
	await keepWish(as(samira), { callWhen: 'alleen na het zwemmen' });
}

test('about a child: also the times, the circle, who to go to, what works, what its homes agreed and its own say', async () => {
	await spoken();
	const keys = (await chaptersFor(samira)).map(({ key }) => key);
	const around = ['circle', 'guides', 'works', 'bookings', 'lines', 'says', 'authority', 'requests', 'checks'];
	expect(keys).toEqual(expect.arrayContaining(around));
	const text = await textFor(samira);
	for (const word of ['zingen', 'Beide huizen krijgen de brief.', 'Een ander nummer', 'juf Anke']) {
		expect(text).toContain(word);
	}
	expect(text).not.toContain('alleen na het zwemmen');
});

test('of the other home’s file, authority, answer and question there is nothing', async () => {
	await spoken();
	const [hers, his] = [await textFor(samira), await textFor(youssef)];
	expect(his).toContain('youssef.nieuw@example.org');
	expect(his).toContain('Youssef Benali: heeft gezag');
	for (const word of ['youssef.nieuw', 'Hoe gaat het?', 'Noor leest graag', 'Youssef Benali: '])
		expect(hers).not.toContain(word);
	for (const word of ['Een ander nummer', 'Samira El Idrissi: Ja']) expect(his).not.toContain(word);
});

test('a child reads its circle, what works and its say, and no lines, authority, file or question of an adult', async () => {
	await spoken();
	const chapters = await chaptersFor(noor);
	const keys = chapters.map(({ key }) => key);
	expect(keys).toEqual(expect.arrayContaining(['person', 'circle', 'guides', 'works', 'says']));
	for (const key of ['lines', 'authority', 'requests', 'checks', 'wishes']) expect(keys).not.toContain(key);
	for (const word of ['Samira El Idrissi: ', 'gymtas', 'heeft gezag'])
		expect(JSON.stringify(chapters)).not.toContain(word);
});

test('of oneself: wishes, authority, questions asked and invitations, each to nobody else', async () => {
	await spoken();
	await invitations.print(as(yvonne), { person: youssef.id });
	const [hers, his] = [await textFor(samira, samira.id), await textFor(youssef, youssef.id)];
	expect(hers).toContain('alleen na het zwemmen');
	expect(his).toContain('Noor leest graag');
	expect(his).toContain('Youssef Benali: heeft gezag');
	for (const word of ['alleen na het zwemmen', 'Een ander nummer']) expect(his).not.toContain(word);
	for (const word of ['Hoe gaat het?', 'Youssef']) expect(hers).not.toContain(word);
});

/** Guards `speakIn` in exports.server.ts: a job has no page, and said every title in Dutch. */
test('its titles are in the language of who asked for it', async () => {
	await spoken();
	await speak(as(samira), 'en');
	const chapters = await chaptersFor(samira);
	const titles = chapters.flatMap(({ held }) => held.map(({ title }) => title));
	const said = JSON.stringify(chapters.filter(({ key }) => key === 'authority' || key === 'says' || key === 'works'));
	expect(titles).toContain('This works');
	for (const word of ['heeft gezag', 'Dit werkt', 'Ja"']) expect(said).not.toContain(word);
});

test('every table that is told is read for one export or another', async () => {
	await prepared(await furnish());
	const unread = new Set(Object.keys(toldIn));
	watchQueries((sql) => {
		watchForSchool(sql);
		for (const table of unread) {
			if (new RegExp(`\\b${table.replace('.', '"?\\."?')}\\b`).test(sql)) unread.delete(table);
		}
	});
	for (const [who, about] of [
		[samira, noor],
		[noor, noor],
		[samira, samira],
		[anke, anke]
	] as const) {
		await made(who, about.id);
	}
	watchQueries(watchForSchool);
	expect([...unread]).toEqual([]);
});

test('is for guardians with authority and the child alone; for all others there is nothing', async () => {
	for (const who of [anke, stranger, yvonne]) {
		expect(await exports.askExport(as(who), noor.id)).toEqual(no('missing'));
		expect(await exports.list(as(who), noor.id)).toEqual(no('missing'));
	}
	const mine = await made(samira);
	for (const who of [youssef, noor, anke]) expect(await exports.open(as(who), mine, 'page')).toEqual(no('missing'));
});

test('who opened it, and when, both guardians read', async () => {
	const id = await made(samira);
	await exports.open(as(samira), id, 'page');
	await exports.open(as(samira), id, 'json');
	for (const who of [samira, youssef]) {
		const listed = await exports.list(as(who), noor.id);
		expect(listed).toMatchObject({ value: { lines: [{ state: 'ready', downloads: [{}, { at: autumn }] }] } });
	}
});

test('a week later it is gone, and that it was there is not', async () => {
	const id = await made(samira);
	const later = new Date('2026-09-29T07:20:00Z');
	expect(await exports.open(as(samira, deLinde, later), id, 'page')).toEqual(no('missing'));
	setClock(later);
	await exports.makeWaiting(deLinde);
	expect(await exports.list(as(samira), noor.id)).toMatchObject({ value: { lines: [{ state: 'gone' }] } });
});
