import { describe, expect, test } from 'vitest';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { no } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import { adam, anke, as, autumn, fleur, group3, group5, noor, samira, yvonne } from '#seeds/cast.ts';
import { offered, afternoon, startRound, value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as choices from './choices.server.ts';
import * as forecasts from './forecasts.server.ts';
import type { Part } from './part.input.ts';
import { parseParts } from './part.input.ts';
import * as parts from './parts.server.ts';
import { asForm, freshValues, valuesOf } from './round-values.ts';
import { parseRound } from './round.input.ts';
import { alter, plain, type Round } from './round.ts';
import * as rounds from './rounds.server.ts';

useDatabase();

const office = as(yvonne);
const day = (text: string) => text as Day;
const part = (pupil: PersonId, more: Partial<Part> = {}): Part => ({
	...{ pupil, takesPart: true, minutes: null, first: false, third: null },
	...more
});
const round: Round = { ...plain, ...startRound, id: 'r' as RoundId, state: 'draft' };

describe('what may still be altered', () => {
	const open = { ...round, state: 'open', firstUntil: day('2026-09-24') } as const;

	test('a draft in everything', () => {
		const to = {
			...round,
			kind: 'progress',
			minutes: 20,
			lastDay: day('2026-09-23'),
			groups: [group3]
		} satisfies Round;
		expect(alter(round, to)).toMatchObject({ ok: true, value: { ...to, state: 'draft' } });
	});

	test('of what families know, the window grows; its length, its groups and its kind stand', () => {
		expect(alter(open, { ...open, lastDay: day('2026-10-05') })).toMatchObject({ ok: true, value: { state: 'open' } });
		expect(alter(open, { ...open, lastDay: day('2026-10-01') })).toEqual(no('window-narrower'));
		expect(alter(open, { ...open, firstDay: day('2026-09-22') })).toEqual(no('window-narrower'));
		for (const other of [
			{ minutes: 20 },
			{ groups: [group3] },
			{ kind: 'progress' },
			{ mode: 'wishes' },
			{ groupMinutes: { [group5]: 30 } }
		] as const)
			expect(alter(open, { ...open, ...other } as Round)).toEqual(no('fixed-now'));
	});

	test('the time in which only some are invited may end earlier, not later', () => {
		expect(alter(open, { ...open, firstUntil: null })).toMatchObject({ ok: true });
		expect(alter(open, { ...open, firstUntil: day('2026-09-23') })).toMatchObject({ ok: true });
		expect(alter(open, { ...open, firstUntil: day('2026-09-25') })).toEqual(no('fixed-now'));
		expect(alter({ ...open, firstUntil: null }, open)).toEqual(no('fixed-now'));
	});

	test('a closed round in nothing', () => {
		expect(alter({ ...round, state: 'closed' }, round)).toEqual(no('wrong-state'));
	});
});

test('the form holds all of a round, and what it holds is that round again', () => {
	const full: Round = {
		...{ ...round, kind: 'report-card', mode: 'wishes', groupMinutes: { [group5]: 20 }, perTeacher: true },
		...{ noneNeeded: true, firstUntil: day('2026-09-24'), remindAfter: [3, 14] }
	};
	const { id: _id, state: _state, ...all } = full;
	expect(parseRound(asForm(valuesOf(full)), autumn)).toEqual({ ok: true, value: all });
	expect(parseRound(asForm(freshValues('')), autumn)).toMatchObject({
		faults: { groups: 'groups-missing', firstDay: 'first-day-missing' }
	});
});

test('no start talk is called not needed, and who comes first comes before the end', () => {
	const form = asForm({
		...valuesOf(round),
		typed: { ...valuesOf(round).typed, noneNeeded: 'on', firstUntil: '2026-10-02', [`minutes-${group5}`]: '3' }
	});
	expect(parseRound(form, autumn)).toMatchObject({
		faults: { noneNeeded: 'start-is-needed', firstUntil: 'first-until-wrong', [`minutes-${group5}`]: 'minutes-wrong' }
	});
});

test('the office alters a draft; times that teachers gave are not left outside of it', async () => {
	const { id } = value(await rounds.plan(office, startRound));
	await offered(as(anke), id, afternoon);
	expect(await rounds.alter(office, id, { ...startRound, firstDay: day('2026-09-28') })).toEqual(no('offers-outside'));
	value(await rounds.alter(office, id, { ...startRound, minutes: 20, groups: [group5], remindAfter: [7] }));
	const { round: now } = value(await rounds.overview(office, id));
	expect(now).toMatchObject({ minutes: 20, groups: [group5], remindAfter: [7], state: 'draft' });
	expect(await rounds.alter(as(anke), id, startRound)).toEqual(no('missing'));
	value(await rounds.open(office, id));
	expect(await rounds.alter(office, id, { ...startRound, minutes: 30, groups: [group5] })).toEqual(no('fixed-now'));
	expect(await facts()).toEqual(['round.planned', 'offer.made', 'round.altered', 'round.opened']);
});

test('the forecast of a draft counts what was offered, and of a new round who is in the groups', async () => {
	const { id } = value(await rounds.plan(office, startRound));
	await offered(as(anke), id, afternoon);
	const { ground } = value(await forecasts.forecast(office, id));
	expect(ground.groups.map(({ name, pupils }) => [name, pupils])).toEqual([
		['Groep 3', 2],
		['Groep 5', 3],
		['Groep 8', expect.any(Number)]
	]);
	expect(ground.blocks).toHaveLength(1);
	expect(value(await forecasts.forecast(office)).ground.blocks).toEqual([]);
	expect(await forecasts.forecast(as(samira))).toEqual(no('missing'));
});

describe('by child', () => {
	const plan = async (more: Partial<typeof startRound> = {}) =>
		value(await rounds.plan(office, { ...startRound, ...more })).id;
	const settled = async (id: RoundId) =>
		value(await parts.ofGroup(office, id, group5)).pupils.flatMap((pupil) => (pupil.part ? [pupil.part] : []));

	test('in a start round only what differs is kept; who is invited first hears of it first', async () => {
		const id = await plan();
		const first = part(noor.id, { first: true, minutes: 30, third: yvonne.id });
		value(await parts.settleGroup(office, id, group5, [first, part(adam.id), part(fleur.id)]));
		expect(await settled(id)).toEqual([
			{ pupil: noor.id, because: 'everybody', priority: 'must', minutes: 30, first: true, third: yvonne.id }
		]);
		value(await parts.settleGroup(office, id, group5, [part(noor.id)]));
		expect(await settled(id)).toEqual([]);
	});

	test('in another round who is ticked takes part, and who no longer is does not', async () => {
		const id = await plan({ kind: 'progress' });
		value(
			await parts.settleGroup(office, id, group5, [part(noor.id), part(adam.id), part(fleur.id, { takesPart: false })])
		);
		expect((await settled(id)).map(({ pupil }) => pupil).sort()).toEqual([noor.id, adam.id].sort());
		value(await parts.settleGroup(office, id, group5, [part(noor.id), part(adam.id, { takesPart: false })]));
		value(await rounds.open(office, id));
		expect(value(await choices.forFamily(as(samira), id, 'school')).children).toHaveLength(1);
		expect(await parts.settleGroup(office, id, group5, [part(adam.id)])).toEqual(no('wrong-state'));
	});

	test('who does not work here joins no talk, and a child of another group is not there', async () => {
		const id = await plan({ groups: [group5] });
		expect(await parts.settleGroup(office, id, group5, [part(noor.id, { third: samira.id })])).toEqual(
			no('third-unknown')
		);
		expect(await parts.settleGroup(office, id, group3, [])).toEqual(no('missing'));
		expect(await settled(id)).toEqual([]);
	});

	test('a length that is none is said at its field', () => {
		const form = new FormData();
		form.set(`minutes-${noor.id}`, '200');
		expect(parseParts(form, [noor.id])).toMatchObject({ faults: { [`minutes-${noor.id}`]: 'minutes-wrong' } });
	});
});
