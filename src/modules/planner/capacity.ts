import type { Staff, Window } from './instance.ts';

/**
 * Most minutes of talks that one member of staff can hold inside a window, with `lengths` (journeys included) to choose
 * from, however often: a programme over (end of the last talk, begin of its run). An upper bound for any real set.
 */
export function mostMinutes(staff: Staff, window: Window, lengths: number[], origin = window.from): number {
	return most(staff, window, lengths, origin, (length) => length);
}

/** Most talks of one length inside a window. */
export function mostTalks(staff: Staff, window: Window, length: number): number {
	return Math.min(
		staff.maxPerDay || Infinity,
		most(staff, window, [length], window.from, () => 1)
	);
}

function most(staff: Staff, window: Window, lengths: number[], origin: number, worth: (length: number) => number) {
	const known = new Map<number, number>();
	const firstStart = (from: number) => origin + Math.ceil((from - origin) / staff.slot) * staff.slot;

	/** Best from `start` on, when a run that began at `run` reaches up to here (-1: no run). */
	function from(start: number, run: number, last: number): number {
		if (start >= window.to) return 0;
		const key = (start * 2048 + run + 1) * 64 + Math.min(63, Math.max(0, start - last));
		const answer = known.get(key);
		if (answer !== undefined) return answer;
		let best = from(start + staff.slot, run, last);
		for (const length of lengths) {
			const end = start + length;
			if (end > window.to) continue;
			const joins = run >= 0 && start - last < staff.breakMin;
			const begin = joins ? run : start;
			if (staff.maxRun && end - begin > staff.maxRun) continue;
			best = Math.max(best, worth(length) + from(firstStart(end + staff.changeover), begin, end));
		}
		known.set(key, best);
		return best;
	}
	return from(firstStart(window.from), -1, -1e6);
}
