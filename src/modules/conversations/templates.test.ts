import { expect, test } from 'vitest';
import * as cast from '#seeds/cast.ts';
import { anke, as, joris, noor, samira, yvonne } from '#seeds/cast.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as plans from './plans.server.ts';
import * as table from './table.server.ts';
import { houseTemplate } from './template.ts';
import * as templates from './templates.server.ts';

useDatabase();

const moment = { startsAt: new Date('2026-09-24T13:45:00Z'), minutes: 30, place: { kind: 'school' } } as const;
const asked = { kind: 'progress' as const, pupil: noor.id, people: [samira.id], pupilInvited: false };
const house = houseTemplate('progress');
const ours = {
	...{
		...house,
		minutes: 25,
		aims: ['inform', 'class'] as const,
		steps: ['welcome', 'overview', 'agreements'] as const
	},
	texts: { nl: { purpose: '', aim: 'Samen kijken naar het portfolio.' }, en: { purpose: '', aim: '' } }
};
const planned = async (at: Date = moment.startsAt) => {
	const made = await plans.plan(as(anke), { ...moment, ...asked, startsAt: at });
	if (!made.ok) throw new Error(made.reason);
	const seen = await table.get(as(samira), made.value);
	if (!seen.ok) throw new Error(seen.reason);
	return { id: made.value, ...seen.value };
};
const ofKind = async () => {
	const all = await templates.ofSchool(as(yvonne));
	return all.ok ? all.value.find(({ template }) => template.kind === 'progress') : undefined;
};

test('office and leadership adapt a kind; a talk keeps the version it was planned with', async () => {
	const before = await planned();
	expect(before.talk.template).toBeNull();
	expect(await templates.adapt(as(yvonne), 'progress', ours)).toMatchObject({ ok: true });
	const own = await planned(new Date('2026-09-25T13:45:00Z'));
	expect(own.talk.template).toMatchObject({ minutes: 25, steps: ours.steps });
	expect(own.aims.map(({ aim }) => aim)).toEqual(['inform', 'class']);

	expect(await templates.adapt(as(joris), 'progress', { ...ours, aims: ['ahead'] })).toMatchObject({ ok: true });
	expect(await templates.restore(as(yvonne), 'progress')).toMatchObject({ ok: true });
	const later = await table.get(as(samira), own.id);
	expect(later).toMatchObject({ value: { talk: { template: { texts: ours.texts } } } });
	expect(await ofKind()).toEqual({ template: house, own: false });
	expect((await planned(new Date('2026-09-28T13:45:00Z'))).talk.template).toBeNull();
});

test.each([
	['a teacher', as(anke)],
	['a parent', as(samira)],
	['a pupil', as(noor)]
])('%s finds no templates and changes none', async (_who, ctx) => {
	expect(await templates.ofSchool(ctx)).toMatchObject({ reason: 'missing' });
	expect(await templates.adapt(ctx, 'progress', ours)).toMatchObject({ reason: 'missing' });
	expect(await templates.restore(ctx, 'progress')).toMatchObject({ reason: 'missing' });
	expect(await facts()).toEqual([]);
});

test('another school has its own', async () => {
	await templates.adapt(as(yvonne), 'progress', ours);
	const found = await plans.prospects(as(cast.mentor, cast.deEik), cast.milan.id);
	expect(found).toMatchObject({ ok: true, value: { templates: [] } });
});

test('a school that offers no home visits is not asked for one', async () => {
	const visit = houseTemplate('home-visit');
	expect(await templates.adapt(as(joris), 'home-visit', { ...visit, offered: false })).toMatchObject({ ok: true });
	expect(await plans.request(as(samira), { kind: 'home-visit', pupil: noor.id, text: '' })).toMatchObject({
		reason: 'refused'
	});
});
