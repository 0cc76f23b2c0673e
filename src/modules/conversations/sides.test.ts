import { expect, test } from 'vitest';
import { anke, as, carla, noor, samira, youssef } from '#seeds/cast.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change } from '#platform/db.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import { useDatabase } from '#tests/database.ts';
import * as closings from './closings.server.ts';
import { planIn } from './conversations.server.ts';
import * as entries from './entries.server.ts';
import type { NewEntry } from './entry.input.ts';
import { goalOf } from './entry.ts';
import { usualAudience } from './part.ts';
import * as parts from './parts.server.ts';
import * as sittings from './sittings.server.ts';
import * as table from './table.server.ts';
import * as tips from './tips.server.ts';

useDatabase();

async function planned(guardians = [samira.id], pupilInvited = true) {
	const outcome = await change(as(anke), async (db) =>
		ok(
			await planIn(db, as(anke), {
				...{ kind: 'concern', pupil: noor.id, chair: anke.id, guardians, minutes: 60 },
				...{ startsAt: new Date('2026-09-24T13:45:00Z'), place: { kind: 'school' }, pupilInvited }
			})
		)
	);
	return outcome.ok ? outcome.value : Promise.reject(new Error('not planned'));
}

const words = (text: string, more: Partial<NewEntry> = {}): NewEntry => ({
	...{ section: 'hard', audience: 'adults', text, minutes: null, forChild: false, ...more }
});

async function page(ctx: Ctx, id: ConversationId) {
	const seen = await table.get(ctx, id);
	if (!seen.ok) throw new Error(seen.reason);
	return seen.value;
}
const textsFor = async (ctx: Ctx, id: ConversationId) => (await page(ctx, id)).entries.map(({ text }) => text);
const said = async (ctx: Ctx, id: ConversationId, entry: NewEntry) => {
	const done = await entries.say(ctx, id, entry);
	return done.ok ? done.value : Promise.reject(new Error(done.reason));
};

/** Guards `isShown` (part.ts). */
test('while the adults are among themselves, the child’s own device shows what the child said and nothing of theirs', async () => {
	const id = await planned();
	await said(as(samira), id, words('Ze zingt', { section: 'well', audience: 'circle' }));
	await said(as(noor), id, words('Het is te druk'));
	await tips.give(as(anke), id, { topic: 'bedtime', audience: 'circle', text: 'Eerder naar bed' });
	expect(await textsFor(as(noor), id)).toEqual(['Ze zingt', 'Het is te druk']);

	expect(await parts.turnTo(as(samira), id, 'adults')).toMatchObject({ reason: 'refused' });
	expect(await parts.turnTo(as(anke), id, 'adults')).toMatchObject({ ok: true });
	expect(await textsFor(as(noor), id)).toEqual(['Het is te druk']);
	expect((await page(as(noor), id)).tips).toEqual([]);
	for (const who of [noor, samira, anke]) expect((await page(as(who), id)).part).toBe('adults');
	expect(await textsFor(as(samira), id)).toHaveLength(2);

	await parts.turnTo(as(anke), id, 'circle');
	expect(await textsFor(as(noor), id)).toHaveLength(2);
});

/** Guards `usualAudience` (part.ts). */
test('words are for whom the kind of talk has them, and never for the child while the adults are among themselves', () => {
	expect([usualAudience('circle', 'circle'), usualAudience('adults', 'circle')]).toEqual(['circle', 'adults']);
});

test('a talk to which the child does not come has no such parts', async () => {
	const id = await planned([samira.id], false);
	expect(await parts.turnTo(as(anke), id, 'circle')).toMatchObject({ reason: 'wrong-state' });
	expect((await page(as(samira), id)).part).toBe('adults');
});

test('what home and school see differently stands beside each other, between adults, and neither changes the other', async () => {
	const id = await planned();
	const first = await said(as(anke), id, words('Ze is stil in de kring', { audience: 'circle' }));
	const mine = words('Thuis praat ze honderduit', { audience: 'circle', beside: first });
	await said(as(samira), id, mine);
	const [, view] = (await page(as(anke), id)).entries;
	expect(view).toMatchObject({ text: 'Thuis praat ze honderduit', beside: first, audience: 'adults' });
	expect(await textsFor(as(noor), id)).toEqual(['Ze is stil in de kring']);

	const nothing = { ok: false, reason: 'missing' };
	expect(await entries.say(as(anke), id, words('x', { beside: first }))).toEqual(nothing);
	expect(await entries.say(as(noor), id, words('x', { beside: first }))).toEqual(nothing);
	expect(await entries.say(as(samira), id, words('x', { section: 'well', beside: first }))).toEqual(nothing);
	expect(await entries.say(as(samira), id, words('x', { beside: view!.id }))).toEqual(nothing);
	const elsewhere = await planned([youssef.id], false).catch(() => undefined);
	if (elsewhere) expect(await entries.say(as(youssef), elsewhere, words('x', { beside: first }))).toEqual(nothing);
});

test('what helps or hinders, and how a sentence begins, stay with the words; both can be said anew', async () => {
	const id = await planned();
	const factor = await said(as(anke), id, words('Vaste plek', { section: 'factor-teaching', bearing: 'helps' }));
	await said(as(samira), id, words('elke stap laat zien', { section: 'need', starter: 'instruction' }));
	const change = { text: 'Vaste plek vooraan', minutes: null, version: 1 };
	await entries.reword(as(anke), id, factor, change);
	expect((await page(as(samira), id)).entries).toMatchObject([
		{ text: 'Vaste plek vooraan', bearing: 'helps' },
		{ text: 'elke stap laat zien', starter: 'instruction' }
	]);
	await entries.reword(as(anke), id, factor, { ...change, bearing: null, version: 2 });
	expect((await page(as(samira), id)).entries[0]).toMatchObject({ bearing: null });
});

