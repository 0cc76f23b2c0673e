import { afterEach, beforeEach, expect, test } from 'vitest';
import * as exports from '#modules/consent/exports.server.ts';
import { keep } from '#modules/consent/retentions.server.ts';
import * as preparations from '#modules/conversations/preparations.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { no } from '#platform/outcome.ts';
import { anke, as, autumn, deLinde, noor, samira, stranger, yvonne, youssef } from '#seeds/cast.ts';
import { furnish, type Furnished } from '#tests/access/furnished.ts';
import { useDatabase } from '#tests/database.ts';
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

async function textFor(who: Who, about = noor.id) {
	const opened = await exports.open(as(who), await made(who, about), 'json');
	if (!opened.ok) throw new Error(opened.reason);
	return JSON.stringify(opened.value.chapters);
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
	for (const word of ['We helpen samen.', 'Ze let minder op', 'leest tien minuten voor', 'Foto']) {
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
	for (const word of ['Ze let minder op', 'Wat Samira alleen', 'samira@example.org', 'zei ja', 'zei nee']) {
		expect(text).not.toContain(word);
	}
});

test('of oneself: what school holds, the messages and what was asked; staff too, without any child', async () => {
	await furnish();
	const text = await textFor(samira, samira.id);
	expect(text).toContain('samira@example.org');
	expect(text).toContain('Haar naam');
	expect(await textFor(anke, anke.id)).not.toContain('Noor');
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
	const later = new Date('2026-09-29T07:15:01Z');
	expect(await exports.open(as(samira, deLinde, later), id, 'page')).toEqual(no('missing'));
	setClock(later);
	await exports.makeWaiting(deLinde);
	expect(await exports.list(as(samira), noor.id)).toMatchObject({ value: { lines: [{ state: 'gone' }] } });
});
