import { expect, test } from 'vitest';
import * as cast from '#seeds/cast.ts';
import { anke, as, carla, noor, samira, youssef } from '#seeds/cast.ts';
import { change } from '#platform/db.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { ok } from '#platform/outcome.ts';
import { facts, useDatabase } from '#tests/database.ts';
import type { Plan } from './conversation.input.ts';
import { planIn } from './conversations.server.ts';
import * as plans from './plans.server.ts';
import * as sittings from './sittings.server.ts';
import * as summaries from './summaries.server.ts';
import * as table from './table.server.ts';

useDatabase();

const moment = { startsAt: new Date('2026-09-24T13:45:00Z'), minutes: 30, place: { kind: 'school' } } as const;
const later = { ...moment, startsAt: new Date('2026-09-25T13:45:00Z') };
const yesterday = { ...moment, startsAt: new Date('2026-09-21T13:45:00Z') };
const withSamira: Plan = { ...moment, kind: 'concern', pupil: noor.id, people: [samira.id], pupilInvited: false };

async function idOf<T>(made: Promise<{ ok: true; value: T } | { ok: false; reason: string }>) {
	const outcome = await made;
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.value;
}
const planned = (more: Partial<Plan> = {}) => idOf(plans.plan(as(anke), { ...withSamira, ...more }));
const requested = (ctx = as(samira)) =>
	idOf(plans.request(ctx, { kind: 'concern', pupil: noor.id, text: 'Ze slaapt slecht' }));

async function talkAs(ctx: Ctx, id: Awaited<ReturnType<typeof planned>>) {
	const seen = await table.get(ctx, id);
	return seen.ok ? seen.value.talk : seen.reason;
}

const outsiders = [
	['a stranger', as(cast.stranger)],
	['a teacher of another group', as(cast.bram)],
	['the office', as(cast.yvonne)],
	['a mentor of De Eik', as(cast.mentor, cast.deEik)],
	['juf Anke, asking at De Eik', as(anke, cast.deEik)]
] as const;

test('staff of the circle plans a talk and leads it; who was chosen comes', async () => {
	const id = await planned();
	expect(await talkAs(as(samira), id)).toMatchObject({ state: 'planned', chair: anke.id, ...moment });
	expect(await summaries.upcomingOf(as(samira))).toHaveLength(1);
	expect(await talkAs(as(youssef), id)).toBe('missing');
	expect(await facts()).toEqual(['conversation.planned']);
});

test.each(outsiders)('%s plans nothing about Noor and asks for nothing', async (_who, ctx) => {
	expect(await plans.prospects(ctx, noor.id)).toMatchObject({ reason: 'missing' });
	expect(await plans.plan(ctx, withSamira)).toMatchObject({ reason: 'missing' });
	expect(await plans.request(ctx, { kind: 'concern', pupil: noor.id, text: 'x' })).toMatchObject({ reason: 'missing' });
	expect(await facts()).toEqual([]);
});

test('a guardian and the pupil ask for a talk, and leave the planning to school', async () => {
	for (const who of [samira, noor]) expect(await plans.plan(as(who), withSamira)).toMatchObject({ reason: 'refused' });
	expect(await facts()).toEqual([]);
});

test('nobody from outside the circle is invited, nobody to a moment that was, nobody to two tables', async () => {
	const bring = (person: typeof samira) => plans.plan(as(anke), { ...withSamira, people: [person.id] });
	expect(await bring(cast.stranger)).toMatchObject({ reason: 'missing' });
	expect(await plans.plan(as(anke), { ...withSamira, ...yesterday })).toMatchObject({ reason: 'past' });
	await planned();
	expect(await bring(youssef)).toMatchObject({ reason: 'taken' });
	expect(await facts()).toEqual(['conversation.planned']);
});

