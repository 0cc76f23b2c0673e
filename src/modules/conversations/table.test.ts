import { expect, test } from 'vitest';
import * as cast from '#seeds/cast.ts';
import { anke, as, carla, noor, samira, youssef } from '#seeds/cast.ts';
import { change } from '#platform/db.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ConversationId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { planIn, type NewConversation } from './conversations.server.ts';
import * as entries from './entries.server.ts';
import type { NewEntry } from './entry.input.ts';
import * as preparations from './preparations.server.ts';
import * as recordPage from './record-page.server.ts';
import * as records from './records.server.ts';
import * as responses from './responses.server.ts';
import * as sittings from './sittings.server.ts';
import * as table from './table.server.ts';

useDatabase();

const after = (days: number) => new Date(Date.parse('2026-09-24T14:05:00Z') + days * 86_400_000);

async function planned(given: Partial<NewConversation> = {}) {
	const outcome = await change(as(anke), async (db) =>
		ok(
			await planIn(db, as(anke), {
				...{ kind: 'concern', pupil: noor.id, chair: anke.id, guardians: [samira.id], minutes: 30 },
				...{ startsAt: new Date('2026-09-24T13:45:00Z'), place: { kind: 'school' }, pupilInvited: false, ...given }
			})
		)
	);
	if (!outcome.ok) throw new Error('not planned');
	return outcome.value;
}

const words = (text: string, more: Partial<NewEntry> = {}): NewEntry => ({
	...{ section: 'hard', audience: 'adults', text, minutes: null, forChild: false, ...more }
});

async function textsFor(ctx: Ctx, id: ConversationId) {
	const seen = await table.get(ctx, id);
	return seen.ok ? seen.value.entries.map(({ text }) => text) : seen.reason;
}

async function recorded(given: Partial<NewConversation> = {}) {
	const id = await planned(given);
	await entries.say(as(samira), id, words('Ze slaapt slecht'));
	await entries.say(as(anke), id, words('Ze let minder op'));
	await sittings.start(as(samira), id);
	await sittings.hold(as(anke), id);
	const draft = { forAdults: 'We zien iets anders.', forCircle: 'We helpen samen.', version: 0 };
	await records.write(as(anke), id, draft);
	await records.record(as(anke, cast.deLinde, after(0)), id);
	return id;
}

test('a preparation is read by nobody else until it is shared; then it stands on the page', async () => {
	const id = await planned();
	await preparations.save(as(samira), id, 'own', { question: 'hard', text: 'Ze slaapt slecht', version: 0 });
	await preparations.save(as(samira), id, 'own', { question: 'reach', text: 'Weer graag naar school', version: 0 });
	expect(await textsFor(as(anke), id)).toEqual([]);

	await preparations.share(as(samira), id, 'own');
	expect(await textsFor(as(anke), id)).toEqual(['Ze slaapt slecht', 'Weer graag naar school']);
	expect(await preparations.share(as(samira), id, 'own')).toMatchObject({ reason: 'nothing-to-share' });

	const later = as(samira, cast.deLinde, new Date('2026-09-22T08:00:00Z'));
	await preparations.save(later, id, 'own', { question: 'well', text: 'Lezen', version: 0 });
	expect(await preparations.share(later, id, 'own')).toMatchObject({ ok: true });
	expect(await textsFor(as(anke), id)).toHaveLength(3);
	expect(await facts()).toEqual(['conversation.planned', 'preparation.shared', 'preparation.shared']);
});

test('the same preparation saved on two devices: neither loses words', async () => {
	const id = await planned();
	const save = (text: string) => preparations.save(as(samira), id, 'own', { question: 'well', text, version: 0 });
	await Promise.all([save('Ze leest graag'), save('Ze helpt haar broer')]);
	const kept = await preparations.get(as(samira), id, 'own');
	const text = kept.ok && kept.value.preparation.answers[0]?.text;
	expect(text).toContain('Ze leest graag');
	expect(text).toContain('Ze helpt haar broer');
});

test('the child answers with a parent or the teacher, who is named', async () => {
	const id = await planned();
	await preparations.save(as(samira), id, 'child', { question: 'wish', text: 'Vooraan zitten', version: 0 });
	await preparations.share(as(samira), id, 'child');
	const seen = await table.get(as(anke), id);
	expect(seen.ok && seen.value.entries).toMatchObject([
		{ section: 'wish', text: 'Vooraan zitten', person: noor.id, helper: samira.id, audience: 'circle' }
	]);
});

test('each changes only their own words', async () => {
	const id = await planned();
	const said = await entries.say(as(samira), id, words('Ze slaapt slecht'));
	if (!said.ok) throw new Error(said.reason);
	const change = { text: 'Ze slaapt prima', minutes: null, version: 1 };
	expect(await entries.reword(as(anke), id, said.value, change)).toMatchObject({ reason: 'refused' });
	expect(await entries.remove(as(anke), id, said.value)).toMatchObject({ reason: 'refused' });
	expect(await entries.reword(as(samira), id, said.value, { ...change, version: 0 })).toMatchObject({
		value: { text: 'Ze slaapt slecht\n\n– – –\n\nZe slaapt prima', conflict: true }
	});
	expect(await entries.say(as(carla), id, words('Ik ook'))).toMatchObject({ reason: 'refused' });
});

