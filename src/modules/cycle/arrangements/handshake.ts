import { no, type Outcome } from '#platform/outcome.ts';
import { dayOf, type Day } from '#platform/time.ts';
import { make, type Arrangement, type ArrangementRefusal, type Draft, type Turn } from './arrangement.ts';
import type { Terms } from './terms.ts';

type Made = Outcome<Arrangement, ArrangementRefusal>;
export type WhatWasSeen = { seen: number };

/** One side offers; it counts when every other side says yes, never before. */
export function propose(turn: Turn<Draft | Arrangement>, terms: Terms, lastDay: Day): Made {
	return offer(turn, 'propose', terms, lastDay);
}

export function accept(turn: Turn, { seen }: WhatWasSeen): Made {
	return make(turn, 'accept', { seen, today: dayOf(turn.now) });
}

/** Something else instead: what was agreed goes on until the others say yes to it. */
export function change(turn: Turn, { seen, terms }: WhatWasSeen & { terms: Terms }, lastDay: Day): Made {
	return offer(turn, 'change', terms, lastDay, seen);
}

export function withdraw(turn: Turn, { seen }: WhatWasSeen): Made {
	return make(turn, 'withdraw', { seen, today: dayOf(turn.now) });
}

/** Looked at again at a talk: yes, this still suits. */
export function suit(turn: Turn, { seen }: WhatWasSeen): Made {
	return make(turn, 'suit', { seen, today: dayOf(turn.now) });
}

/** The child says itself what it would like. */
export function wish(turn: Turn, words: string): Made {
	return make(turn, 'wish', { today: dayOf(turn.now), words });
}

function offer(
	turn: Turn<Draft | Arrangement>,
	move: 'propose' | 'change',
	terms: Terms,
	lastDay: Day,
	seen?: number
): Made {
	const today = dayOf(turn.now);
	const made = make(turn, move, { seen, today, terms });
	if (!made.ok) return made;
	if (terms.until <= today) return no('until-past');
	if (terms.until > lastDay) return no('until-late');
	return terms.people.length ? made : no('nobody-takes-part');
}