test('what a guardian asks for waits for a moment; the other home does not know of it', async () => {
	const id = await requested();
	expect(await talkAs(as(samira), id)).toMatchObject({ state: 'requested', request: 'Ze slaapt slecht' });
	expect(await talkAs(as(youssef), id)).toBe('missing');
	expect((await summaries.askedOf(as(anke))).map((talk) => talk.id)).toEqual([id]);

	const given = { ...moment, people: [], pupilInvited: false };
	expect(await plans.planRequested(as(samira), id, given)).toMatchObject({ reason: 'refused' });
	expect(await plans.planRequested(as(youssef), id, given)).toMatchObject({ reason: 'missing' });
	expect(await plans.planRequested(as(anke), id, { ...given, ...yesterday })).toMatchObject({ reason: 'past' });
	expect(await plans.planRequested(as(anke), id, given)).toMatchObject({ ok: true });
	expect(await plans.planRequested(as(carla), id, given)).toMatchObject({ reason: 'wrong-state' });

	const talk = await talkAs(as(samira), id);
	expect(talk).toMatchObject({ state: 'planned', chair: anke.id });
	expect(new Set((talk as { people: string[] }).people)).toEqual(new Set([samira.id, anke.id]));
	expect(await facts()).toEqual(['conversation.requested', 'conversation.planned']);
});

test.each(outsiders)('%s finds no request of Samira, and gives it no moment', async (_who, ctx) => {
	const id = await requested();
	expect(await plans.planRequested(ctx, id, { ...moment, people: [], pupilInvited: false })).toMatchObject({
		reason: 'missing'
	});
	expect(await plans.cancel(ctx, id)).toMatchObject({ reason: 'missing' });
	expect(await facts()).toEqual(['conversation.requested']);
});

test('the pupil asks too, and is invited to what it asked for', async () => {
	const id = await requested(as(noor));
	expect(await talkAs(as(noor), id)).toMatchObject({ state: 'requested', pupilInvited: true, people: [noor.id] });
	expect(await plans.cancel(as(noor), id)).toMatchObject({ ok: true });
});

test('who leads and the adults who come move a talk and cancel it; an invited pupil and a colleague do not', async () => {
	const id = await planned({ people: [samira.id, noor.id], pupilInvited: true });
	for (const who of [noor, carla]) {
		expect(await plans.move(as(who), id, later)).toMatchObject({ reason: 'refused' });
		expect(await plans.cancel(as(who), id)).toMatchObject({ reason: 'refused' });
	}
	expect(await plans.move(as(samira), id, yesterday)).toMatchObject({ reason: 'past' });
	expect(await plans.move(as(samira), id, later)).toMatchObject({ ok: true });
	expect(await talkAs(as(anke), id)).toMatchObject({ startsAt: later.startsAt, sequence: 1 });
	expect(await plans.cancel(as(anke), id)).toMatchObject({ ok: true });
	expect(await plans.cancel(as(anke), id)).toMatchObject({ reason: 'wrong-state' });
	expect(await facts()).toEqual(['conversation.planned', 'conversation.moved', 'conversation.cancelled']);
});

test.each([...outsiders, ['the other home', as(youssef)] as const])(
	'%s finds no talk of Samira to move or cancel',
	async (_who, ctx) => {
		const id = await planned();
		expect(await plans.move(ctx, id, later)).toMatchObject({ reason: 'missing' });
		expect(await plans.cancel(ctx, id)).toMatchObject({ reason: 'missing' });
		expect(await facts()).toEqual(['conversation.planned']);
	}
);

test('a talk is not moved onto another one, nor once it has begun', async () => {
	const id = await planned();
	await planned({ ...later, people: [youssef.id] });
	expect(await plans.move(as(samira), id, later)).toMatchObject({ reason: 'taken' });
	await sittings.start(as(samira), id);
	expect(await plans.move(as(samira), id, { ...later, minutes: 15 })).toMatchObject({ reason: 'started' });
	expect(await plans.cancel(as(samira), id)).toMatchObject({ reason: 'started' });
});

test('a talk of a round is moved and cancelled through its booking, not here', async () => {
	const start = { ...moment, kind: 'start', pupil: noor.id, chair: anke.id, guardians: [samira.id] } as const;
	const id = await idOf(
		change(as(anke), async (db) => {
			const given = { ...start, guardians: [samira.id], pupilInvited: true, ofRound: true };
			return ok(await planIn(db, as(anke), given));
		})
	);
	for (const who of [anke, samira]) {
		expect(await plans.move(as(who), id, later)).toMatchObject({ reason: 'refused' });
		expect(await plans.cancel(as(who), id)).toMatchObject({ reason: 'refused' });
	}
	expect(await facts()).toEqual(['conversation.planned']);
});

