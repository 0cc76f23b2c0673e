import { beforeEach, expect, test } from 'vitest';
import { keep } from '#modules/people/profiles.server.ts';
import { admitIn } from '#platform/accounts.server.ts';
import { change } from '#platform/db.server.ts';
import type { AgreementId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import {
	anke,
	as,
	autumn,
	carla,
	deLinde,
	fleur,
	noor,
	samira,
	samirasHome,
	stranger,
	wim,
	youssef
} from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { get } from './agreements.server.ts';
import { note, noteFor, takeBack } from './follow-ups.server.ts';
import { accept, propose } from './handshakes.server.ts';

useDatabase();

const refused = { ok: false, reason: 'refused' };
const hoursLater = (who: typeof anke, hours: number) =>
	as(who, deLinde, new Date(autumn.getTime() + hours * 3_600_000));
const words = { what: 'lezen voor', why: 'Noor woorden leert', rhythm: 'elke avond', by: null, how: '', helpers: '' };
const about = { kind: 'do', audience: 'circle', wording: words, evaluateOn: '2026-12-03' as Day } as const;

let id: AgreementId;
beforeEach(async () => {
	id = value(await propose(as(anke), { ...about, pupil: noor.id, owner: { household: samirasHome } })).id;
	value(await accept(as(samira), id, { seen: 1 }));
});

const member = { school: deLinde, person: samira.id, email: 'samira@example.org' };
const seenBy = async (who: typeof anke, of = id) => value(await get(as(who), of));
const told = { result: 'partly', words: 'Drie avonden.' } as const;

// Red when `noteFor` (follow-ups.server.ts) does not ask `tellersIn`, and when `isByHand` there lets everybody through.
test('who hears by phone tells it to school, which writes it down; the history names both', async () => {
	const forHer = { ...told, teller: samira.id };
	expect(await noteFor(as(anke), id, forHer)).toEqual(refused);
	await change({ school: deLinde }, async (db) => ok(await admitIn(db, [member])));
	value(await keep(as(samira), { channel: 'phone' }));
	expect((await seenBy(anke)).tellers.map(({ person }) => person)).toEqual([samira.id]);
	for (const who of [samira, youssef, noor]) expect(await noteFor(as(who), id, forHer)).toEqual(refused);
	expect(await noteFor(as(stranger), id, forHer)).toEqual({ ok: false, reason: 'missing' });
	for (const teller of [youssef.id, noor.id, carla.id]) {
		expect(await noteFor(as(anke), id, { ...told, teller })).toEqual(refused);
	}
	value(await noteFor(as(anke), id, forHer));
	const { card, history, tellers } = await seenBy(samira);
	expect(card.lastNote).toBe('partly');
	expect(tellers).toEqual([]);
	expect(history[0]).toMatchObject({ name: 'juf Anke', toldBy: 'Samira El Idrissi', result: 'partly' });
});

test('a guardian without mail is written for as well, and keeps the last word', async () => {
	const ofWim = value(await propose(as(anke), { ...about, pupil: fleur.id, owner: { person: wim.id } })).id;
	value(await accept(as(wim), ofWim, { seen: 1 }));
	value(await noteFor(as(anke), ofWim, { result: 'not', words: '', teller: wim.id }));
	value(await note(hoursLater(wim, 2), ofWim, { result: 'done', words: '' }));
	expect((await seenBy(anke, ofWim)).card.lastNote).toBe('done');
});

// Red when `notesThatStand` (note.ts) forgets what was taken back.
test('what came by the link of a mail is shown to its owner for some days, who takes it back; nothing counts then', async () => {
	value(await note(as(samira), id, { result: 'not', words: '', byLink: true }));
	const days = async (after: number, who = samira) =>
		value(await get(hoursLater(who, after * 24), id)).card.byLink?.result ?? null;
	expect([await days(0), await days(3), await days(4), await days(0, anke)]).toEqual(['not', 'not', null, null]);
	for (const who of [anke, youssef]) expect(await takeBack(as(who), id)).toEqual(refused);
	value(await takeBack(as(samira), id));
	const { card, history } = await seenBy(samira);
	expect(card).toMatchObject({ lastNote: null, byLink: null });
	expect(history.slice(0, 2).map(({ move, byLink }) => [move, byLink])).toEqual([
		['takeBack', false],
		['note', true]
	]);
	expect(await takeBack(as(samira), id)).toEqual({ ok: false, reason: 'nothing-told' });
	expect((await facts()).at(-1)).toBe('agreement.took-back');
});
