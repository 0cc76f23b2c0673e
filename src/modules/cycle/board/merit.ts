import type { Figures } from '#modules/planner/figures.ts';
import type { Difference } from './comparison.ts';
import { nameOf } from './name.ts';
import type { Laid } from './situations.server.ts';

/** How good a plan is, in the few numbers that people look at. */
export function figuresOf({ requests, honoured, byLiking, byPriority, waiting, idle, staffDays }: Figures) {
	const [well, fine, needed] = byLiking;
	return {
		asked: requests,
		honoured,
		must: byPriority.must,
		likings: { well, fine, needed },
		waitingAverage: Math.round(waiting.average),
		waitingMost: waiting.most,
		idlePerDay: staffDays ? Math.round(idle / staffDays) : 0
	};
}

/** What the last planning changed, with names. */
export function sayable(laid: Laid, { moved, added, lost }: Difference) {
	const named = (changes: typeof moved) => changes.map((each) => ({ ...each, name: nameOf(laid, each.talk).name }));
	return {
		moved: named(moved).slice(0, 50),
		lost: named(lost).slice(0, 50),
		counts: { moved: moved.length, added: added.length, lost: lost.length }
	};
}