test('the second talk is planned in the first, with the same people, and is its next moment', async () => {
	const id = await planned({ people: [samira.id, noor.id], pupilInvited: true });
	expect(await plans.planNext(as(samira), id, later)).toMatchObject({ reason: 'refused' });
	expect(await plans.planNext(as(youssef), id, later)).toMatchObject({ reason: 'missing' });
	expect(await plans.planNext(as(anke), id, yesterday)).toMatchObject({ reason: 'past' });
	expect(await plans.planNext(as(anke), id, moment)).toMatchObject({ reason: 'taken' });

	const second = await idOf(plans.planNext(as(anke), id, later));
	const first = await talkAs(as(samira), id);
	expect(first).toMatchObject({ nextOn: '2026-09-25' });
	expect(await talkAs(as(samira), second)).toMatchObject({
		...{ kind: 'concern', state: 'planned', chair: anke.id, startsAt: later.startsAt, pupilInvited: true },
		people: (first as { people: string[] }).people
	});
	expect(await facts()).toEqual(['conversation.planned', 'conversation.planned', 'conversation.followed-up']);
});

/** Guards `bringsNews` in `planNext`: before, only the button kept to it. */
test('only a talk that brings news has its second one planned in it', async () => {
	const progress = await planned({ kind: 'progress' });
	expect(await plans.planNext(as(anke), progress, later)).toMatchObject({ reason: 'wrong-state' });
	expect(await talkAs(as(samira), progress)).toMatchObject({ nextOn: null });
	expect(await facts()).toEqual(['conversation.planned']);
	const news = await planned({ startsAt: new Date('2026-09-28T13:45:00Z') });
	const second = await idOf(plans.planNext(as(anke), news, { ...moment, startsAt: new Date('2026-09-29T13:45:00Z') }));
	const third = { ...moment, startsAt: new Date('2026-09-30T13:45:00Z') };
	expect(await plans.planNext(as(anke), second, third)).toMatchObject({ reason: 'wrong-state' });
});

test('the talk that goes on from the news asks for no third one', async () => {
	const id = await planned();
	const second = await idOf(plans.planNext(as(anke), id, later));
	const mayOf = async (talk: typeof id) => {
		const seen = await table.get(as(anke), talk);
		return seen.ok && seen.value.may.planNext;
	};
	expect(await talkAs(as(samira), second)).toMatchObject({ follows: id });
	expect([await mayOf(id), await mayOf(second)]).toEqual([true, false]);
});

test('a home visit is asked for by the family and never booked by school', async () => {
	expect(await plans.plan(as(anke), { ...withSamira, kind: 'home-visit' })).toMatchObject({ reason: 'refused' });
	expect(await plans.request(as(samira), { kind: 'advice', pupil: noor.id, text: 'x' })).toMatchObject({
		reason: 'refused'
	});
	expect(await facts()).toEqual([]);

	const id = await idOf(plans.request(as(samira), { kind: 'home-visit', pupil: noor.id, text: '' }));
	expect(await talkAs(as(samira), id)).toMatchObject({ place: { kind: 'home' }, request: null });
	const visit = { ...moment, place: { kind: 'home' as const }, people: [noor.id], pupilInvited: true };
	expect(await plans.planRequested(as(anke), id, visit)).toMatchObject({ ok: true });
	expect(await sittings.hold(as(anke), id)).toMatchObject({ ok: true });
	expect(await sittings.close(as(anke), id)).toMatchObject({ reason: 'next-missing' });
	await sittings.followUp(as(anke), id, { nextOn: null, noneNeeded: true });
	expect(await sittings.close(as(anke), id)).toMatchObject({ ok: true });
	expect(await talkAs(as(samira), id)).toMatchObject({ state: 'closed', recordedAt: null });
});
