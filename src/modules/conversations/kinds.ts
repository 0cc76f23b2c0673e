import { sixSteps, type ChildQuestion, type Question, type Section, type Step, type StepPlan } from './steps.ts';

export const aims = ['inform', 'what-works', 'look-back', 'analyse', 'needs', 'class', 'ahead'] as const;
/** What a talk can be for (handbook §4.3). */
export type Aim = (typeof aims)[number];

/** Who of school usually leads a talk, and who else usually comes. */
export type Leader = 'teacher' | 'support' | 'leadership';
export type Guest = 'teacher' | 'new-teacher' | 'support' | 'leadership' | 'professional';

export type KindPlan = {
	minutes: number;
	chair: Leader;
	guests: readonly Guest[];
	/** Anyone may bring somebody to any talk; `asked`: the page says so of itself, where news can weigh. */
	companion: 'welcome' | 'asked';
	aims: readonly Aim[];
	/** Every step this kind can show at the table, in order; `stepsOf` says which a talk shows. */
	steps: readonly StepPlan[];
	/** Asked beforehand: of each adult, and of the child. */
	questions: readonly Question[];
	childQuestions: readonly ChildQuestion[];
	/** A talk of a round moves with its booking; `school` plans the others; what is the `family`'s to take, school never books. */
	plannedBy: 'round' | 'school' | 'family';
	/** Where, unless it is said otherwise. */
	place: 'school' | 'home';
	pupilInvited: boolean;
	/** For whom adults' words are meant unless they say otherwise; what worries them is between adults (P13). */
	audience: 'adults' | 'circle';
	/** Time to take it in: within how many days a second talk is planned at once; the first asks for no decision. */
	secondTalkWithin?: number;
	/** Without a record the talk goes from held to closed, and nothing of it is written down (handbook §4.2). */
	record: boolean;
	/** The teacher tells beforehand who they are. */
	introduces: boolean;
};

/** What most talks have: the five questions, the child's three, six steps and a record. */
const talk = {
	minutes: 30,
	chair: 'teacher',
	guests: [],
	companion: 'welcome',
	steps: sixSteps(),
	questions: ['well', 'hard', 'exception', 'reach', 'expectation'],
	childQuestions: ['well', 'hard', 'wish'],
	plannedBy: 'school',
	place: 'school',
	pupilInvited: true,
	audience: 'circle',
	record: true,
	introduces: false
} as const;

/** Where care and support are spoken of, the page asks where the parents decided with us (handbook §4.5). */
const agreed = ['decided'] as const;

/** News that needs time (handbook §4.1). */
const news = {
	minutes: 45,
	companion: 'asked',
	audience: 'adults',
	secondTalkWithin: 14,
	steps: sixSteps(undefined, { agreed })
} as const;

