import type { Voice } from '#modules/people/circle.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Conversation } from './conversation.ts';
import type { Starter } from '#modules/method/need.ts';
import { planOf } from './kinds.ts';
import { childQuestions, questions, type Section } from './steps.ts';

export type EntryId = string & { readonly __entry: never };

export const bearings = ['helps', 'hinders'] as const;
export type Bearing = (typeof bearings)[number];

/**
 * How words came about that another has typed: by a child alone or together with its helper, or by a guardian who said aloud at
 * the table that it is right. Words that were only written down for somebody have none of these.
 */
export type HowSaid = 'alone' | 'together' | 'aloud';

/** Words on the shared page. `person` is whose voice it is, `helper` who wrote it down: only they change it. */
export type Entry = {
	id: EntryId;
	conversation: ConversationId;
	section: Section;
	person: PersonId;
	helper: PersonId;
	audience: 'adults' | 'circle';
	text: string;
	/** Agenda points only; without it the point takes its share of what is left. */
	minutes: number | null;
	/** Of a factor: whether it helps or hinders. */
	bearing: Bearing | null;
	/** Of a need: the beginning that these words finish. */
	starter: Starter | null;
	/** Of a need: the goal it serves. */
	goal: EntryId | null;
	/** The words of the other side that these stand beside: two views, none of them right (handbook §1 P12). */
	beside: EntryId | null;
	version: number;
	saidAt: Date;
	how?: HowSaid | null;
};

/** The page is open from planning until the record is shared; then it stands. */
export function canSpeak({ state }: Pick<Conversation, 'state'>): boolean {
	return state === 'planned' || state === 'held';
}

/** Does this part of the page belong to this kind of talk? */
export function hasSection({ kind }: Pick<Conversation, 'kind'>, section: Section): boolean {
	const plan = planOf(kind);
	const asked = [
		...plan.questions.map((each) => questions[each]),
		...plan.childQuestions.map((each) => childQuestions[each])
	];
	if (section === 'aim' || asked.some((each) => each === section)) return true;
	return plan.steps.some(
		({ lanes, subjects }) =>
			section === 'expectation' ||
			section === 'point' ||
			subjects?.includes(section) ||
			Object.values(lanes ?? {}).some((lane) => lane.includes(section))
	);
}

export function checkEntry(text: string): Outcome<string, 'empty' | 'too-long'> {
	const trimmed = text.trim();
	if (!trimmed) return no('empty');
	return trimmed.length > 4000 ? no('too-long') : ok(trimmed);
}

/** Home and school each see what they see: only their words can stand beside each other, and a child is kept out of it. */
export function canStandBeside(mine: Voice, theirs: Voice): boolean {
	const sides: readonly Voice[] = ['home', 'school'];
	return mine !== theirs && sides.includes(mine) && sides.includes(theirs);
}

export const goals = ['goal-child', 'goal-teaching', 'goal-upbringing'] as const satisfies readonly Section[];
export type GoalSection = (typeof goals)[number];

export function isGoal({ section }: Pick<Entry, 'section'>): boolean {
	return goals.some((each) => each === section);
}

/** The goal of a need, as long as it stands on the page that this reader sees. */
export function goalOf({ goal }: Pick<Entry, 'goal'>, entries: readonly Entry[]): Entry | undefined {
	return goal ? entries.find((entry) => entry.id === goal && isGoal(entry)) : undefined;
}

/** What stands beside something, with what it stands beside, in the order in which it was said. */
export function viewsOf(entries: readonly Entry[]): { first: Entry; beside: Entry[] }[] {
	const pairs = entries.map((first) => ({ first, beside: entries.filter(({ beside }) => beside === first.id) }));
	return pairs.filter(({ beside }) => beside.length);
}

export type AgendaPoint = Entry & { takes: number };

/** The points with their minutes; those without share what is left evenly, a minute at least. */
export function agendaOf(entries: readonly Entry[], length: number) {
	const points = entries.filter(({ section }) => section === 'point');
	const given = points.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
	const open = points.filter(({ minutes }) => minutes === null).length;
	const each = Math.max(1, Math.floor((length - given) / Math.max(1, open)));
	const agenda: AgendaPoint[] = points.map((point) => ({ ...point, takes: point.minutes ?? each }));
	const total = agenda.reduce((sum, { takes }) => sum + takes, 0);
	return { points: agenda, total, over: Math.max(0, total - length) };
}
