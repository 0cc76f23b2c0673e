/** The parts of the shared page where words can stand. `point` is the agenda. */
export const sections = [
	'aim',
	'expectation',
	'point',
	'learn',
	'challenge',
	'opportunity',
	'well',
	'hard',
	'exception',
	'wish',
	'factor-child',
	'factor-teaching',
	'factor-upbringing',
	'goal-child',
	'goal-teaching',
	'goal-upbringing',
	'need',
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

/** The child's three: its own level, its own solutions first (handbook §4.4). */
export const childQuestions = { well: 'well', hard: 'hard', wish: 'wish' } as const satisfies Record<string, Section>;
export type ChildQuestion = keyof typeof childQuestions;

export type Lane = 'home' | 'child' | 'school';
/** One step at the table: what each voice says, side by side; or subjects that all speak to. */
type StepPlan = {
	step: Step;
	lanes?: Record<Lane, readonly Section[]>;
	subjects?: readonly Section[];
	/** Shown when it was shared beforehand, not asked at the table: no questionnaire there (handbook §4.1). */
	heard?: readonly Section[];
};

type KindPlan = {
	minutes: number;
	/** Every step shown at the table, in order. */
	steps: readonly StepPlan[];
	questions: readonly Question[];
	childQuestions: readonly ChildQuestion[];
	/** A talk of a round moves with its booking; the others are planned here. */
	plannedBy: 'round' | 'school';
	pupilInvited: boolean;
	/** For whom adults' words are meant unless they say otherwise; what worries them is between adults (P13). */
	audience: 'adults' | 'circle';
	/** Time to take it in: within how many days a second talk is planned at once (handbook §4.1). */
	secondTalkWithin?: number;
};

export const kinds = {
	start: {
		minutes: 15,
		steps: [
			{
				step: 'welcome',
				lanes: {
					home: ['point', 'challenge'],
					child: ['learn', 'well', 'hard', 'wish'],
					school: ['point', 'opportunity']
				},
				heard: ['well', 'hard', 'wish']
			},
			{ step: 'agreements' },
			{ step: 'next', subjects: ['contact'] }
		],
		questions: ['subject'],
		childQuestions: ['well', 'hard', 'wish'],
		plannedBy: 'round',
		pupilInvited: true,
		audience: 'circle'
	},
	concern: {
		minutes: 30,
		steps: [
			{ step: 'welcome', subjects: ['aim', 'expectation', 'point'] },
			{
				step: 'overview',
				lanes: {
					home: ['well', 'hard', 'exception'],
					child: ['well', 'hard', 'wish'],
					school: ['well', 'hard', 'exception']
				}
			},
			{ step: 'insight', subjects: ['factor-child', 'factor-teaching', 'factor-upbringing'] },
			{ step: 'outlook', subjects: ['goal-child', 'goal-teaching', 'goal-upbringing', 'need'] },
			{ step: 'agreements' },
			{ step: 'next', subjects: ['contact'] }
		],
		questions: ['well', 'hard', 'exception', 'reach', 'expectation'],
		childQuestions: ['well', 'hard', 'wish'],
		plannedBy: 'school',
		pupilInvited: false,
		audience: 'adults',
		secondTalkWithin: 14
	}
} as const satisfies Record<string, KindPlan>;
export type Kind = keyof typeof kinds;

export function planOf(kind: Kind): KindPlan {
	return kinds[kind];
}
