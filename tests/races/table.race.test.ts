import { afterEach, expect, test, vi } from 'vitest';
import { sql } from 'kysely';
import { change } from '#platform/db.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { stopListening } from '#platform/live.server.ts';
import { ok } from '#platform/outcome.ts';
import { noteChangeIn } from '#modules/conversations/changes.server.ts';
import * as entries from '#modules/conversations/entries.server.ts';
import * as closings from '#modules/conversations/closings.server.ts';
import * as plans from '#modules/conversations/plans.server.ts';
import { graceMs } from '#modules/conversations/presence.ts';
import * as presences from '#modules/conversations/presences.server.ts';
import { tick } from '#modules/conversations/seats.server.ts';
import * as sheets from '#modules/conversations/sheets.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import * as table from '#modules/conversations/table.server.ts';
import * as tips from '#modules/conversations/tips.server.ts';
import { anke, as, carla, noor, samira, youssef } from '#seeds/cast.ts';
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
		...{ kind: 'concern', pupil: noor.id, people: [samira.id, youssef.id, carla.id], pupilInvited: false },
		...{ startsAt: new Date('2026-09-24T13:45:00Z'), minutes: 30, place: { kind: 'school' } }
	});
	if (!made.ok) throw new Error(made.reason);
	return made.value;
}

const words = (text: string) =>
	({ section: 'hard', audience: 'adults', text, minutes: null, forChild: false }) as const;
const pageFor = async (who: typeof anke, id: ConversationId) => {
	const page = await table.get(as(who), id);
	if (!page.ok) throw new Error(page.reason);
	return page.value;
};

/**
 * Guards `.forNoKeyUpdate()` in `hold` of src/modules/conversations/sheet.store.server.ts. Without it all four merge with the
 * same lines, and the last one to write takes the place of the others.
 */
test('one train written on four devices at the same moment keeps all four texts, of every carriage', async () => {
	const id = await planned();
	const devices = ['telefoon', 'laptop', 'tablet', 'computer'];
	for (const field of ['anger', 'worry', 'wish', 'goal']) {
		const wrote = await Promise.all(
			devices.map((text) => sheets.write(as(samira), id, 'train', { texts: { [field]: text }, version: 0 }))
		);
		expect(wrote.every(({ ok }) => ok)).toBe(true);
		const found = await sheets.get(as(samira), id, 'train');
		const kept = found.ok && found.value.mySheet?.lines[field]?.text;
		for (const text of devices) expect(kept).toContain(text);
	}
});

/**
 * Guards `.forNoKeyUpdate()` in `hold` of src/modules/conversations/tip.store.server.ts: without it a tip is answered and taken
 * back at once, and the answer belongs to nothing.
 */
test('a tip is answered at the moment its giver takes it back: one of both happens, never both', async () => {
	const id = await planned();
	for (let round = 0; round < 12; round++) {
		const given = await tips.give(as(anke), id, { topic: 'bedtime', audience: 'adults', text: `idee ${round}` });
		if (!given.ok) throw new Error(given.reason);
		const reply = { tip: given.value, answer: 'use', reason: '' } as const;
		const answered = () => tips.answer(as(samira), id, reply);
		const taken = () => tips.takeBack(as(anke), id, given.value);
		const [one, other] = await Promise.all(round % 2 ? [taken(), answered()] : [answered(), taken()]);
		expect([one!.ok, other!.ok].filter(Boolean), `round ${round}`).toHaveLength(1);
	}
});

test('both homes answer the same tip at the same moment: each keeps an answer of their own', async () => {
	const id = await planned();
	const given = await tips.give(as(anke), id, { topic: 'screens', audience: 'adults', text: 'Om acht uur uit' });
	if (!given.ok) throw new Error(given.reason);
	const reply = { tip: given.value, reason: '' };
	await Promise.all([
		tips.answer(as(samira), id, { ...reply, answer: 'use' }),
		tips.answer(as(youssef), id, { ...reply, answer: 'not' })
	]);
	const [tip] = (await pageFor(anke, id)).tips;
	expect(new Set(tip?.answers.map(({ person, answer }) => `${person} ${answer}`))).toEqual(
		new Set([`${samira.id} use`, `${youssef.id} not`])
	);
});

/** Guards `.onConflict` in `save` of src/modules/conversations/closing.store.server.ts. */
test('the two questions afterwards, sent twice at the same moment, are kept once', async () => {
	const id = await planned();
	await sittings.start(as(anke), id);
	await sittings.hold(as(anke), id);
	const closing = { heard: 'yes', knows: 'partly', words: 'x' } as const;
	const kept = await Promise.all([1, 2, 3].map(() => closings.reflect(as(samira), id, closing)));
	expect(kept.every(({ ok }) => ok)).toBe(true);
	expect((await pageFor(samira, id)).closing).toEqual(closing);
});

/**
 * A server dies while somebody's words are on their way into the database: they are not there and nobody heard of them; who
 * writes at the same table meanwhile waits no longer than that, and what they say is heard. Guards `callOutIn` in `noteChangeIn`
 * of src/modules/conversations/changes.server.ts: called out by itself, the half that was undone is heard of.
 */
test('a server dies in the middle of a change: its half is undone, unheard, and in nobody’s way', async () => {
	const id = await planned();
	const heard: presences.News[] = [];
	const tell = (news: presences.News) => void heard.push(news);
	const watching = await presences.watch(as(anke), id, { tell, beat() {}, gone() {} }, async () => as(anke));
	if (!watching.ok) throw new Error(watching.reason);
	leaving.push(watching.value);
	const before = heard.at(-1)!.version;

	let other: ReturnType<typeof entries.say> | undefined;
	let early: number | undefined;
	const dying = change(as(samira), async (db) => {
		const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
		await noteChangeIn(db, as(samira), id);
		other = entries.say(as(youssef), id, words('Hij schrijft intussen'));
		await new Promise((wake) => setTimeout(wake, 200));
		early = heard.at(-1)!.version;
		await asOwner(`select pg_terminate_backend(${rows[0]!.pid})`);
		await noteChangeIn(db, as(samira), id);
		return ok(undefined);
	});
	await expect(dying).rejects.toThrow();
	expect(await other).toMatchObject({ ok: true });
	expect(early).toBe(before);
	await vi.waitFor(() => expect(heard.at(-1)!.version).toBe(before + 1));
	await new Promise((wake) => setTimeout(wake, 200));
	expect(heard.map(({ version }) => version).filter((version) => version > before)).toEqual([before + 1]);
	const page = await pageFor(anke, id);
	expect([page.version, page.entries.map(({ text }) => text)]).toEqual([before + 1, ['Hij schrijft intussen']]);
});
