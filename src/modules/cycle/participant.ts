import type { GroupId, PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import type { Round } from './round.ts';

export const reasonsToTakePart = ['everybody', 'arrangement', 'asked', 'school'] as const;
/** Why a child takes part: a start round invites everybody, others draw on arrangements and on who asks (handbook §3.1). */
export type ReasonToTakePart = (typeof reasonsToTakePart)[number];

export const priorities = ['must', 'normal', 'optional'] as const;
export type Priority = (typeof priorities)[number];

/** What is settled for one child in one round. */
export type Participant = {
	pupil: PersonId;
	because: ReasonToTakePart;
	priority: Priority;
	/** A length of its own. */
	minutes: number | null;
	/** Hears of the round before the others do. */
	first: boolean;
	/** Who of school joins the talk besides the teacher. */
	third: PersonId | null;
};

/** What holds of a child in a round of which nothing is settled: in a start round it takes part, in another it doesn't. */
export function participantOf(
	round: Pick<Round, 'kind'>,
	pupil: PersonId,
	settled: Participant | undefined
): Participant | undefined {
	if (settled) return settled;
	if (round.kind !== 'start') return undefined;
	return { pupil, because: 'everybody', priority: 'must', minutes: null, first: false, third: null };
}

/** A family hears of a round from its opening; while only some are invited, from the day after that. */
export function isInvited(round: Pick<Round, 'state' | 'firstUntil'>, { first }: Participant, now: Date) {
	return round.state !== 'draft' && (first || !round.firstUntil || round.firstUntil < dayOf(now));
}

/** The length of a child's talk: its own, that of its group, or the usual one. */
export function minutesOf(
	{ minutes, groupMinutes }: Pick<Round, 'minutes' | 'groupMinutes'>,
	group: GroupId,
	own: Pick<Participant, 'minutes'>
) {
	return own.minutes ?? groupMinutes[group] ?? minutes;
}
