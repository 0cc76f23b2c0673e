/** The parts of the shared page where words can stand. `point` is the agenda. */
export const sections = [
	'aim',
	'expectation',
	'point',
	'learn',
	'challenge',
	'opportunity',
	'show',
	'managed',
	'unmanaged',
	'happened',
	'touched',
	'hope',
	'estimate',
	'works',
	'well',
	'hard',
	'exception',
	'wish',
	'factor-child',
	'factor-teaching',
	'factor-upbringing',
	'repair',
	'goal-child',
	'goal-teaching',
	'goal-upbringing',
	'need',
	'decided',
	'contact'
] as const;
export type Section = (typeof sections)[number];

export const steps = ['welcome', 'overview', 'insight', 'outlook', 'agreements', 'next'] as const;
export type Step = (typeof steps)[number];

/** What is asked beforehand, and where on the shared page the answer goes once it is shared. */
export const questions = {
	subject: 'point',
	well: 'well',
	hard: 'hard',
	exception: 'exception',
	reach: 'point',
	expectation: 'expectation'
} as const satisfies Record<string, Section>;
export type Question = keyof typeof questions;

/** The child's: its own level, its own solutions first (handbook §4.4); before a home visit what it would like to show. */
export const childQuestions = {
	well: 'well',
	hard: 'hard',
	wish: 'wish',
	show: 'show'
} as const satisfies Record<string, Section>;
export type ChildQuestion = keyof typeof childQuestions;

export type Lane = 'home' | 'child' | 'school';
export type Lanes = Record<Lane, readonly Section[]>;
/** One step at the table: what each voice says, side by side; or subjects that all speak to. */
export type StepPlan = {
	step: Step;
	lanes?: Lanes;
	subjects?: readonly Section[];
	/** Shown when it was shared beforehand, not asked at the table: no questionnaire there (handbook §4.1). */
	heard?: readonly Section[];
};

const overview: Lanes = {
	home: ['well', 'hard', 'exception'],
	child: ['well', 'hard', 'wish'],
	school: ['well', 'hard', 'exception']
};

/**
 * From welcome to the next moment (handbook §4.5). What a kind of talk is about comes first in each lane of the overview;
 * `outlook`: what it looks ahead to before goals and needs; `agreed`: what is asked beside the agreements.
 */
export function sixSteps(
	first?: Lanes,
	{
		heard,
		outlook = [],
		agreed
	}: { heard?: readonly Section[]; outlook?: readonly Section[]; agreed?: readonly Section[] } = {}
): readonly StepPlan[] {
	const lane = (name: Lane) => [...(first?.[name] ?? []), ...overview[name]];
	const lanes = { home: lane('home'), child: lane('child'), school: lane('school') };
	return [
		{ step: 'welcome', subjects: ['aim', 'expectation', 'point'] },
		{ step: 'overview', lanes, ...(heard && { heard }) },
		{ step: 'insight', subjects: ['factor-child', 'factor-teaching', 'factor-upbringing'] },
		{ step: 'outlook', subjects: [...outlook, 'goal-child', 'goal-teaching', 'goal-upbringing', 'need'] },
		{ step: 'agreements', ...(agreed && { subjects: agreed }) },
		{ step: 'next', subjects: ['contact'] }
	];
}
