import { afterEach, expect, test, vi } from 'vitest';
import type { Ctx } from '#platform/ctx.ts';
import { change } from '#platform/db.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { callOut, stopListening } from '#platform/live.server.ts';
import { channel } from '#platform/listen.server.ts';
import { no } from '#platform/outcome.ts';
import * as entries from '#modules/conversations/entries.server.ts';
import { noteChangeIn, subjectOf } from '#modules/conversations/changes.server.ts';
import * as plans from '#modules/conversations/plans.server.ts';
import { graceMs } from '#modules/conversations/presence.ts';
import * as presences from '#modules/conversations/presences.server.ts';
import { tick } from '#modules/conversations/seats.server.ts';
import * as table from '#modules/conversations/table.server.ts';
import { anke, as, carla, noor, samira } from '#seeds/cast.ts';
import { asOwner, useRealDatabase } from '#tests/database.ts';

useRealDatabase();

const leaving: (() => void)[] = [];
afterEach(async () => {
	for (const leave of leaving.splice(0)) leave();
	tick(Date.now() + graceMs * 3);
	await stopListening();
});

async function planned() {
	const made = await plans.plan(as(anke), {
		...{ kind: 'concern', pupil: noor.id, people: [samira.id, carla.id], pupilInvited: false },
		...{ startsAt: new Date('2026-09-24T13:45:00Z'), minutes: 30, place: { kind: 'school' } }
	});
	if (!made.ok) throw new Error(made.reason);
	return made.value;
}

async function device(ctx: Ctx, id: ConversationId) {
	const heard: presences.News[] = [];
	const tell = (news: presences.News) => void heard.push(news);
	const watching = await presences.watch(ctx, id, { tell, beat() {}, gone() {} }, async () => ctx);
	if (!watching.ok) throw new Error(watching.reason);
	leaving.push(watching.value);
	return { heard, version: () => heard.at(-1)!.version, leave: watching.value };
}

const words = (text: string) =>
	({ section: 'hard', audience: 'adults', text, minutes: null, forChild: false }) as const;

async function textsOf(ctx: Ctx, id: ConversationId) {
	const page = await table.get(ctx, id);
	return page.ok ? page.value.entries.map(({ text }) => text) : [];
}

/**
 * Guards `.forNoKeyUpdate()` in `findToChange` of src/modules/conversations/entry.store.server.ts. Without it each device
 * merges with the same text, and the last one to write takes the place of the others.
 */
test('the words of one person, changed on four devices at the same moment, keep all four texts', async () => {
	const id = await planned();
	const teacher = await device(as(anke), id);
	for (let round = 0; round < 5; round++) {
		const said = await entries.say(as(samira), id, words('Ze slaapt slecht'));
		if (!said.ok) throw new Error(said.reason);
		const texts = ['telefoon', 'laptop', 'tablet', 'computer'].map((where) => `${where} ${round}`);
		await Promise.all(
			texts.map((text) => entries.reword(as(samira), id, said.value, { text, minutes: null, version: 1 }))
		);
		const kept = (await textsOf(as(samira), id)).at(-1);
		for (const text of texts) expect(kept).toContain(text);
	}
	await vi.waitFor(async () => {
		const page = await table.get(as(anke), id);
		expect(teacher.version()).toBe(page.ok && page.value.version);
	});
});

/**
 * Guards `row('changes', '+', '1')` in `countOneMore` of src/modules/conversations/change.store.server.ts, and that it is
 * read before the words in `get` of table.server.ts: a number counted in the program would be given out twice.
 */
test('many who say something at once: every change has its own number, and the last one heard is how far the page is', async () => {
	const id = await planned();
	const teacher = await device(as(anke), id);
	const before = teacher.version();
	const said = await Promise.all(
		Array.from({ length: 24 }, (_, at) => entries.say(as(at % 2 ? samira : anke), id, words(`woord ${at}`)))
	);
	expect(said.every(({ ok }) => ok)).toBe(true);
	await vi.waitFor(() => expect(teacher.version()).toBe(before + 24));
	expect(await textsOf(as(anke), id)).toHaveLength(24);
});

/** Guards `callOutIn` in `noteChangeIn`: called out by itself, a device would hear of what was undone, and too early. */
test('what is undone is not heard of', async () => {
	const id = await planned();
	const teacher = await device(as(anke), id);
	const before = teacher.heard.length;
	await change(as(samira), async (db) => {
		await noteChangeIn(db, as(samira), id);
		return no('refused');
	});
	await new Promise((wake) => setTimeout(wake, 300));
	expect(teacher.heard).toHaveLength(before);
	await entries.say(as(samira), id, words('Ze slaapt slecht'));
	await vi.waitFor(() => expect(teacher.heard).toHaveLength(before + 1));
});

/**
 * Guards `heard.again()` in `listenOn` of src/platform/listen.server.ts: without it, what was said while the database was
 * gone is only heard of at the next beat.
 */
test('the database drops the listening connection: what was said meanwhile is heard of once it listens again', async () => {
	const id = await planned();
	const teacher = await device(as(anke), id);
	const before = teacher.version();
	await asOwner(`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen ${channel}'`);
	for (let at = 0; at < 3; at++) await entries.say(as(samira), id, words(`woord ${at}`));
	await vi.waitFor(() => expect(teacher.version()).toBe(before + 3), { timeout: 5_000 });
	await entries.say(as(samira), id, words('en daarna'));
	await vi.waitFor(() => expect(teacher.version()).toBe(before + 4), { timeout: 5_000 });
});

test('two writers, one of whom is out of reach for a while: on coming back nothing was missed', async () => {
	const id = await planned();
	const [mother, teacher] = [await device(as(samira), id), await device(as(anke), id)];
	mother.leave();
	await Promise.all([
		entries.say(as(anke), id, words('Ze let minder op')),
		entries.say(as(samira), id, words('Ze slaapt slecht')),
		entries.say(as(anke), id, words('Ze is stil'))
	]);
	const back = await device(as(samira), id);
	expect(back.version()).toBe(mother.version() + 3);
	await vi.waitFor(() => expect(teacher.version()).toBe(back.version()));
	expect((await textsOf(as(samira), id)).toSorted()).toEqual(['Ze is stil', 'Ze let minder op', 'Ze slaapt slecht']);
});

test('who sits at the table in another process is here too, until that process says nothing any more', async () => {
	const id = await planned();
	const teacher = await device(as(anke), id);
	const here = () => teacher.heard.at(-1)!.here.map(({ person }) => person);
	await callOut(subjectOf(as(anke), id), { from: 'elsewhere', here: [{ person: carla.id, section: 'well' }] });
	await vi.waitFor(() => expect(here()).toContain(carla.id));
	tick(Date.now() + 60_000);
	await vi.waitFor(() => expect(here()).toEqual([anke.id]));
});
