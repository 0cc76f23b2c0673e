import type { GroupId, RoundId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { addMinutes, dayOf, daysBetween, type Day } from '#platform/time.ts';

export const roundKinds = ['start', 'progress', 'report-card', 'advice'] as const;
export type RoundKind = (typeof roundKinds)[number];

/** Families choose a free time; or they say when they can, and somebody publishes a plan for all. */
export const roundModes = ['choose', 'wishes'] as const;
export type RoundMode = (typeof roundModes)[number];

export const roundStates = ['draft', 'open', 'published', 'closed'] as const;
export type RoundState = (typeof roundStates)[number];

/** A window in which school talks with the families of some groups (handbook §3.1). */
export type Round = {
	id: RoundId;
	kind: RoundKind;
	mode: RoundMode;
	state: RoundState;
	firstDay: Day;
	lastDay: Day;
	/** The length of one talk, unless a group or a child has its own. */
	minutes: number;
	/** Until how long before a talk families choose or move it themselves. */
	noticeHours: number;
	invitation: string;
	groups: GroupId[];
	/** Groups with a length of their own. */
	groupMinutes: Partial<Record<GroupId, number>>;
	/** A talk with each teacher who is asked, instead of one about the child. */
	perTeacher: boolean;
	/** Whether a family may say that no talk is needed; never of a start talk. */
	noneNeeded: boolean;
	/** Until this day, and on it, only who is invited first knows of the round. */
	firstUntil: Day | null;
	/** Days after opening on which who did not answer hears of it again. */
	remindAfter: number[];
};

/** After how many days school can let who did not answer hear of it again. */
export const reminderDays = [3, 7, 14, 21] as const;

/** What a round is of which nothing special was asked. */
export const plain = {
	mode: 'choose' as const,
	groupMinutes: {},
	perTeacher: false,
	noneNeeded: false,
	firstUntil: null,
	remindAfter: []
} satisfies Partial<Round>;

/** The whole life of a round. Buttons, tests and the diagram read this table. */
export const roundMoves = {
	open: { from: ['draft'], to: 'open' },
	publish: { from: ['open'], to: 'published' },
	close: { from: ['open', 'published'], to: 'closed' }
} as const satisfies Record<string, { from: readonly RoundState[]; to: RoundState }>;
export type RoundMove = keyof typeof roundMoves;

export type RoundRefusal = 'wrong-state' | 'round-over';

export function can(move: RoundMove, { state, mode }: Pick<Round, 'state' | 'mode'>) {
	return (roundMoves[move].from as readonly RoundState[]).includes(state) && (move !== 'publish' || mode === 'wishes');
}

export function open(round: Round, now: Date): Outcome<Round, RoundRefusal> {
	if (!can('open', round)) return no('wrong-state');
	if (isOver(round, now)) return no('round-over');
	return ok({ ...round, state: 'open' });
}

/** The plan of a round of wishes stands; from here on its talks are agreed times. */
export function publish(round: Round): Outcome<Round, RoundRefusal> {
	return can('publish', round) ? ok({ ...round, state: 'published' }) : no('wrong-state');
}

export function close(round: Round): Outcome<Round, RoundRefusal> {
	return can('close', round) ? ok({ ...round, state: 'closed' }) : no('wrong-state');
}

export function isOver({ lastDay }: Pick<Round, 'lastDay'>, now: Date) {
	return lastDay < dayOf(now);
}

/** Not yet asked of anybody: a year that was put in order beforehand would fill everybody's day. */
const comesNearWithin = 56;

/** It is time to offer and to invite: the round begins within eight weeks. */
export function isNear({ firstDay }: Pick<Round, 'firstDay'>, now: Date) {
	return daysBetween(dayOf(now), firstDay) <= comesNearWithin;
}

/** Families choose, move and give up times: from the start in one mode, after the plan in the other. */
export function takesChoices({ state, mode }: Pick<Round, 'state' | 'mode'>) {
	return state === (mode === 'choose' ? 'open' : 'published');
}

/** Families say when they can, until a plan stands: who answers late counts as much as who was early. */
export function takesWishes({ state, mode }: Pick<Round, 'state' | 'mode'>) {
	return mode === 'wishes' && state === 'open';
}

/** Families hear of it and can do something in it. */
export function isRunning(round: Pick<Round, 'state' | 'lastDay'>, now: Date) {
	return (round.state === 'open' || round.state === 'published') && !isOver(round, now);
}

/** Teachers offer times before families are invited, and go on while they choose. */
export function takesOffers(round: Round, now: Date) {
	return round.state !== 'closed' && !isOver(round, now);
}

/** The day by which a round looks at groups: its first, or today when it is under way. */
export function groupDayOf({ firstDay }: Pick<Round, 'firstDay'>, now: Date): Day {
	const today = dayOf(now);
	return firstDay > today ? firstDay : today;
}

export function isInWindow({ firstDay, lastDay }: Pick<Round, 'firstDay' | 'lastDay'>, moment: Date) {
	const day = dayOf(moment);
	return firstDay <= day && day <= lastDay;
}

/** The last moment at which a family chooses or moves a talk that starts at `startsAt`. */
export function choosableUntil({ noticeHours }: Pick<Round, 'noticeHours'>, startsAt: Date) {
	return addMinutes(startsAt, -noticeHours * 60);
}

export type AlterRefusal = 'wrong-state' | 'window-narrower' | 'fixed-now' | 'offers-outside';

/**
 * What is set otherwise. A draft may become anything; of what families know already only what breaks nothing: the window may
 * grow, and how long beforehand they choose and when they are reminded. Its length, groups, kind and mode stand.
 */
export function alter(round: Round, to: Omit<Round, 'id' | 'state'>): Outcome<Round, AlterRefusal> {
	if (round.state === 'draft') return ok({ ...to, id: round.id, state: 'draft' });
	if (round.state === 'closed') return no('wrong-state');
	if (to.firstDay > round.firstDay || to.lastDay < round.lastDay) return no('window-narrower');
	const fixed = ['kind', 'mode', 'minutes', 'perTeacher', 'noneNeeded'] as const;
	if (fixed.some((field) => to[field] !== round[field])) return no('fixed-now');
	if (!sameGroups(round, to) || !staysInvited(round, to)) return no('fixed-now');
	return ok({ ...round, ...to, groups: round.groups, id: round.id, state: round.state });
}

/** Who heard of it goes on to know of it: the time in which only some are invited may end earlier, not later. */
function staysInvited(was: Pick<Round, 'firstUntil'>, { firstUntil }: Pick<Round, 'firstUntil'>) {
	return firstUntil === null || (was.firstUntil !== null && firstUntil <= was.firstUntil);
}

function sameGroups(a: Pick<Round, 'groups' | 'groupMinutes'>, b: Pick<Round, 'groups' | 'groupMinutes'>) {
	const told = ({ groups, groupMinutes }: typeof a) =>
		groups
			.map((group) => `${group} ${groupMinutes[group] ?? ''}`)
			.sort()
			.join();
	return told(a) === told(b);
}
