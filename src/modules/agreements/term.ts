import type { Day } from '#platform/time.ts';
import { dayOf } from '#platform/time.ts';
import { nextAfter, occasionsIn } from './cadence.ts';
import type { Agreement } from './agreement.ts';

type Running = Pick<Agreement, 'wording' | 'evaluateOn' | 'round' | 'steps' | 'proposedAt'>;

/** The first day it can be for: no promise before it was agreed. */
export function firstDayOf({ steps, proposedAt }: Running): Day {
	const agreed = steps.findLast(({ move }) => move === 'accept' || move === 'adopt' || move === 'propose');
	return dayOf(agreed?.at ?? proposedAt);
}

/** The last day it is for: the day that was named; once they went on after looking back, the next look back. */
export function lastDayOf({ wording, evaluateOn, round }: Running): Day {
	return wording.by && round === 1 ? wording.by : evaluateOn;
}

/** The days it is for between two days, both included: of its rhythm, else the one day it is due. */
export function daysOf(agreement: Running, first: Day, last: Day): Day[] {
	const { cadence, by } = agreement.wording;
	const [from, until] = [firstDayOf(agreement), lastDayOf(agreement)];
	const [start, end] = [first < from ? from : first, last < until ? last : until];
	if (cadence) return occasionsIn(cadence, start, end);
	return by && !agreement.wording.rhythm && start <= by && by <= end ? [by] : [];
}

/** The next day it is for after this one. */
export function dayAfter(agreement: Running, day: Day): Day | undefined {
	const { cadence } = agreement.wording;
	return cadence ? nextAfter(cadence, day, lastDayOf(agreement)) : undefined;
}
