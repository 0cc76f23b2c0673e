import { afterEach, expect, test, vi } from 'vitest';
import { anke, as, noor, samira, youssef, carla } from '#seeds/cast.ts';
import { change } from '#platform/db.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ConversationId, FactId } from '#platform/ids.ts';
import { stopListening } from '#platform/live.server.ts';
import { ok } from '#platform/outcome.ts';
import { useDatabase } from '#tests/database.ts';
import { hearIn } from './changes.server.ts';
import { planIn } from './conversations.server.ts';
import * as entries from './entries.server.ts';
import { graceMs } from './presence.ts';
import * as presences from './presences.server.ts';
import { tick } from './seats.server.ts';
import * as table from './table.server.ts';

useDatabase();

const leaving: (() => void)[] = [];
afterEach(async () => {
	for (const leave of leaving.splice(0)) leave();
	tick(Date.now() + graceMs * 3);
	await stopListening();
});

async function planned(pupilInvited = false) {
	const outcome = await change(as(anke), async (db) =>
		ok(
			await planIn(db, as(anke), {
				...{ kind: 'concern', pupil: noor.id, chair: anke.id, guardians: [samira.id], minutes: 30 },
				...{ startsAt: new Date('2026-09-24T13:45:00Z'), place: { kind: 'school' }, pupilInvited }
			})
		)
	);
	return outcome.ok ? outcome.value : Promise.reject(new Error('not planned'));
}

/** A device with the page open: what it heard, and whether it still hears. */
async function device(ctx: Ctx, id: ConversationId, again: () => Promise<Ctx | undefined> = async () => ctx) {
	const heard: presences.News[] = [];
	const ended = { gone: false, beats: 0 };
	const hears = {
		tell: (news: presences.News) => void heard.push(news),
		beat: () => void ended.beats++,
		gone: () => void (ended.gone = true)
	};
	const watching = await presences.watch(ctx, id, hears, again);
	if (!watching.ok) throw new Error(watching.reason);
	leaving.push(watching.value);
	return { heard, ended, last: () => heard.at(-1)!, leave: watching.value };
}

const words = {
	section: 'hard',
	audience: 'adults',
	text: 'Ze slaapt slecht',
	minutes: null,
	forChild: false
} as const;

test('what one says, the other hears of: that it changed and how often, and no word of it', async () => {
	const id = await planned();
	const [mother, teacher] = [await device(as(samira), id), await device(as(anke), id)];
	const before = teacher.last().version;
	const said = await entries.say(as(samira), id, words);
	await vi.waitFor(() => expect(teacher.last().version).toBe(before + 1));
	if (!said.ok) throw new Error(said.reason);
	await entries.reword(as(samira), id, said.value, { text: 'Ze slaapt beter', minutes: null, version: 1 });
	await vi.waitFor(() => expect(mother.last().version).toBe(before + 2));
	expect(JSON.stringify([mother.heard, teacher.heard])).not.toContain('slaapt');
	const page = await table.get(as(anke), id);
	expect(page.ok && page.value.version).toBe(before + 2);
});

test('a refusal changes nothing, and nobody hears of it', async () => {
	const id = await planned();
	const teacher = await device(as(anke), id);
	const before = teacher.heard.length;
	expect(await entries.say(as(carla), id, words)).toMatchObject({ reason: 'refused' });
	await entries.say(as(samira), id, words);
	await vi.waitFor(() => expect(teacher.heard.length).toBe(before + 1));
});

test('who comes back after a break hears first how far the page is: nothing was missed', async () => {
	const id = await planned();
	const first = await device(as(samira), id);
	first.leave();
	await entries.say(as(anke), id, words);
	await entries.say(as(anke), id, words);
	const second = await device(as(samira), id);
	expect(second.heard[0]!.version).toBe(first.last().version + 2);
});