export const kinds = {
	start: {
		...{
			...talk,
			minutes: 15,
			aims: ['inform', 'ahead'],
			questions: ['subject'],
			plannedBy: 'round',
			introduces: true
		},
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
		]
	},
	'getting-to-know': {
		...{ ...talk, chair: 'leadership', aims: ['inform', 'what-works'], introduces: true },
		steps: sixSteps({ home: ['works'], child: ['works'], school: ['works'] })
	},
	handover: {
		...{ ...talk, guests: ['new-teacher'], aims: ['what-works', 'look-back', 'ahead'] },
		steps: sixSteps({ home: ['works'], child: ['works'], school: ['works'] })
	},
	intake: {
		...{ ...talk, minutes: 45, chair: 'support', guests: ['teacher'], aims: ['inform', 'what-works', 'needs'] },
		steps: sixSteps({ home: ['works'], child: ['works'], school: ['works'] })
	},
	progress: { ...talk, minutes: 20, aims: ['inform', 'look-back', 'ahead'] },
	'report-card': { ...talk, minutes: 10, aims: ['inform', 'look-back'] },
	concern: { ...talk, ...news, minutes: 30, aims: ['inform', 'analyse', 'needs'], pupilInvited: false },
	'support-team': {
		...{ ...talk, ...news, minutes: 60, chair: 'support', guests: ['teacher', 'professional'], pupilInvited: false },
		aims: ['what-works', 'analyse', 'needs']
	},
	perspective: { ...talk, ...news, chair: 'support', guests: ['teacher'], aims: ['inform', 'analyse', 'ahead'] },
	advice: {
		...{ ...talk, ...news, minutes: 30, aims: ['inform', 'ahead'] },
		steps: sixSteps({ home: ['hope'], child: ['hope'], school: ['estimate'] }, { heard: ['exception'], agreed })
	},
	'look-back': {
		...{ ...talk, aims: ['what-works', 'look-back', 'ahead'] },
		steps: sixSteps(
			{ home: ['managed', 'unmanaged'], child: ['managed', 'unmanaged'], school: ['managed', 'unmanaged'] },
			{ heard: ['well', 'hard', 'exception'] }
		)
	},
	'home-visit': {
		...{ ...talk, aims: ['inform'], steps: [], questions: [], childQuestions: ['show'] },
		...{ plannedBy: 'family', place: 'home', record: false, introduces: true }
	},
	informal: {
		...{ ...talk, minutes: 15, aims: ['inform'], steps: [], questions: ['subject'], childQuestions: [] },
		...{ pupilInvited: false, record: false }
	},
	'after-incident': {
		...{ ...talk, audience: 'adults', companion: 'asked', aims: ['inform', 'analyse', 'ahead'] },
		steps: sixSteps(
			{ home: ['happened', 'touched'], child: ['happened', 'touched'], school: ['happened', 'touched'] },
			{ heard: ['well', 'hard', 'exception'], outlook: ['repair'] }
		)
	}
} as const satisfies Record<string, KindPlan>;
export type Kind = keyof typeof kinds;

/** The house's plan of a kind. What one talk shows and asks: `stepsOf` and `bringsNews`. */
export function planOf(kind: Kind): KindPlan {
	return kinds[kind];
}

export function isKind(text: unknown): text is Kind {
	return typeof text === 'string' && Object.hasOwn(kinds, text);
}

/** What a family can ask for by itself; other kinds start with school. */
export const askable: readonly Kind[] = ['concern', 'informal', 'home-visit'];

/** What school plans by itself, one talk at a time. */
export const plannable = (Object.keys(kinds) as Kind[]).filter((kind) => planOf(kind).plannedBy === 'school');

/** A talk of ten minutes has no time for six steps; the start talk has its own three at any length (handbook §4.5). */
const shortTalk = { upTo: 10, shows: ['welcome', 'overview', 'agreements'] };

type Planned = { kind: Kind; minutes: number; template?: { steps: readonly Step[] } | null };

/** The steps this talk shows at the table; none for a home visit and an informal talk. */
export function stepsOf({ kind, minutes, template }: Planned): readonly StepPlan[] {
	const steps = planOf(kind).steps.filter(({ step }) => !template || template.steps.includes(step));
	const isShort = minutes <= shortTalk.upTo && steps.some(({ step }) => step === 'overview');
	return isShort ? steps.filter(({ step }) => shortTalk.shows.includes(step)) : steps;
}

/** Where a goal can stand at this table: with the outlook; a talk without that step has its aim. */
export function goalSectionsOf(talk: Planned): readonly Section[] {
	const shown = stepsOf(talk).flatMap(({ subjects = [] }) => subjects.filter((section) => section.startsWith('goal-')));
	return shown.length ? shown : ['aim'];
}

/** The talk in which the news is told: a second one follows, and this one asks for no decision. */
export function bringsNews({ kind, follows }: { kind: Kind; follows: unknown }): boolean {
	return planOf(kind).secondTalkWithin !== undefined && !follows;
}
