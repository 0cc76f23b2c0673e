import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { addMinutes } from '#platform/time.ts';

/** How many minutes a teacher runs late now. It shifts no agreed time: it says what to expect. */
export type Delay = { teacher: PersonId; minutes: number };

/** With one tap so much later; more than an hour is another evening. */
export const delaySteps = [5, 10] as const;
export const mostDelay = 60;

export type DelayRefusal = 'no-talks-now' | 'too-long';

/** A day of talks of one teacher: from the first talk until the last. */
export type Evening = { from: Date; to: Date };
/** From how long before the first talk one can say so. */
const beforehand = 60;

/** `minutes` late from now on; 0: back on time. Said twice it is said once, so it is the whole and not what comes on top. */
export function runLate(evening: Evening | undefined, minutes: number, now: Date): Outcome<number, DelayRefusal> {
	// What was said can always be taken back.
	if (!minutes) return ok(0);
	if (!evening || now < addMinutes(evening.from, -beforehand) || hasEnded(evening, minutes, now))
		return no('no-talks-now');
	return minutes > mostDelay ? no('too-long') : ok(minutes);
}

/** A delay ends by itself with the last talk, the delay itself counted in. */
export function hasEnded({ to }: Pick<Evening, 'to'>, minutes: number, now: Date) {
	return addMinutes(to, minutes) <= now;
}

export function minutesLate(delays: readonly Delay[], teacher: PersonId): number {
	return delays.find((delay) => delay.teacher === teacher)?.minutes ?? 0;
}
