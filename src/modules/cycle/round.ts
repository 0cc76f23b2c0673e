import type { GroupId, RoundId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { addMinutes, dayOf, type Day } from '#platform/time.ts';

export const roundKinds = ['start'] as const;
export type RoundKind = (typeof roundKinds)[number];

export const roundStates = ['draft', 'open', 'closed'] as const;
export type RoundState = (typeof roundStates)[number];

/** A window in which school talks with the families of some groups (handbook §3.1). */
export type Round = {
	id: RoundId;
	kind: RoundKind;
	state: RoundState;
	firstDay: Day;
	lastDay: Day;
	/** The length of one talk. */
	minutes: number;
	/** Until how long before a talk families choose or move it themselves. */
	noticeHours: number;
	invitation: string;
	groups: GroupId[];
};

/** The whole life of a round. Buttons, tests and the diagram read this table. */
export const roundMoves = {
	open: { from: ['draft'], to: 'open' },
	close: { from: ['open'], to: 'closed' }
} as const satisfies Record<string, { from: readonly RoundState[]; to: RoundState }>;
export type RoundMove = keyof typeof roundMoves;

export type RoundRefusal = 'wrong-state' | 'round-over';

export function can(move: RoundMove, { state }: Pick<Round, 'state'>) {
	return (roundMoves[move].from as readonly RoundState[]).includes(state);
}

export function open(round: Round, now: Date): Outcome<Round, RoundRefusal> {
	if (!can('open', round)) return no('wrong-state');
	if (isOver(round, now)) return no('round-over');
	return ok({ ...round, state: 'open' });
}

export function close(round: Round): Outcome<Round, RoundRefusal> {
	return can('close', round) ? ok({ ...round, state: 'closed' }) : no('wrong-state');
}

export function isOver({ lastDay }: Pick<Round, 'lastDay'>, now: Date) {
	return lastDay < dayOf(now);
}

/** Teachers offer times before families are invited, and go on while they choose. */
export function takesOffers(round: Round, now: Date) {
	return round.state !== 'closed' && !isOver(round, now);
}

export function isInWindow({ firstDay, lastDay }: Pick<Round, 'firstDay' | 'lastDay'>, moment: Date) {
	const day = dayOf(moment);
	return firstDay <= day && day <= lastDay;
}

/** The last moment at which a family chooses or moves a talk that starts at `startsAt`. */
export function choosableUntil({ noticeHours }: Pick<Round, 'noticeHours'>, startsAt: Date) {
	return addMinutes(startsAt, -noticeHours * 60);
}
