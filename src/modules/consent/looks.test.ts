import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { wholeCircleIn } from '#modules/people/circles.server.ts';
import * as people from '#modules/people/people.server.ts';
import * as pupils from '#modules/people/pupils.server.ts';
import { proposeStep } from '#modules/people/says.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { log } from '#platform/log.server.ts';
import { ok } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as looks from './looks.server.ts';

const { anke, as, bram, carla, joris, noor, samira, sem, therapist, yara, youssef, yvonne } = cast;

useDatabase();

/** A request of this person, as the porch makes it. */
const request = (who: Ctx['person'], now = cast.autumn): Ctx => ({ ...as(who, cast.deLinde, now), opened: new Set() });

/** Somebody opens the page of a child, and the porch keeps it. */
async function open(who: Ctx['person'], pupil: PersonId, now = cast.autumn) {
	const ctx = request(who, now);
	const lost = await looks.looksKept();
	const page = await pupils.get(await looks.asVisitor(ctx), pupil);
	looks.keepLooks(ctx, 'test');
	expect(await looks.looksKept()).toBe(lost);
	return page;
}

async function seen(who: Ctx['person'], pupil: PersonId) {
	const list = await looks.list(as(who), pupil);
	return list.ok ? list.value.looks.map(({ day, name, why }) => [day, name, why.kind]) : list.reason;
}

const later = new Date('2026-09-23T10:00:00Z');

/** Guards `notePage` in circles.server.ts. */
test('a guardian reads who looked on which day and why they could, once a day', async () => {
	await open(anke, noor.id);
	await open(anke, noor.id);
	await open(carla, noor.id);
	await open(anke, noor.id, later);
	expect(await seen(samira, noor.id)).toEqual([
		['2026-09-23', 'juf Anke', 'teaches'],
		['2026-09-22', 'Carla', 'works-with'],
		['2026-09-22', 'juf Anke', 'teaches']
	]);
	expect(await seen(anke, noor.id)).toHaveLength(2);
	expect(await seen(bram, noor.id)).toBe('missing');
});

test('who comes from outside is kept too; guardians and the pupil itself are not', async () => {
	await open(therapist, sem.id);
	await open(samira, sem.id);
	await open(yara, yara.id);
	expect(await seen(youssef, sem.id)).toEqual([['2026-09-22', expect.any(String), 'outside']]);
	expect(await seen(yara, yara.id)).toEqual([]);
});

test('lists of names are no look', async () => {
	const ctx = request(anke);
	await people.children(ctx);
	await pupils.list(ctx);
	expect(ctx.opened?.size).toBe(0);
	await pupils.get(ctx, noor.id);
	expect([...ctx.opened!]).toEqual([noor.id]);
});

test('what somebody did not get to see is no look', async () => {
	const ctx = request(bram);
	expect((await pupils.get(ctx, noor.id)).ok).toBe(false);
	expect(ctx.opened?.size).toBe(0);
});

describe('looking in', () => {
	const why = 'De inspectie vroeg hoe het gesprek over de verwijzing ging.';

	/** Guards `visits` in `withVisitor` (circles.server.ts). */
	test('opens nothing without a reason, and the page until the end of the day with one', async () => {
		expect((await open(joris, noor.id)).ok).toBe(false);
		value(await looks.lookIn(as(joris), noor.id, why));
		expect((await open(joris, noor.id)).ok).toBe(true);
		expect((await open(joris, sem.id)).ok).toBe(false);
		expect((await open(joris, noor.id, later)).ok).toBe(false);
	});

	/** Guards `withReason` in `asLook` (looks.server.ts): the words are between adults. */
	test('is read by the guardians with the reason; the pupil reads that somebody looked', async () => {
		value(await looks.lookIn(as(joris), yara.id, why));
		const [forMother, forYara] = await Promise.all([cast.leyla, yara].map((who) => looks.list(as(who), yara.id)));
		expect(value(forMother!).looks[0]!.why).toEqual({ kind: 'looked-in', tasks: ['leadership'], reason: why });
		expect(value(forYara!).looks[0]!.why).toEqual({ kind: 'looked-in', tasks: ['leadership'], reason: null });
		expect((await facts()).at(-1)).toBe('pupil.looked-in');
	});

	test.each([
		['a teacher of another group', bram],
		['the support coordinator', carla],
		['a guardian', cast.stranger]
	])('is not for %s', async (_who, who) => {
		expect(await looks.lookIn(as(who), cast.mees.id, why)).toEqual({ ok: false, reason: 'missing' });
		expect((await looks.schoolList(as(who))).ok).toBe(false);
	});

	test('is not for a child of another school', async () => {
		expect(await looks.lookIn(as(joris), cast.milan.id, why)).toEqual({ ok: false, reason: 'missing' });
	});

	describe('for who looks in', () => {
		let visitor: Ctx;
		beforeEach(async () => {
			value(await looks.lookIn(as(joris), noor.id, why));
			visitor = await looks.asVisitor(request(joris));
		});

		/** Guards `isChanging` in `withVisitor`. */
		test('reading is all: no member, and nothing changes', async () => {
			const circle = await change(visitor, async (db) => ok(await wholeCircleIn(db, visitor, noor.id)));
			expect(value(circle)!.visitor).toBeUndefined();
			const page = value(await pupils.get(visitor, noor.id));
			expect(page.circle.members.some(({ person }) => person === joris.id)).toBe(false);
			expect(await proposeStep(visitor, noor.id, 2)).toEqual({ ok: false, reason: 'missing' });
		});

		test('the child does not stand among the own pupils', async () => {
			expect(await people.children(visitor)).toEqual([]);
		});
	});

	test('the whole school stands in a list of names for who may', async () => {
		const list = value(await looks.schoolList(as(yvonne)));
		expect(list.find(({ group }) => group === 'Groep 5')!.pupils.map(({ callName }) => callName)).toContain('Noor');
	});
});

/** Guards the `catch` in `write` of looks.server.ts: the page was sent already, so nobody else would ever know. */
test('a look that cannot be written is counted and told to the log, without a name, and stops nobody', async () => {
	const told = vi.spyOn(log, 'error').mockReturnValue(undefined);
	onTestFinished(() => told.mockRestore());
	const lost = await looks.looksKept();
	const nobody = newId<PersonId>();
	looks.keepLooks({ ...request(anke), opened: new Set([nobody]) }, 'the request');
	expect(await looks.looksKept()).toBe(lost + 1);
	expect(told).toHaveBeenCalledOnce();
	expect(told.mock.calls[0]![0]).toMatchObject({ requestId: 'the request', looks: 1, lostSinceStart: lost + 1 });
	await open(anke, noor.id);
	expect(await seen(samira, noor.id)).toHaveLength(1);
});
