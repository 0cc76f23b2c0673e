import type { Block } from '#modules/cycle/offer.ts';
import type { Request } from '#modules/planner/instance.ts';
import type { Day } from '#platform/time.ts';
import type { Asked } from './asked.ts';
import type { Talk } from './problem.ts';
import type { Situation } from './situation.ts';
import { merged, type Span, spansOf, without } from './span.ts';

const travelMinutes = 15;

/** A talk as a request to the planner, at the times at which its teacher offers that way of talking. */
export function requestOf(
	{ blocks }: Situation,
	talk: Talk,
	days: readonly Day[],
	busy: (who: string) => Span[]
): Request {
	const own = blocks.filter(({ teacher }) => teacher === talk.lead);
	const fitting = own.filter((block) => suits(block, talk));
	const taken = busy(talk.pupil);
	const narrow = taken.length > 0 || fitting.length < own.length;
	const windows = merged(fitting.flatMap((block) => spansOf(block, days))).flatMap((span) => without(span, taken));
	return {
		id: talk.key,
		pupil: talk.pupil,
		staff: [talk.lead, ...(talk.third && talk.third !== talk.lead ? [talk.third] : [])],
		parties: talk.homes,
		minutes: talk.minutes,
		place: talk.place === 'school' ? 'room' : talk.place === 'home' ? 'home' : 'online',
		travel: talk.place === 'home' ? travelMinutes : 0,
		priority: talk.priority,
		...(narrow ? { windows } : {})
	};
}

/** Who talks by phone or screen offers that; a visit at home is made in any time that is offered. */
export function suits({ places }: Block, { place }: Asked) {
	return place === 'home' || places.includes(place);
}