test('a need serves a goal that stands on this page: chosen when written, chosen anew, let go of with the goal', async () => {
	const id = await planned();
	const goal = await said(as(anke), id, words('Ze vertelt in de kring', { section: 'goal-child', audience: 'circle' }));
	const other = await said(as(anke), id, words('Meer uitleg in stapjes', { section: 'goal-teaching' }));
	const need = await said(as(samira), id, words('haar tijd geven', { section: 'need', starter: 'teacher', goal }));
	const goalShown = async () => {
		const { entries: all } = await page(as(anke), id);
		return goalOf(
			all.find((entry) => entry.id === need)!,
			all
		)?.text;
	};
	expect(await goalShown()).toBe('Ze vertelt in de kring');
	const change = { text: 'haar tijd geven', minutes: null };
	await entries.reword(as(samira), id, need, { ...change, goal: other, version: 1 });
	expect(await goalShown()).toBe('Meer uitleg in stapjes');
	await entries.reword(as(samira), id, need, { ...change, version: 2 });
	expect(await goalShown()).toBe('Meer uitleg in stapjes');
	await entries.remove(as(anke), id, other);
	expect(await goalShown()).toBeUndefined();
	await entries.reword(as(samira), id, need, { ...change, goal: null, version: 3 });
	expect((await page(as(samira), id)).entries.find((entry) => entry.id === need)?.goal).toBeNull();
});

/** Guards `servedIn` in entries.server.ts: what this reader does not see, or is no goal, is no goal of a need. */
test('a need is tied to nothing but a goal that its writer sees, and only a need is', async () => {
	const id = await planned();
	const adults = await said(as(anke), id, words('Tussen ons', { section: 'goal-child' }));
	const word = await said(as(anke), id, words('Ze is stil', { audience: 'circle' }));
	await said(as(noor), id, words('een vriendin naast me', { section: 'need', goal: adults }));
	await said(as(samira), id, words('rust', { section: 'need', goal: word }));
	await said(as(samira), id, words('Ze slaapt', { section: 'well', goal: adults }));
	expect((await page(as(anke), id)).entries.map(({ goal }) => goal)).toEqual([null, null, null, null, null]);
});

test('tips: thanked for and answered by who decides; each home for itself, school with its reason', async () => {
	const id = await planned([samira.id, youssef.id]);
	const idea = { topic: 'bedtime', audience: 'adults', text: 'Een half uur eerder naar bed' } as const;
	const bedtime = await tips.give(as(anke), id, idea);
	if (!bedtime.ok) throw new Error(bedtime.reason);
	const reply = { tip: bedtime.value, answer: 'not', reason: '' } as const;
	expect(await tips.give(as(samira), id, idea)).toMatchObject({ reason: 'own-domain' });
	expect(await tips.answer(as(anke), id, { ...reply, answer: 'use' })).toMatchObject({ reason: 'not-yours' });
	expect(await tips.answer(as(noor), id, reply)).toMatchObject({ reason: 'missing' });
	expect(await tips.answer(as(carla), id, reply)).toMatchObject({ reason: 'refused' });
	expect(await tips.answer(as(samira), id, reply)).toMatchObject({ ok: true });
	expect(await tips.answer(as(youssef), id, { ...reply, answer: 'use' })).toMatchObject({ ok: true });
	expect(await tips.takeBack(as(anke), id, bedtime.value)).toMatchObject({ reason: 'wrong-state' });

	const place = await tips.give(as(samira), id, { topic: 'seating', audience: 'circle', text: 'Vooraan' });
	if (!place.ok) throw new Error(place.reason);
	const refusal = { tip: place.value, answer: 'not', reason: '' } as const;
	expect(await tips.answer(as(anke), id, refusal)).toMatchObject({ reason: 'reason-missing' });
	expect(await tips.answer(as(anke), id, { ...refusal, reason: 'Daar ziet ze het bord slecht' })).toMatchObject({
		ok: true
	});
	expect((await page(as(youssef), id)).tips).toMatchObject([
		{
			topic: 'bedtime',
			answers: [
				{ person: samira.id, answer: 'not' },
				{ person: youssef.id, answer: 'use' }
			]
		},
		{ topic: 'seating', answers: [{ person: anke.id, bySchool: true, reason: 'Daar ziet ze het bord slecht' }] }
	]);
	expect((await page(as(noor), id)).tips.map(({ topic }) => topic)).toEqual(['seating']);
});

test('a tip is taken back by who gave it, as long as nobody answered', async () => {
	const id = await planned();
	const given = await tips.give(as(samira), id, { topic: 'seating', audience: 'adults', text: 'Vooraan' });
	if (!given.ok) throw new Error(given.reason);
	expect(await tips.takeBack(as(anke), id, given.value)).toMatchObject({ reason: 'refused' });
	expect(await tips.takeBack(as(samira), id, given.value)).toMatchObject({ ok: true });
	expect((await page(as(anke), id)).tips).toEqual([]);
});

test('the two questions after the talk are read by who answered them, and by nobody else', async () => {
	const id = await planned();
	const answers = { heard: 'no', knows: 'yes', words: 'Het ging te snel' } as const;
	expect(await closings.reflect(as(samira), id, answers)).toMatchObject({ reason: 'wrong-state' });
	await sittings.hold(as(anke), id);
	expect(await closings.reflect(as(carla), id, answers)).toMatchObject({ reason: 'refused' });
	expect(await closings.reflect(as(samira), id, answers)).toMatchObject({ ok: true });
	expect((await page(as(samira), id)).closing).toEqual(answers);
	for (const who of [anke, carla, noor])
		expect((await page(as(who), id)).closing).toEqual({ heard: null, knows: null, words: '' });
});
