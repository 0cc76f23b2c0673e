import { expect, test } from 'vitest';
import { anke, as, carla, noor, samira, youssef } from '#seeds/cast.ts';
import { change } from '#platform/db.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { planIn } from './conversations.server.ts';
import * as emphases from './emphases.server.ts';
import * as home from './home-sheets.server.ts';
import { carryIn } from './preparations.server.ts';
import type { TalkSheet } from './sheet.ts';
import * as sheets from './sheets.server.ts';

useDatabase();

async function planned(guardians = [samira.id, youssef.id], startsAt = new Date('2026-09-24T13:45:00Z')) {
	const input = {
		...{ kind: 'concern' as const, pupil: noor.id, chair: anke.id, guardians, minutes: 30 },
		...{ startsAt, place: { kind: 'school' as const }, pupilInvited: true }
	};
	const outcome = await change(as(anke), async (db) => ok(await planIn(db, as(anke), input)));
	if (!outcome.ok) throw new Error('not planned');
	return outcome.value;
}

const given = (texts: Record<string, string>, version = 0) => ({ texts, version });

async function readBy(ctx: Ctx, id: ConversationId, kind: TalkSheet = 'train') {
	const found = await sheets.get(ctx, id, kind);
	return found.ok ? found.value.others.map(({ lines }) => Object.values(lines).map(({ text }) => text)) : found.reason;
}

test('a train is its writer’s alone until it is shared, and again after', async () => {
	const id = await planned();
	await sheets.write(as(samira), id, 'train', given({ anger: 'Ik ben boos', worry: 'Dat ze blijft zitten' }));
	expect(await readBy(as(anke), id)).toEqual([]);
	expect(await readBy(as(youssef), id)).toEqual([]);

	await sheets.share(as(samira), id, 'train', 'adults');
	expect(await readBy(as(anke), id)).toEqual([['Ik ben boos', 'Dat ze blijft zitten']]);
	expect(await readBy(as(noor), id)).toEqual([]);

	await sheets.takeBack(as(samira), id, 'train');
	expect(await readBy(as(anke), id)).toEqual([]);
	expect((await facts()).filter((name) => name === 'sheet.shared')).toHaveLength(1);
});

test('shared with the circle, the child at the table reads it; who does not sit there finds nothing', async () => {
	const id = await planned();
	await sheets.write(as(samira), id, 'train', given({ wish: 'Met plezier naar school' }));
	await sheets.share(as(samira), id, 'train', 'circle');
	expect(await readBy(as(noor), id)).toEqual([['Met plezier naar school']]);
	expect(await readBy(as(carla), id)).toBe('missing');
});

test('an empty sheet is not shared, and writes no fact', async () => {
	const id = await planned();
	expect(await sheets.share(as(samira), id, 'train', 'adults')).toEqual(no('empty'));
	expect(await facts()).not.toContain('sheet.shared');
});

test('the two questions afterwards are a teacher’s, and can never be shared', async () => {
	const id = await planned();
	expect(await sheets.write(as(samira), id, 'reflection', given({ judging: 'x' }))).toEqual(no('missing'));
	await sheets.write(as(anke), id, 'reflection', given({ judging: 'Ik dacht vooraf al van alles' }));
	expect(await sheets.share(as(anke), id, 'reflection', 'adults')).toEqual(no('refused'));
});

test('two devices at once: of each field both texts stay, and nothing of another field moves', async () => {
	const id = await planned();
	await sheets.write(as(samira), id, 'train', given({ anger: 'Boos', wish: '' }, 0));
	const other = await sheets.write(as(samira), id, 'train', given({ anger: 'Verdrietig', wish: 'Rust' }, 0));
	expect(other).toMatchObject({ ok: true, value: { conflict: true, version: 2 } });
	const found = await sheets.get(as(samira), id, 'train');
	const texts = found.ok ? found.value.mySheet?.lines : undefined;
	expect(texts?.['anger']?.text).toBe('Boos\n\n– – –\n\nVerdrietig');
	expect(texts?.['wish']?.text).toBe('Rust');
});

test('a point is seen by the others once it is shared; a child says what it would like, and no more', async () => {
	const id = await planned();
	const point = { warmth: 50, structure: 30, space: 20 };
	await emphases.place(as(samira), id, 'home', point);
	const before = await sheets.get(as(anke), id, 'triangle');
	expect(before.ok && before.value.others).toEqual([]);
	await sheets.share(as(samira), id, 'triangle', 'adults');
	const after = await sheets.get(as(anke), id, 'triangle');
	expect(after.ok && after.value.others.map(({ points }) => points)).toEqual([{ home: point }]);

	expect(await emphases.place(as(noor), id, 'home', point)).toEqual(no('refused'));
	expect(await emphases.place(as(noor), id, 'wish', point)).toEqual(ok(undefined));
	await emphases.lift(as(samira), id, 'home');
	const lifted = await sheets.get(as(anke), id, 'triangle');
	expect(lifted.ok && lifted.value.others).toEqual([]);
});

test('what parents do at home is theirs; shared, school reads it and the other home does not', async () => {
	const wrote = await home.keep(as(samira), noor.id, given({ asks: 'so', interest: 'We bellen oma' }));
	expect(wrote).toMatchObject({ ok: true, value: { version: 1 } });
	const read = async (who: typeof anke) => {
		const found = await home.get(as(who), noor.id);
		return found.ok ? found.value.shared.map(({ lines }) => lines['interest']?.text) : found.reason;
	};
	expect(await read(anke)).toEqual([]);
	await home.share(as(samira), noor.id);
	expect(await read(anke)).toEqual(['We bellen oma']);
	expect(await read(youssef)).toEqual([]);
	expect(await read(noor)).toBe('missing');
	expect(await home.keep(as(anke), noor.id, given({ asks: 'so' }))).toEqual(no('refused'));
	await home.takeBack(as(samira), noor.id);
	expect(await read(anke)).toEqual([]);
});

/** Guards `kept` in `carry` of sheet.store.server.ts. */
test('where somebody new sits in the talk that takes the place, what was shared is its writer’s alone again', async () => {
	const first = await planned([samira.id]);
	await sheets.write(as(samira), first, 'train', given({ anger: 'Ik hoorde het als laatste' }));
	await sheets.share(as(samira), first, 'train', 'adults');
	const [same, wider] = [
		await planned([samira.id], new Date('2026-09-25T13:45:00Z')),
		await planned([samira.id, youssef.id], new Date('2026-09-28T13:45:00Z'))
	];
	for (const next of [same, wider])
		await change(as(anke), async (db) => ok(await carryIn(db, as(anke), [first], next)));
	expect(await readBy(as(anke), same)).toEqual([['Ik hoorde het als laatste']]);
	expect(await readBy(as(anke), wider)).toEqual([]);
	expect(await readBy(as(youssef), wider)).toEqual([]);
	const hers = await sheets.get(as(samira), wider, 'train');
	expect(hers.ok && hers.value.mySheet).toMatchObject({
		audience: 'me',
		lines: { anger: { text: 'Ik hoorde het als laatste' } }
	});
});
