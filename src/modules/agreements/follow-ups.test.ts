import { expect, test } from 'vitest';
import { read } from '#platform/db.server.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, autumn, deLinde, joris, noor, samira, samirasHome, youssef, youssefsHome } from '#seeds/cast.ts';
import { facts, useDatabase } from '#tests/database.ts';
import type { Owner } from './agreement.ts';
import { get } from './agreements.server.ts';
import { agreementForMessage, dueOn } from './due.server.ts';
import { anotherFormFor, note, remind, repair } from './follow-ups.server.ts';
import { accept, decline, propose } from './handshakes.server.ts';

useDatabase();

const day = 24 * 3_600_000;
const after = (who: typeof anke, days: number) => as(who, deLinde, new Date(autumn.getTime() + days * day));
const readAloud = {
	pupil: noor.id,
	kind: 'do',
	audience: 'circle',
	wording: {
		what: 'lezen voor',
		why: 'Noor meer woorden kent',
		rhythm: 'elke avond',
		by: '2026-12-01' as Day,
		how: '',
		helpers: ''
	},
	evaluateOn: '2026-12-03' as Day
} as const;

async function waiting(owner: Owner = { household: samirasHome }) {
	const made = await propose(as(anke), { ...readAloud, owner });
	if (!made.ok) throw new Error(made.reason);
	return made.value.id;
}

async function agreed(owner?: Owner) {
	const id = await waiting(owner);
	await accept(as(samira), id, { seen: 1 });
	return id;
}

async function lastNote(id: Awaited<ReturnType<typeof agreed>>) {
	const found = await get(as(anke), id);
	return found.ok && found.value.card.lastNote;
}

test('the owner tells in one tap how it goes; the others read it, and cannot tell it for them', async () => {
	const id = await agreed();
	expect(await note(as(anke), id, { result: 'done', words: '' })).toEqual({ ok: false, reason: 'refused' });
	expect(await note(as(samira), id, { result: 'partly', words: 'Twee avonden.' })).toMatchObject({ ok: true });
	expect(await lastNote(id)).toBe('partly');
});

test('either side reminds the other kindly, and not again for some days', async () => {
	const ofHome = await agreed();
	const ofSchool = await agreed({ person: anke.id });
	expect(await remind(as(anke), ofHome)).toMatchObject({ ok: true });
	expect(await remind(as(samira), ofSchool)).toMatchObject({ ok: true });
	expect(await remind(after(youssef, 2), ofSchool)).toEqual({ ok: false, reason: 'just-reminded' });
	expect(await remind(after(youssef, 3), ofSchool)).toMatchObject({ ok: true });
	expect(await remind(as(samira), ofHome)).toEqual({ ok: false, reason: 'refused' });
	expect((await facts()).filter((name) => name === 'agreement.reminded')).toHaveLength(3);
});

test('when school did not keep its promise, it says what it does to make good; nobody else is asked to', async () => {
	const ofSchool = await agreed({ person: anke.id });
	const ofHome = await agreed();
	const words = 'Morgen bel ik, en ik zet het vast in mijn rooster.';
	expect(await repair(as(anke), ofSchool, { words })).toEqual({ ok: false, reason: 'no-repair-asked' });
	await note(after(anke, 1), ofSchool, { result: 'not', words: '' });
	await note(after(samira, 1), ofHome, { result: 'not', words: '' });
	expect(await repair(after(anke, 2), ofSchool, { words: '' })).toEqual({ ok: false, reason: 'words-missing' });
	expect(await repair(after(anke, 2), ofSchool, { words })).toMatchObject({ ok: true });
	expect(await repair(after(anke, 3), ofSchool, { words })).toEqual({ ok: false, reason: 'no-repair-asked' });
	expect(await repair(after(samira, 2), ofHome, { words })).toEqual({ ok: false, reason: 'no-repair-asked' });
});

test('after two times "not for us" school is offered another form; home never hears a count', async () => {
	const about = { pupil: noor.id, owner: { household: samirasHome } };
	await decline(as(samira), await waiting(), { seen: 1, words: '' });
	expect(await anotherFormFor(as(anke), about)).toBe(false);
	await note(as(samira), await agreed(), { result: 'not', words: '' });
	expect(await anotherFormFor(as(anke), about)).toBe(true);
	expect(await anotherFormFor(as(anke), { ...about, owner: { household: youssefsHome } })).toBe(false);
	for (const other of [samira, youssef, joris]) expect(await anotherFormFor(as(other), about)).toBe(false);
});

test('who sends messages learns who answers, what was agreed and when, whoever asks', async () => {
	const id = await agreed();
	const found = await read({ school: deLinde }, (db) => agreementForMessage(db, as(joris), id));
	expect(found).toMatchObject({ owners: [samira.id], proposer: anke.id, state: 'agreed', due: '2026-12-01', round: 1 });
	expect(found?.readers).toContain(noor.id);
	expect(found?.sentence('en')).toBe(
		'Samira El Idrissi and Noor at home lezen voor, elke avond, so that Noor meer woorden kent. Until Tuesday 1 December.'
	);
});

test('what is due on a day, and what is to be looked back on; only what was agreed', async () => {
	const id = await agreed();
	await waiting();
	const on = (text: string) => read({ school: deLinde }, (db) => dueOn(db, as(joris), text as Day));
	expect(await on('2026-12-01')).toEqual({ due: [id], evaluate: [] });
	expect(await on('2026-12-03')).toEqual({ due: [], evaluate: [id] });
});
