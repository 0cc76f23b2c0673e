import { expect, test } from 'vitest';
import { hasSection } from './entry.ts';
import { askable, bringsNews, kinds, plannable, planOf, stepsOf, type Kind } from './kinds.ts';
import { childQuestions, questions, sections } from './steps.ts';

const all = Object.keys(kinds) as Kind[];
const named = (kind: Kind, minutes: number = planOf(kind).minutes) =>
	stepsOf({ kind, minutes }).map(({ step }) => step);
const six = ['welcome', 'overview', 'insight', 'outlook', 'agreements', 'next'];
const own: Partial<Record<Kind, string[]>> = {
	start: ['welcome', 'agreements', 'next'],
	'report-card': ['welcome', 'overview', 'agreements'],
	'home-visit': [],
	informal: []
};

test.each(all)('a %s talk shows the steps of its kind and length (handbook §4.5)', (kind) => {
	expect(named(kind)).toEqual(own[kind] ?? six);
	expect(named(kind, 60)).toEqual(kind === 'report-card' ? six : (own[kind] ?? six));
	expect(named(kind, 10)).toEqual(kind in own ? own[kind] : ['welcome', 'overview', 'agreements']);
});

test.each(all)('a %s talk has a place on its page for whatever is shared beforehand', (kind) => {
	const plan = planOf(kind);
	for (const question of plan.questions) expect(hasSection({ kind }, questions[question])).toBe(true);
	for (const question of plan.childQuestions) expect(hasSection({ kind }, childQuestions[question])).toBe(true);
	expect(hasSection({ kind }, 'aim')).toBe(true);
});

test.each(all)('no question asked beforehand of a %s talk is lost from the table, however short the talk', (kind) => {
	const lanes = stepsOf({ kind, minutes: 10 }).flatMap(({ lanes, subjects = [] }) => [
		...Object.values(lanes ?? {}).flat(),
		...subjects
	]);
	if (!lanes.length) return;
	const asked = [
		...planOf(kind).questions.map((each) => questions[each]),
		...planOf(kind).childQuestions.map((each) => childQuestions[each])
	];
	expect(asked.filter((section) => !lanes.includes(section))).toEqual([]);
});

test('the start talk asks one question beforehand and none of the five at the table; the child is invited', () => {
	expect(planOf('start')).toMatchObject({ questions: ['subject'], pupilInvited: true, introduces: true });
	expect(hasSection({ kind: 'start' }, 'exception')).toBe(false);
});

test("a home visit is the family's to take: school books none, asks adults nothing and writes nothing down", () => {
	expect(planOf('home-visit')).toMatchObject({
		plannedBy: 'family',
		questions: [],
		childQuestions: ['show'],
		record: false
	});
	expect(plannable).not.toContain('home-visit');
	expect(askable).toContain('home-visit');
	expect(sections.filter((section) => hasSection({ kind: 'home-visit' }, section))).toEqual(['aim', 'show']);
});

test.each(['concern', 'support-team', 'perspective', 'advice'] as const)(
	'%s brings news: a second talk within two weeks, and no decision before it',
	(kind) => {
		expect(planOf(kind)).toMatchObject({ secondTalkWithin: 14, companion: 'asked', audience: 'adults' });
		expect(bringsNews({ kind, follows: null })).toBe(true);
		expect(bringsNews({ kind, follows: 'the talk with the news' })).toBe(false);
		expect(bringsNews({ kind: 'progress', follows: null })).toBe(false);
	}
);

test('hopes of home and child stand beside what school expects', () => {
	const overview = stepsOf({ kind: 'advice', minutes: 30 }).find(({ step }) => step === 'overview');
	expect(overview?.lanes).toMatchObject({
		home: expect.arrayContaining(['hope']),
		child: expect.arrayContaining(['hope']),
		school: expect.arrayContaining(['estimate'])
	});
	expect(overview?.lanes?.school).not.toContain('hope');
});
