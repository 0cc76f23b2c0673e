import { expect, test } from 'vitest';
import { kinds, planOf, stepsOf, type Kind } from './kinds.ts';
import { adapt, allKinds, houseTemplate, optionalSteps, type Template } from './template.ts';

const asked = (kind: Kind, more: Partial<Template> = {}) => adapt(kind, { ...houseTemplate(kind), ...more });
const none: Partial<Template> = { steps: [], guests: [], asksCompanion: false, offered: false };

test.each(allKinds)('the house’s version of a %s talk is one that a school could have made', (kind) => {
	expect(asked(kind)).toEqual({ ok: true, value: houseTemplate(kind) });
});

test.each(allKinds)('of a %s talk a school leaves out what may be left out, and nothing else', (kind) => {
	const made = asked(kind, none);
	const all = planOf(kind).steps.map(({ step }) => step);
	if (!made.ok) throw new Error(made.reason);
	expect(made.value.steps).toEqual(all.filter((step) => !optionalSteps(kind).includes(step)));
	expect(stepsOf({ kind, minutes: 60, template: made.value }).map(({ step }) => step)).toEqual(made.value.steps);
	expect(made.value.asksCompanion).toBe(planOf(kind).companion === 'asked');
	expect(made.value.offered).toBe(kind !== 'home-visit');
});

test('the start talk keeps its three steps', () => {
	expect(asked('start', none)).toMatchObject({ value: { steps: ['welcome', 'agreements', 'next'] } });
});

test('what is a principle stands in no template: second talk, invited child, record', () => {
	const made = asked('concern');
	expect(Object.keys(made.ok ? made.value : {}).toSorted()).toEqual(
		['aims', 'asksCompanion', 'guests', 'kind', 'minutes', 'offered', 'steps', 'texts'].toSorted()
	);
	expect(Object.keys(kinds.concern)).toEqual(expect.arrayContaining(['secondTalkWithin', 'pupilInvited', 'record']));
});

test('news needs time: no ten-minute talk about a concern; a report talk may be short', () => {
	expect(asked('concern', { minutes: 15 })).toEqual({ ok: false, reason: 'too-short' });
	expect(asked('report-card', { minutes: 5 })).toMatchObject({ ok: true });
	expect(asked('progress', { minutes: 4 })).toEqual({ ok: false, reason: 'minutes-wrong' });
});

test('a talk is for something, and says so in few words', () => {
	expect(asked('progress', { aims: [] })).toEqual({ ok: false, reason: 'no-aim' });
	const long = { purpose: 'x'.repeat(401), aim: '' };
	expect(asked('progress', { texts: { nl: long, en: long } })).toEqual({ ok: false, reason: 'text-too-long' });
});
