import { beforeEach, expect, test } from 'vitest';
import { conversationForMessage } from '#modules/conversations/conversations.server.ts';
import * as entries from '#modules/conversations/entries.server.ts';
import * as preparations from '#modules/conversations/preparations.server.ts';
import * as emphases from '#modules/conversations/emphases.server.ts';
import * as sheets from '#modules/conversations/sheets.server.ts';
import type { TalkSheet } from '#modules/conversations/sheet.ts';
import * as table from '#modules/conversations/table.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { ConversationId, RoundId } from '#platform/ids.ts';
import { anke, as, noor, samira, stranger, youssef } from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { useDatabase } from '#tests/database.ts';
import { askOwnTalk, book, cancel } from './bookings.server.ts';
import type { BlockId } from './offer.ts';
import { successorsOf } from './successors.server.ts';

useDatabase();

let round: RoundId;
let ankes: BlockId;
beforeEach(async () => {
	({ round, ankesAfternoon: ankes } = await openStartRound());
});

const chosen = (moment: string) => ({ ...time(ankes, september(24, moment)), pupil: noor.id });
const bookedBy = async (ctx: Ctx, moment: string) => value(await book(ctx, round, chosen(moment)));

async function prepare(ctx: Ctx, id: ConversationId, text: string, whose: 'own' | 'child' = 'own') {
	const { questions, preparation } = value(await preparations.get(ctx, id, whose));
	const question = questions[0]!;
	const version = preparation.answers.find((each) => each.question === question)?.version ?? 0;
	value(await preparations.save(ctx, id, whose, { question, text, version }));
}

const point = (text: string) => ({
	...{ section: 'point' as const, audience: 'adults' as const, text, minutes: 5, forChild: false }
});
const answersOf = async (ctx: Ctx, id: ConversationId, whose: 'own' | 'child' = 'own') =>
	value(await preparations.get(ctx, id, whose)).preparation.answers.map(({ text }) => text);
const saidOn = async (ctx: Ctx, id: ConversationId) =>
	value(await table.get(ctx, id))
		.entries.map(({ text }) => text)
		.sort();

const talksFor = async (ctx: Ctx, id: ConversationId) => (await successorsOf(ctx, id))!.talks.map((talk) => talk.id);

/** A talk for both homes, which all three have prepared: shared, as a draft, and together with Noor. */
async function preparedTogether() {
	const { conversation } = await bookedBy(as(samira), '15:00');
	await prepare(as(samira), conversation, 'Ze vindt vragen spannend');
	await prepare(as(samira), conversation, 'Gym en tekenen', 'child');
	await prepare(as(youssef), conversation, 'Bij mij vraagt ze veel');
	await prepare(as(anke), conversation, 'Noor leest graag voor');
	value(await preparations.share(as(samira), conversation, 'own'));
	value(await preparations.share(as(anke), conversation, 'own'));
	value(await entries.say(as(youssef), conversation, point('Wie haalt haar op?')));
	return conversation;
}

test('when homes part, each goes on with what they wrote, and reads nothing new of the other', async () => {
	const shared = await preparedTogether();
	value(await askOwnTalk(as(youssef), round, noor.id));
	const [hers] = await talksFor(as(samira), shared);
	expect(await answersOf(as(samira), hers!)).toEqual(['Ze vindt vragen spannend']);
	expect(await answersOf(as(samira), hers!, 'child')).toEqual(['Gym en tekenen']);
	expect(await preparations.share(as(samira), hers!, 'own')).toMatchObject({ reason: 'nothing-to-share' });
	expect(await saidOn(as(samira), hers!)).toEqual(['Noor leest graag voor', 'Ze vindt vragen spannend']);

	expect(await successorsOf(as(youssef), shared)).toEqual({ talks: [], choose: { round, pupil: noor.id } });
	await prepare(as(youssef), shared, 'Bij mij vraagt ze veel, ook ’s avonds');
	const { conversation: his } = await bookedBy(as(youssef), '15:15');
	expect(await answersOf(as(youssef), his)).toEqual(['Bij mij vraagt ze veel, ook ’s avonds']);
	expect(await answersOf(as(youssef), his, 'child')).toEqual([]);
	expect(await saidOn(as(youssef), his)).toEqual(['Noor leest graag voor', 'Wie haalt haar op?']);
	expect(await answersOf(as(anke), his)).toEqual(['Noor leest graag voor']);

	expect(await talksFor(as(youssef), shared)).toEqual([his]);
	expect(await talksFor(as(samira), shared)).toEqual([hers]);
	expect(await talksFor(as(anke), shared)).toEqual([hers, his]);
	expect(await successorsOf(as(stranger), shared)).toBeUndefined();
});

