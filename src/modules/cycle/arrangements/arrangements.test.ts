import { expect, test } from 'vitest';
import { no } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import * as cast from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as arrangements from './arrangements.server.ts';
import type { Terms } from './terms.ts';
import * as notes from './contact-notes.server.ts';
import * as page from './contact-page.server.ts';
import * as waiting from './waiting.server.ts';

useDatabase();

const { adam, anke, as, bram, deEik, huda, mentor, noor, samira, therapist, youssef, yvonne } = cast;

const calls: Terms = {
	ways: [
		{ form: 'phone', rhythm: 'weeks-6' },
		{ form: 'report-card', rhythm: 'report' }
	],
	initiative: 'in-turn',
	people: [huda.id, adam.id],
	until: '2027-07-01' as Day,
	wish: 'Ik wil mijn werk laten zien'
};
const offer = { terms: calls, own: false };
const seen = async (who: typeof anke, child = adam, now?: Date) =>
	value(await page.get(as(who, undefined, now), child.id)).shown;
const only = async (who: typeof anke, child = adam) => (await seen(who, child))[0]!;

async function agreed() {
	const { id } = value(await arrangements.propose(as(anke), adam.id, offer));
	value(await arrangements.accept(as(huda), adam.id, id, { seen: 1 }));
	return id;
}

test('what school offers on one side counts when home says yes, and everybody reads the same', async () => {
	value(await arrangements.propose(as(anke), adam.id, offer));
	expect(await only(huda)).toMatchObject({
		...{ state: 'proposed', agreed: null, moves: ['accept', 'change'] },
		offered: { by: 'juf Anke', waitsForMe: true, waitsFor: [['Huda Al-Masri']] }
	});
	const { id } = await only(huda);
	value(await arrangements.accept(as(huda), adam.id, id, { seen: 1 }));
	for (const who of [anke, huda])
		expect(await only(who)).toMatchObject({
			...{ state: 'agreed', offered: null, moves: ['change', 'suit'] },
			agreed: {
				terms: { ways: calls.ways, wish: calls.wish, people: ['Huda Al-Masri', 'Adam'] },
				on: '2026-09-22',
				runs: true
			},
			next: [{ form: 'phone', due: '2026-11-03', starter: 'school' }]
		});
	expect(await facts()).toEqual(['arrangement.proposed', 'arrangement.accepted']);
});

test('home offers as well, and school answers with something else', async () => {
	const { id } = value(await arrangements.propose(as(huda), adam.id, offer));
	const mails: Terms = { ...calls, ways: [{ form: 'mail', rhythm: 'weeks-4' }] };
	value(await arrangements.change(as(anke), adam.id, id, { seen: 1, terms: mails }));
	expect(await only(huda)).toMatchObject({ offered: { terms: { ways: mails.ways }, waitsForMe: true } });
	value(await arrangements.accept(as(huda), adam.id, id, { seen: 2 }));
	expect(await only(anke)).toMatchObject({ agreed: { terms: { ways: mails.ways } } });
	expect((await only(anke)).past.map(({ move, name }) => [move, name])).toEqual([
		['accept', 'Huda Al-Masri'],
		['change', 'juf Anke'],
		['propose', 'Huda Al-Masri']
	]);
});

test('each talk asks whether it still suits: one tap, or something else', async () => {
	const id = await agreed();
	value(await arrangements.suit(as(huda, undefined, new Date('2026-12-01T12:00:00Z')), adam.id, id, { seen: 2 }));
	expect(await only(anke)).toMatchObject({ agreed: { suitedOn: '2026-12-01' } });
	value(await arrangements.change(as(huda), adam.id, id, { seen: 2, terms: { ...calls, initiative: 'school' } }));
	expect(await only(anke)).toMatchObject({ state: 'reconsidered', agreed: { terms: { initiative: 'in-turn' } } });
	value(await arrangements.withdraw(as(huda), adam.id, id, { seen: 3 }));
	expect(await only(anke)).toMatchObject({ state: 'agreed', offered: null });
});

