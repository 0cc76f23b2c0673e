import type { AgreementState } from '#modules/agreements/agreement.ts';
import type { Voice } from '#modules/people/circle.ts';
import type { Conversation } from './conversation.ts';
import type { Entry } from './entry.ts';
import { bringsNews, stepsOf } from './kinds.ts';
import type { Speakers } from './speaker.ts';
import type { Section, Step } from './steps.ts';

/** *Tien aandachtspunten*, in the order of the method (handbook §1, §4.7); the last asks two things. */
export const attentions = [
	'interest',
	'roles',
	'aims',
	'positives',
	'views',
	'analysis',
	'needs',
	'child',
	'footing',
	'agreements',
	'answers'
] as const;
export type Attention = (typeof attentions)[number];

/** What stands on the page of a talk, as one reader sees it. Nothing that this reader may not read comes in here. */
export type Page = {
	/** The parts this talk has. A start talk has few, so little is asked of it. */
	sections: readonly Section[];
	/** A talk that brings news: a second one is planned at once. */
	bringsNews: boolean;
	/** The talk has begun. */
	begun: boolean;
	said: readonly { section: Section; voice: Voice }[];
	agreements: readonly AgreementState[];
	/** A next moment, or none needed. */
	nextIsKnown: boolean;
};

type Read = {
	talk: Conversation;
	entries: readonly Pick<Entry, 'section' | 'person'>[];
	speakers: Speakers;
	agreements: readonly { state: AgreementState }[];
	next?: unknown;
};

/** The page of a talk as it was read for somebody. */
export function pageOf({ talk, entries, speakers, agreements, next }: Read): Page {
	return {
		sections: stepsOf(talk).flatMap(({ lanes, subjects }) => [
			...Object.values(lanes ?? {}).flat(),
			...(subjects ?? [])
		]),
		bringsNews: bringsNews(talk),
		begun: talk.startedAt !== null,
		said: entries.map(({ section, person }) => ({ section, voice: speakers[person]?.voice ?? 'other' })),
		agreements: agreements.map(({ state }) => state),
		nextIsKnown: talk.nextOn !== null || talk.noneNeeded || next !== undefined
	};
}

const views: readonly Section[] = ['well', 'hard', 'exception'];
const goals: readonly Section[] = ['goal-child', 'goal-teaching', 'goal-upbringing'];
const factors: readonly Section[] = ['factor-child', 'factor-teaching', 'factor-upbringing'];

/**
 * What could still be thought of, out of what is there: prompts, never a block, never a count of anybody. What a talk has no
 * part for is not asked; what belongs at the table not before it begins.
 */
export function attentionFor({ sections, bringsNews, begun, said, agreements, nextIsKnown }: Page): Attention[] {
	// Of a home visit and an informal talk nothing is written down, so nothing is asked.
	if (!sections.length) return [];
	const has = (wanted: readonly Section[]) => said.some(({ section }) => wanted.includes(section));
	const shows = (wanted: readonly Section[]) => wanted.some((section) => sections.includes(section));
	const speaks = (voice: Voice, wanted = views) =>
		said.some((each) => each.voice === voice && wanted.includes(each.section));
	const [home, school] = [speaks('home'), speaks('school')];
	const hasGoal = has(goals);
	const open: Record<Attention, boolean> = {
		interest: shows(['aim']) && !has(['aim']),
		roles: shows(['expectation']) && !has(['expectation']),
		aims: shows(['point']) && !has(['point']),
		positives: shows(['well']) && has(['hard']) && !has(['well']),
		views: shows(views) && home !== school,
		analysis: shows(factors) && hasGoal && !has(factors),
		needs: shows(['need']) && hasGoal && !has(['need']),
		child: !said.some(({ voice }) => voice === 'child'),
		footing: begun && bringsNews && !nextIsKnown,
		agreements: begun && hasGoal && !agreements.length,
		answers: begun && agreements.some((state) => state === 'proposed' || state === 'adapted')
	};
	return attentions.filter((attention) => open[attention]);
}

/** Where a thing can be done now: on the page of the talk, at a step of the table, with the child, in the list below. */
export const placeOfAttention: Record<Attention, { step: Step } | 'page' | 'child' | 'agreements'> = {
	interest: 'page',
	roles: { step: 'welcome' },
	aims: 'page',
	positives: { step: 'overview' },
	views: { step: 'overview' },
	analysis: { step: 'insight' },
	needs: { step: 'outlook' },
	child: 'child',
	footing: { step: 'next' },
	agreements: 'agreements',
	answers: 'agreements'
};
