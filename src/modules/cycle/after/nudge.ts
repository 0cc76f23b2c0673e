import type { HouseholdId, PersonId, RoundId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { daysBetween, type Day } from '#platform/time.ts';
import type { Round } from '#modules/cycle/round.ts';

export type NudgeId = string & { readonly __nudge: never };

export const outcomes = ['spoken', 'not-reached', 'will-choose', 'none-needed'] as const;
export type CallOutcome = (typeof outcomes)[number];

/** The next step of school towards a family that has not reacted: first another channel, then a person who calls. */
export type Nudge = {
	id: NudgeId;
	round: RoundId;
	pupil: PersonId;
	household: HouseholdId | null;
	step: number;
	kind: 'letter' | 'call';
	/** They were invited and chose no time, or were asked for another time and did not answer. */
	because: 'invited' | 'proposed';
	madeOn: Day;
	outcome: CallOutcome | null;
	doneOn: Day | null;
};

/** Days after a family could know of the round, when the round itself names none. */
const usual = [4, 10];
/** So long after a step the next one is taken. */
const again = 14;
/** So long a family has to answer when their time falls out. */
const answerWithin = 2;

export type Waiting = {
	/** From when on they could know. */
	since: Day;
	because: Nudge['because'];
	/** They asked to be called. */
	wantsCall?: boolean;
	before: readonly Pick<Nudge, 'step' | 'kind' | 'because' | 'madeOn' | 'outcome' | 'doneOn'>[];
};

/**
 * The step that is due today for a family that has not reacted, if any. All but the last day of the scheme bring another channel,
 * the last one a call; when that was not enough, another call two weeks after. Who said that no talk is needed is left in peace.
 */
export function dueStep(
	scheme: readonly number[],
	waiting: Waiting,
	today: Day
): Pick<Nudge, 'step' | 'kind'> | undefined {
	const { before, because, since } = waiting;
	if (before.some(({ outcome }) => outcome === 'none-needed')) return undefined;
	const step = 1 + Math.max(0, ...before.map((nudge) => nudge.step));
	const mine = before.filter((nudge) => nudge.because === because && nudge.madeOn >= since);
	const open = before.some(({ kind, outcome }) => kind === 'call' && outcome === null);
	if (open) return undefined;

	const last = mine.at(-1);
	if (last?.kind === 'call')
		return isAfter(last.doneOn ?? last.madeOn, again, today) ? { step, kind: 'call' } : undefined;
	if (because === 'proposed') {
		return waiting.wantsCall || isAfter(since, answerWithin, today) ? { step, kind: 'call' } : undefined;
	}
	const days = scheme.length ? [...scheme].sort((a, b) => a - b) : usual;
	const next = days[mine.length];
	if (next === undefined) return last && isAfter(last.madeOn, again, today) ? { step, kind: 'call' } : undefined;
	const isLast = mine.length === days.length - 1 && days.length > 1;
	return isAfter(since, next, today) ? { step, kind: isLast ? 'call' : 'letter' } : undefined;
}

function isAfter(day: Day, days: number, today: Day) {
	return daysBetween(day, today) >= days;
}

export type NudgeRefusal = 'wrong-state' | 'talk-needed';

/** Somebody called; "no talk needed" only where the round allows it, never of a start talk. */
export function call(
	nudge: Pick<Nudge, 'kind' | 'outcome'>,
	round: Pick<Round, 'kind' | 'noneNeeded'>,
	outcome: CallOutcome
): Outcome<CallOutcome, NudgeRefusal> {
	if (nudge.kind !== 'call' || nudge.outcome) return no('wrong-state');
	return outcomesIn(round).includes(outcome) ? ok(outcome) : no('talk-needed');
}

export function outcomesIn({ kind, noneNeeded }: Pick<Round, 'kind' | 'noneNeeded'>): readonly CallOutcome[] {
	return outcomes.filter((outcome) => outcome !== 'none-needed' || (noneNeeded && kind !== 'start'));
}