test('of parents apart the one together needs a yes of each home; a home may ask its own, and sees no other', async () => {
	const together = { ...calls, people: [samira.id, youssef.id] };
	const { id } = value(await arrangements.propose(as(anke), noor.id, { terms: together, own: false }));
	value(await arrangements.accept(as(samira), noor.id, id, { seen: 1 }));
	expect((await only(youssef, noor)).offered?.waitsFor).toEqual([['Youssef Benali']]);
	const own = { terms: { ...calls, people: [youssef.id] }, own: true };
	const his = value(await arrangements.propose(as(youssef), noor.id, own)).id;
	expect(await seen(youssef, noor)).toMatchObject([{ id: his, isOwn: true, homeOf: ['Youssef Benali'] }]);
	expect(await seen(samira, noor)).toMatchObject([{ id, offered: { waitsFor: [] } }]);
	expect((await seen(anke, noor)).map((one) => one.id).toSorted()).toEqual([id, his].toSorted());
	const other = { seen: 1, terms: { ...calls, people: [samira.id] } };
	for (const refused of [
		await arrangements.accept(as(samira), noor.id, his, other),
		await arrangements.change(as(samira), noor.id, his, other)
	])
		expect(refused).toEqual(no('missing'));
});

test('school cannot part a home, and nobody brings in somebody who is not of the home', async () => {
	const own = { terms: { ...calls, people: [samira.id] }, own: true };
	expect(await arrangements.propose(as(anke), noor.id, own)).toEqual(no('missing'));
	expect(await arrangements.propose(as(huda), adam.id, { ...own, terms: calls })).toEqual(no('missing'));
	const strangers = { terms: { ...calls, people: [samira.id] }, own: false };
	expect(await arrangements.propose(as(huda), adam.id, strangers)).toEqual(no('missing'));
	const others = { terms: { ...calls, people: [samira.id] }, own: true };
	expect(await arrangements.propose(as(youssef), noor.id, others)).toEqual(no('missing'));
	expect(await facts()).toEqual([]);
});

test('nobody outside the circle, from outside or at another school finds it, and a refusal writes nothing', async () => {
	const id = await agreed();
	const before = await facts();
	for (const who of [samira, bram, yvonne, therapist]) {
		expect(await page.get(as(who), adam.id)).toEqual(no('missing'));
		expect(await arrangements.suit(as(who), adam.id, id, { seen: 2 })).toEqual(no('missing'));
		expect(await arrangements.propose(as(who), adam.id, offer)).toEqual(no('missing'));
	}
	expect(await page.get(as(mentor, deEik), adam.id)).toEqual(no('missing'));
	expect(await arrangements.accept(as(anke), noor.id, id, { seen: 2 })).toEqual(no('missing'));
	expect(await facts()).toEqual(before);
});

test('a moment asks who begins, until one of both sides says that it has been', async () => {
	const id = await agreed();
	const then = new Date('2026-10-28T10:00:00Z');
	const waits = (who: typeof anke) => waiting.waitingFor(as(who, undefined, then));
	expect(await waits(anke)).toMatchObject([{ id, pupil: adam.id, form: 'phone', due: '2026-11-03' }]);
	expect(await waits(huda)).toEqual([]);
	const asked = { id, form: 'phone', fallsOn: '2026-11-03' as Day } as const;
	value(await notes.note(as(huda, undefined, then), adam.id, asked));
	value(await notes.note(as(anke, undefined, then), adam.id, asked));
	expect(await waits(anke)).toEqual([]);
	value(await notes.takeBack(as(anke, undefined, then), adam.id, asked));
	expect(await waits(anke)).toHaveLength(1);
	expect((await facts()).slice(2)).toEqual(['contact.noted', 'contact.taken-back']);
	// In turn: the next time it is home’s.
	expect(await waiting.waitingFor(as(huda, undefined, new Date('2026-12-10T10:00:00Z')))).toMatchObject([
		{ form: 'phone' }
	]);
	expect(await notes.note(as(samira, undefined, then), adam.id, asked)).toEqual(no('missing'));
	expect(await notes.note(as(anke), adam.id, { ...asked, fallsOn: '2026-11-04' as Day })).toEqual(no('missing'));
});

test('on Today stands what waits for a yes, until it is given', async () => {
	const { id } = value(await arrangements.propose(as(anke), adam.id, offer));
	expect(await waiting.answersOf(as(huda))).toEqual([{ pupil: adam.id, callName: 'Adam' }]);
	expect(await waiting.answersOf(as(anke))).toEqual([]);
	value(await arrangements.accept(as(huda), adam.id, id, { seen: 1 }));
	expect(await waiting.answersOf(as(huda))).toEqual([]);
});