const atTable = [
	['Samira', as(samira), ['circle', 'adults']],
	['juf Anke', as(anke), ['circle', 'adults']],
	['Carla', as(carla), ['circle', 'adults']],
	['Noor', as(noor), ['circle']],
	['Youssef', as(youssef), 'missing'],
	['Yvonne', as(cast.yvonne), 'missing'],
	['Joris', as(cast.joris), 'missing'],
	['meester Bram', as(cast.bram), 'missing'],
	['the therapist', as(cast.therapist), 'missing'],
	['a stranger', as(cast.stranger), 'missing'],
	['a mentor of De Eik', as(cast.mentor, cast.deEik), 'missing'],
	['juf Anke, asking at De Eik', as(anke, cast.deEik), 'missing']
] as const;

test.each(atTable)('at the table with Noor, %s hears what is meant for them', async (_who, ctx, heard) => {
	const id = await planned({ pupilInvited: true });
	await entries.say(as(samira), id, words('circle', { audience: 'circle' }));
	await entries.say(as(anke), id, words('adults'));
	expect(await textsFor(ctx, id)).toEqual(heard);
	if (heard === 'missing') {
		const missing = { ok: false, reason: 'missing' };
		expect(await entries.say(ctx, id, words('Ik ook'))).toEqual(missing);
		expect(await sittings.start(ctx, id)).toEqual(missing);
		expect(await preparations.get(ctx, id, 'own')).toEqual(missing);
		expect(await preparations.save(ctx, id, 'own', { question: 'well', text: 'x', version: 0 })).toEqual(missing);
		expect(await facts()).toEqual(['conversation.planned']);
	}
});

const recordReaders = [
	['Samira', as(samira), ['We zien iets anders.', 'Ze slaapt slecht', 'Ze let minder op']],
	['Youssef', as(youssef), ['We zien iets anders.', 'Ze let minder op']],
	['Noor', as(noor), ['']],
	['Carla', as(carla), ['We zien iets anders.', 'Ze slaapt slecht', 'Ze let minder op']]
] as const;

test.each(recordReaders)('the record as %s reads it', async (_who, ctx, read) => {
	const id = await recorded();
	const seen = await recordPage.get(ctx, id);
	if (!seen.ok) throw new Error(seen.reason);
	expect([seen.value.record?.forAdults, ...seen.value.entries.map(({ text }) => text)]).toEqual(read);
	expect(seen.value.record?.forCircle).toBe('We helpen samen.');
});

test('from the first word to closed, each step leaves a fact', async () => {
	const id = await recorded();
	expect(await responses.acknowledge(as(samira), id)).toMatchObject({ ok: true });
	expect(await responses.view(as(youssef), id, 'Bij mij slaapt ze goed.', 'adults')).toMatchObject({ ok: true });
	expect(await responses.acknowledge(as(anke), id)).toMatchObject({ reason: 'refused' });
	expect(await sittings.close(as(anke), id)).toMatchObject({ reason: 'next-missing' });
	expect(await sittings.followUp(as(samira), id, { nextOn: null, noneNeeded: true })).toMatchObject({
		reason: 'refused'
	});
	await sittings.followUp(as(samira), id, { nextOn: '2026-10-06' as Day, noneNeeded: false });
	expect(await sittings.close(as(anke), id)).toMatchObject({ ok: true });
	expect(await facts()).toEqual([
		...['planned', 'started', 'held', 'recorded', 'acknowledged', 'viewed', 'followed-up', 'closed'].map(
			(verb) => `conversation.${verb}`
		)
	]);
});

test('an own view stands beside the record, and the pupil does not read what adults disagree on', async () => {
	const id = await recorded();
	await responses.view(as(youssef), id, 'Bij mij slaapt ze goed.', 'adults');
	const views = async (ctx: Ctx) => {
		const seen = await recordPage.get(ctx, id);
		return seen.ok ? seen.value.responses.map(({ ownView }) => ownView) : seen.reason;
	};
	expect(await views(as(samira))).toEqual(['Bij mij slaapt ze goed.']);
	expect(await views(as(noor))).toEqual([]);
});

test('a record that is not shared is missing for all but who writes it, and after sharing it stands', async () => {
	const id = await planned();
	await sittings.hold(as(anke), id);
	const draft = { forAdults: 'Nog niet klaar', forCircle: '', version: 0 };
	await records.write(as(anke), id, draft);
	for (const reader of [samira, youssef, carla, noor])
		expect(await recordPage.get(as(reader), id)).toMatchObject({ reason: 'missing' });
	expect(await records.write(as(samira), id, draft)).toMatchObject({ reason: 'refused' });
	await records.record(as(anke), id);
	await records.write(as(anke), id, { forAdults: 'Toch anders', forCircle: '', version: 1 });
	expect(await recordPage.get(as(samira), id)).toMatchObject({
		value: { record: { forAdults: 'Nog niet klaar' }, draft: undefined }
	});
	expect(await entries.say(as(samira), id, words('Nog iets'))).toMatchObject({ reason: 'wrong-state' });
});