test('a step of the talk and an agreement made there reach the table through their facts', async () => {
	const id = await planned();
	const teacher = await device(as(anke), id);
	const before = teacher.last().version;
	const about = { id: 'f' as FactId, person: anke.id, at: new Date(), about: {} };
	const told = [
		{ ...about, name: 'conversation.started', subject: id },
		{ ...about, name: 'agreement.accepted', subject: noor.id, about: { madeIn: id } },
		{ ...about, name: 'agreement.accepted', subject: noor.id, about: { madeIn: null } }
	];
	await change(as(anke), async (db) => ok(await hearIn(db, as(anke).school, told)));
	await vi.waitFor(() => expect(teacher.last().version).toBe(before + 1));
});

test('who is here: each person once, where they write, and gone a while after their last device', async () => {
	const id = await planned();
	const teacher = await device(as(anke), id);
	const [phone, laptop] = [await device(as(samira), id), await device(as(samira), id)];
	const here = () => teacher.last().here.map(({ person }) => person);
	expect(here().toSorted()).toEqual([anke.id, samira.id].toSorted());
	expect(await presences.write(as(samira), id, 'hard')).toMatchObject({ ok: true });
	expect(teacher.last().here.find(({ person }) => person === samira.id)?.section).toBe('hard');
	expect(await presences.write(as(carla), id, 'hard')).toMatchObject({ reason: 'refused' });
	phone.leave();
	tick(Date.now() + graceMs * 2);
	expect(here()).toContain(samira.id);
	laptop.leave();
	tick(Date.now() + graceMs * 2);
	expect(here()).toEqual([anke.id]);
});

test('the child sees who is here, and not where the adults write', async () => {
	const id = await planned(true);
	const child = await device(as(noor), id);
	await device(as(samira), id);
	await presences.write(as(samira), id, 'hard');
	expect(child.last().here.every(({ section }) => section === null)).toBe(true);
});

test('who asks now and then is seen too, and hears the same', async () => {
	const id = await planned();
	const teacher = await device(as(anke), id);
	const asked = await presences.glance(as(samira), id);
	expect(asked.ok && asked.value.version).toBe(teacher.last().version);
	expect(teacher.last().here.map(({ person }) => person)).toContain(samira.id);
});

/** Guards `held` in seats.server.ts: without it the table may be cleared away while somebody is on their way to it. */
test('who is on their way to an empty table finds it, and hears what happens there', async () => {
	const id = await planned();
	const busy = setInterval(() => tick(), 0);
	const teacher = await device(as(anke), id).finally(() => clearInterval(busy));
	const before = teacher.last().version;
	await entries.say(as(samira), id, words);
	await vi.waitFor(() => expect(teacher.last().version).toBe(before + 1));
});

test('nobody listens at a table they may not see', async () => {
	const id = await planned();
	const hears = { tell: vi.fn(), beat: vi.fn(), gone: vi.fn() };
	expect(await presences.watch(as(youssef), id, hears, async () => as(youssef))).toEqual({
		ok: false,
		reason: 'missing'
	});
	expect(await presences.glance(as(youssef), id)).toEqual({ ok: false, reason: 'missing' });
	expect(await presences.write(as(youssef), id, 'hard')).toEqual({ ok: false, reason: 'missing' });
	expect(hears.tell).not.toHaveBeenCalled();
});

/** Guards `hears.gone` in `check` (presences.server.ts). */
test('at every beat it is asked anew who listens: a session that ended, another person or lost access closes it', async () => {
	const id = await planned();
	const now: { ctx: Ctx | undefined } = { ctx: as(samira) };
	const [stays, ends, other] = [
		await device(as(anke), id),
		await device(as(samira), id, async () => now.ctx),
		await device(as(samira), id, async () => as(youssef))
	];
	tick(Date.now() + 20_000);
	await vi.waitFor(() => expect([stays.ended.beats, ends.ended.beats, other.ended.gone]).toEqual([1, 1, true]));
	now.ctx = undefined;
	tick(Date.now() + 40_000);
	await vi.waitFor(() => expect([ends.ended.gone, stays.ended.beats]).toEqual([true, 2]));
});
