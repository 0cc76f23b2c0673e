import type { ConversationId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Conversation } from './conversation.ts';
import { planOf } from './kinds.ts';
import { childQuestions, questions, type Section } from './steps.ts';

export type EntryId = string & { readonly __entry: never };

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
	version: number;
	saidAt: Date;
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
