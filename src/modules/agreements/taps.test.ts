import { beforeEach, expect, test } from 'vitest';
import { change } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import { seal } from '#platform/secret.server.ts';
import { momentOf, type Day, type Time } from '#platform/time.ts';
import { anke, as, deLinde, noor, samira, samirasHome, stranger, youssef } from '#seeds/cast.ts';
import { facts, useDatabase } from '#tests/database.ts';
import type { AgreementId } from '#platform/ids.ts';
import type { NewAgreement } from './agreement.input.ts';
import { get } from './agreements.server.ts';
import { evaluate, lookBack, wishEarlier } from './evaluations.server.ts';
import { accept, propose } from './handshakes.server.ts';
import * as taps from './taps.server.ts';

useDatabase();

const told = { result: 'done', words: '' } as const;
const over = { ok: false, reason: 'over' };
const thursday = '2026-09-24' as Day;
const at = (day: string, time = '12:00') => momentOf(day as Day, time as Time);
const friday = at('2026-09-25');

let id: AgreementId;
let link: string;

const evenings: NewAgreement = {
	...{ pupil: noor.id, kind: 'do', owner: { household: samirasHome }, audience: 'circle' },
	wording: {
		...{ what: 'lezen samen hardop', why: 'Noor vlot leest', rhythm: '', by: null, how: '', helpers: '' },
		cadence: { days: [2, 4], times: 0, weeks: 1, part: 'evening', at: null, minutes: 10, from: null }
	},
	evaluateOn: '2026-12-03' as Day
};

beforeEach(async () => {
	const made = await propose(as(anke), evenings);
	if (!made.ok) throw new Error(made.reason);
	id = made.value.id;
	await accept(as(samira), id, { seen: 1 });
	link = await linkOf(samira);
});

async function linkOf(who: Parameters<typeof as>[0]) {
	const made = await change({ school: deLinde }, async (db) => ok(await taps.linkFor(db, as(who), id, thursday)));
	if (!made.ok) throw new Error('no link');
	return made.value;
}

async function notes() {
	const found = await get(as(anke), id);
	return found.ok ? found.value.scene.agreement.steps.filter(({ move }) => move === 'note') : [];
}

test('looking tells nothing, however often a mail scanner looks; a press tells it, in the owner’s name', async () => {
	for (let look = 0; look < 3; look++) expect(await taps.find(link, 'scanner', friday)).toMatchObject({ ok: true });
	expect(await notes()).toEqual([]);
	expect(await taps.note(link, 'phone', friday, told)).toEqual({ ok: true, value: undefined });
	expect(await notes()).toMatchObject([{ person: samira.id, result: 'done', occasion: thursday }]);
	expect((await facts()).at(-1)).toBe('agreement.noted');
});

test('the page knows what was promised and for which day, and no name', async () => {
	const found = await taps.find(link, 'phone', friday);
	expect(found.ok && found.value).toEqual({
		...{ language: 'nl', what: 'lezen samen hardop', rhythm: 'op dinsdag en donderdag ’s\u00a0avonds, 10 minuten' },
		...{ occasion: thursday, said: null, wished: false }
	});
	expect(JSON.stringify(found)).not.toMatch(/Noor|Samira|Benali/);
	expect(decodeURIComponent(link)).not.toMatch(new RegExp(`${samira.id}|${id}|Samira|Noor`));
});

test('the answer can be changed until the next time is asked about, and then no more', async () => {
	await taps.note(link, 'phone', friday, { ...told, result: 'not' });
	await taps.note(link, 'phone', friday, { ...told, result: 'partly' });
	expect(await taps.find(link, 'phone', friday)).toMatchObject({ value: { said: 'partly' } });
	expect(await taps.find(link, 'phone', at('2026-09-30', '07:29'))).toMatchObject({ ok: true });
	expect(await taps.note(link, 'phone', at('2026-09-30', '07:30'), told)).toEqual(over);
});

test('it is closed when the agreement has ended', async () => {
	for (const who of [samira, anke]) await wishEarlier(as(who), id);
	await lookBack(as(anke), id, { did: 'x', missed: '', closer: 'yes', wants: 'stop' });
	expect(await evaluate(as(anke), id, { seen: 2, result: 'stop', words: '', evaluateOn: null })).toMatchObject({
		ok: true
	});
	expect(await taps.find(link, 'phone', friday)).toEqual(over);
	expect(await taps.note(link, 'phone', friday, told)).toEqual(over);
});

test('only its owner can have one that works: the other home, school and a stranger have none', async () => {
	for (const who of [youssef, anke, stranger]) {
		expect(await taps.note(await linkOf(who), 'phone', friday, told)).toEqual(over);
	}
	expect(await notes()).toEqual([]);
});

test('a link that was touched, made for something else or made up opens nothing', async () => {
	const touched = `${link.slice(0, -2)}${link.endsWith('AA') ? 'BB' : 'AA'}`;
	const elsewhere = await seal([deLinde, id, samira.id, thursday].join(' '), 'something else');
	for (const wrong of [touched, elsewhere, '', 'x'.repeat(40)]) {
		expect(await taps.note(wrong, 'phone', friday, told)).toEqual(over);
	}
});

test('one link cannot be pressed without end, nor one address try without end', async () => {
	for (let press = 0; press < 20; press++) await taps.note(link, 'phone', friday, told);
	expect(await taps.note(link, 'phone', friday, told)).toEqual({ ok: false, reason: 'too-many' });
	let last: Awaited<ReturnType<typeof taps.find>> | undefined;
	for (let look = 0; look < 121; look++) last = await taps.find('made up', 'hostile', friday);
	expect(last).toEqual({ ok: false, reason: 'too-many' });
});

test('from "nog niet gelukt" it is one press to "shall we adapt it"', async () => {
	await taps.note(link, 'phone', friday, { ...told, result: 'not' });
	expect(await taps.wishEarlier(link, 'phone', friday)).toMatchObject({ ok: true });
	expect(await taps.wishEarlier(link, 'phone', friday)).toMatchObject({ ok: true });
	expect(await taps.find(link, 'phone', friday)).toMatchObject({ value: { wished: true } });
	const found = await get(as(anke), id);
	expect(found.ok && found.value.card.lookingBack).toBe('wished');
});
