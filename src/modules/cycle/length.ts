import type { GroupId } from '#platform/ids.ts';
import { addMinutes } from '#platform/time.ts';
import { slotsOf, type Slot } from './offer.ts';
import { minutesOf, type Participant } from './participant.ts';
import type { Round } from './round.ts';

/** How long a talk takes, and every how many minutes one may begin. */
export type Length = { minutes: number; every: number };

/** A longer talk is one talk: it begins where any would, and takes as many of those times as it needs. */
export function lengthOf(
	round: Pick<Round, 'minutes' | 'groupMinutes'>,
	group: GroupId | undefined,
	settled: Pick<Participant, 'minutes'> = { minutes: null }
): Length {
	const usual = (group && round.groupMinutes[group]) ?? round.minutes;
	return { minutes: group ? minutesOf(round, group, settled) : (settled.minutes ?? usual), every: usual };
}

/** The times in a block at which a talk of this length can be. */
export function timesIn(block: Slot, { minutes, every }: Length): Slot[] {
	return slotsOf(block, every)
		.map(({ startsAt }) => ({ startsAt, endsAt: addMinutes(startsAt, minutes) }))
		.filter(({ endsAt }) => endsAt <= block.endsAt);
}