test('the talk of both is called off in every calendar under its own name; the new one begins its own', async () => {
	const shared = await preparedTogether();
	value(await askOwnTalk(as(youssef), round, noor.id));
	const [hers] = await talksFor(as(samira), shared);
	const event = (id: ConversationId) => read(as(samira), (db) => conversationForMessage(db, as(samira), id));
	expect(await event(shared)).toMatchObject({ state: 'cancelled', sequence: 1 });
	expect(await event(hers!)).toMatchObject({ id: hers, state: 'planned', sequence: 0 });
});

test('who gives up a time and takes another finds again what was prepared, also what was typed in between', async () => {
	const { id, conversation: first } = await bookedBy(as(samira), '15:00');
	await prepare(as(samira), first, 'Ze vindt vragen spannend');
	value(await cancel(as(samira), id));
	await prepare(as(samira), first, 'Ze vindt vragen spannend en slaapt slecht');
	const again = await bookedBy(as(samira), '15:30');
	expect(await answersOf(as(samira), again.conversation)).toEqual(['Ze vindt vragen spannend en slaapt slecht']);
	value(await cancel(as(samira), again.id));
	const third = await bookedBy(as(samira), '15:45');
	expect(await answersOf(as(samira), third.conversation)).toEqual(['Ze vindt vragen spannend en slaapt slecht']);
	expect(await saidOn(as(anke), third.conversation)).toEqual([]);
});

const keep = async (ctx: Ctx, id: ConversationId, kind: TalkSheet, texts: Record<string, string>) =>
	value(await sheets.write(ctx, id, kind, { texts, version: 0 }));
/** What stands on the reader's own sheet, and what they read of others. */
async function sheetsOf(ctx: Ctx, id: ConversationId, kind: TalkSheet) {
	const { mySheet, others } = value(await sheets.get(ctx, id, kind));
	const wordsOf = (lines: Record<string, { text: string }>) => Object.values(lines).map(({ text }) => text);
	return {
		mine: mySheet && wordsOf(mySheet.lines),
		points: mySheet?.points,
		others: others.flatMap((one) => wordsOf(one.lines))
	};
}

/** Guards `sheets.carry` in `carryIn` of preparations.server.ts. */
test('what each wrote when it got hard goes along to the talk that takes the place: train, steps, triangle, look back', async () => {
	const { id, conversation: first } = await bookedBy(as(samira), '15:00');
	const point = { warmth: 50, structure: 30, space: 20 };
	await keep(as(samira), first, 'train', { anger: 'Ik hoorde het als laatste', wish: 'Dat ze erbij hoort' });
	await keep(as(samira), first, 'steps-me', { feeling: 'Verdrietig' });
	await keep(as(anke), first, 'reflection', { judging: 'Ik dacht al van alles' });
	value(await emphases.place(as(samira), first, 'home', point));
	value(await sheets.share(as(samira), first, 'triangle', 'adults'));
	value(await cancel(as(samira), id));

	const { conversation: again } = await bookedBy(as(samira), '15:30');
	expect((await sheetsOf(as(samira), again, 'train')).mine).toEqual([
		'Ik hoorde het als laatste',
		'Dat ze erbij hoort'
	]);
	expect((await sheetsOf(as(samira), again, 'steps-me')).mine).toEqual(['Verdrietig']);
	expect((await sheetsOf(as(anke), again, 'reflection')).mine).toEqual(['Ik dacht al van alles']);
	expect((await sheetsOf(as(samira), again, 'triangle')).points).toEqual({ home: point });
	expect((await sheetsOf(as(anke), again, 'train')).others).toEqual([]);
	const shown = value(await sheets.get(as(anke), again, 'triangle')).others;
	expect(shown.map(({ points }) => points)).toEqual([{ home: point }]);
	await keep(as(samira), again, 'train', { goal: 'Noor werkt in de klas' });
	expect((await sheetsOf(as(samira), first, 'train')).mine).toHaveLength(2);
});

/** Guards `left` in `carryIn`, by which only what the people of the new talk wrote goes along. */
test('when homes part, the sheet of one is nowhere near the talk of the other', async () => {
	const shared = await preparedTogether();
	await keep(as(samira), shared, 'train', { anger: 'Van Samira' });
	value(await sheets.share(as(samira), shared, 'train', 'adults'));
	await keep(as(youssef), shared, 'train', { anger: 'Van Youssef' });
	value(await askOwnTalk(as(youssef), round, noor.id));
	const [hers] = await talksFor(as(samira), shared);
	const { conversation: his } = await bookedBy(as(youssef), '15:15');
	expect(await sheetsOf(as(samira), hers!, 'train')).toMatchObject({ mine: ['Van Samira'], others: [] });
	expect(await sheetsOf(as(youssef), his, 'train')).toMatchObject({ mine: ['Van Youssef'], others: [] });
	expect((await sheetsOf(as(anke), hers!, 'train')).others).toEqual(['Van Samira']);
	expect((await sheetsOf(as(anke), his, 'train')).others).toEqual([]);
});
