import { addMinutes } from '#platform/time.ts';

const day = 24 * 60;
/** A calendar looks a while back and a school year ahead. */
const [daysBack, daysAhead] = [30, 400];
/** So long a talk that was cancelled stays in it as cancelled, so that every calendar has come by to hear so. */
const daysCancelled = 14;

/** From when until when talks stand in a feed. */
export function feedWindow(now: Date): { from: Date; until: Date } {
	return { from: addMinutes(now, -daysBack * day), until: addMinutes(now, daysAhead * day) };
}

/** A talk in a feed, at its current time; of one that was cancelled, that it was. */
export function isTold({ state, startsAt }: { state: string; startsAt: Date }, now: Date): boolean {
	return state !== 'cancelled' || startsAt >= addMinutes(now, -daysCancelled * day);
}
