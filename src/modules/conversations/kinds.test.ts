import { expect, test } from 'vitest';
import { hasSection } from './entry.ts';
import { askable, bringsNews, kinds, plannable, planOf, stepsOf, type Kind, type KindPlan } from './kinds.ts';
import { childQuestions, questions, sections } from './steps.ts';
import { leastForNews } from './template.ts';

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

/** Handbook §4.1, sentence by sentence. */
type Told = [sentence: string, kind: Kind, holds: (plan: KindPlan) => void];
const character: Told[] = [
	[
		'no protocol: three steps only',
		'start',
		({ steps }) => expect(named('start')).toEqual(steps.map(({ step }) => step))
	],
	[
		'no questionnaire on the table',
		'start',
		() => {
			expect(sections.filter((section) => hasSection({ kind: 'start' }, section))).not.toContain('exception');
			expect(stepsOf({ kind: 'start', minutes: 15 })[0]?.heard).toEqual(['well', 'hard', 'wish']);
		}
	],
	[
		'one question beforehand: what the parents want it to be about',
		'start',
		({ questions }) => expect(questions).toEqual(['subject'])
	],
	['what the child wants to learn', 'start', ({ steps }) => expect(steps[0]?.lanes?.child).toContain('learn')],
	['which challenge the parents see', 'start', ({ steps }) => expect(steps[0]?.lanes?.home).toContain('challenge')],
	[
		'which opportunities the teacher expects',
		'start',
		({ steps }) => expect(steps[0]?.lanes?.school).toContain('opportunity')
	],
	[
		'how shall we keep in touch',
		'start',
		({ steps }) => expect(steps.at(-1)).toMatchObject({ step: 'next', subjects: ['contact'] })
	],
	['the child is present', 'start', ({ pupilInvited }) => expect(pupilInvited).toBe(true)],
	['the teacher introduces themself beforehand', 'start', ({ introduces }) => expect(introduces).toBe(true)],
	['with leadership', 'getting-to-know', ({ chair }) => expect(chair).toBe('leadership')],
	[
		'expectations of both told at the outset',
		'getting-to-know',
		({ steps, questions }) => {
			expect(steps[0]).toMatchObject({ step: 'welcome', subjects: expect.arrayContaining(['expectation']) });
			expect(questions).toContain('expectation');
		}
	],
	['who takes over comes', 'handover', ({ guests }) => expect(guests).toContain('new-teacher')],
	[
		'hopes beside estimate',
		'advice',
		({ steps }) => {
			const lanes = steps.find(({ step }) => step === 'overview')?.lanes;
			expect([lanes?.home[0], lanes?.child[0], lanes?.school[0]]).toEqual(['hope', 'hope', 'estimate']);
		}
	],
	['then dialogue', 'advice', () => expect(named('advice')).toEqual(expect.arrayContaining(['insight', 'outlook']))],
	[
		'what each managed and did not, school too',
		'look-back',
		({ steps }) => {
			for (const lane of Object.values(steps.find(({ step }) => step === 'overview')!.lanes!)) {
				expect(lane.slice(0, 2)).toEqual(['managed', 'unmanaged']);
			}
		}
	],
	['a neutral option the parents take', 'home-visit', ({ plannedBy }) => expect(plannedBy).toBe('family')],
	['school never books one by itself', 'home-visit', () => expect(plannable).not.toContain('home-visit')],
	['the child shows what it wants', 'home-visit', ({ childQuestions }) => expect(childQuestions).toEqual(['show'])],
	['without steps', 'home-visit', ({ steps }) => expect(steps).toEqual([])],
	['nothing observed is recorded', 'home-visit', ({ record }) => expect(record).toBe(false)],
	['at home', 'home-visit', ({ place }) => expect(place).toBe('home')],
	['no steps and no record either', 'informal', ({ steps, record }) => expect([steps, record]).toEqual([[], false])],
	[
		'what happened and what it did, then what repairs it',
		'after-incident',
		({ steps }) => {
			expect(steps.find(({ step }) => step === 'overview')?.lanes?.child.slice(0, 2)).toEqual(['happened', 'touched']);
			expect(steps.find(({ step }) => step === 'outlook')?.subjects?.[0]).toBe('repair');
		}
	],
	...(['concern', 'support-team', 'perspective', 'advice'] as const).flatMap((kind): Told[] => [
		[
			'a second talk is planned at once, within two weeks',
			kind,
			({ secondTalkWithin }) => expect(secondTalkWithin).toBe(14)
		],
		[
			'no decision need be given in the talk that brings the news',
			kind,
			() => {
				expect([bringsNews({ kind, follows: null }), bringsNews({ kind, follows: 'the first' })]).toEqual([
					true,
					false
				]);
			}
		],
		['time to take it in', kind, ({ minutes }) => expect(minutes).toBeGreaterThanOrEqual(leastForNews)],
		[
			'where did the parents decide with us? (§4.5)',
			kind,
			({ steps }) => expect(steps.find(({ step }) => step === 'agreements')?.subjects).toEqual(['decided'])
		]
	])
];

test.each(character)('%s: %s', (_sentence, kind, holds) => holds(planOf(kind)));

test('the kinds are those of the handbook, each with its own character', () => {
	expect(all).toHaveLength(14);
	const told = new Set(character.map(([, kind]) => kind));
	// Of these the handbook says no more than what they are called.
	expect(all.filter((kind) => !told.has(kind))).toEqual(['intake', 'progress', 'report-card']);
});
