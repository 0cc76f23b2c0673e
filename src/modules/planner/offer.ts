import { mostTalks } from './capacity.ts';
import type { Staff, Window } from './instance.ts';

/** Talks of one length that the staff of a group together have to hold; each talk is with one of them. */
export type Demand = { staff: Staff[]; talks: number; minutes: number };

/** Whether the offer is enough, and if not what would be: times in minutes. */
export type Verdict = {
	enough: boolean;
	asked: number;
	places: number;
	missingMinutes: number;
	/** The least extra time that is enough by itself: a longer window, or else a new one out of `spare`. */
	extra?: { staff: string; window: Window; minutes: number };
};

const longestExtra = 240;

/** Is the offer enough, before anybody is invited? Breaks and the grid count; wishes of families are not known yet. */
export function judgeOffer(demand: Demand, spare: Window[] = []): Verdict {
	const places = placesOf(demand.staff, demand.minutes);
	const missing = Math.max(0, demand.talks - places);
	const verdict: Verdict = {
		enough: missing === 0,
		asked: demand.talks,
		places,
		missingMinutes: missing * demand.minutes
	};
	const extra = missing ? (longerWindow(demand, missing) ?? newWindow(demand, missing, spare)) : undefined;
	return extra ? { ...verdict, extra } : verdict;
}

export function placesOf(staff: Staff[], minutes: number) {
	return staff.reduce((sum, one) => sum + placesIn(one, one.windows, minutes), 0);
}

function placesIn(staff: Staff, windows: Window[], minutes: number) {
	const perDay = new Map<number, number>();
	for (const window of windows)
		perDay.set(window.day, (perDay.get(window.day) ?? 0) + mostTalks(staff, window, minutes));
	return [...perDay.values()].reduce((sum, talks) => sum + Math.min(talks, staff.maxPerDay || talks), 0);
}

/** The smallest stretch after or before a window that makes room for what is missing. */
function longerWindow({ staff, minutes }: Demand, missing: number) {
	const step = Math.min(...staff.map((one) => one.slot));
	for (let extra = step; extra <= longestExtra; extra += step)
		for (const one of staff)
			for (const window of one.windows)
				for (const longer of [
					{ ...window, to: window.to + extra },
					{ ...window, from: window.from - extra }
				]) {
					const free = !one.windows.some((other) => other !== window && overlap(other, longer));
					if (longer.from < 0 || longer.to > 1440 || !free) continue;
					const windows = one.windows.map((other) => (other === window ? longer : other));
					if (placesIn(one, windows, minutes) - placesIn(one, one.windows, minutes) >= missing)
						return { staff: one.id, window: spanOf(longer), minutes: extra };
				}
	return undefined;
}

/** The shortest beginning of a spare window that makes room for what is missing. */
function newWindow({ staff, minutes }: Demand, missing: number, spare: Window[]) {
	let best: Verdict['extra'];
	for (const one of staff)
		for (const window of spare)
			for (let to = window.from + one.slot; to <= window.to; to += one.slot) {
				const part = { day: window.day, from: window.from, to };
				if (one.windows.some((other) => overlap(other, part))) break;
				if (best && to - window.from >= best.minutes) break;
				if (placesIn(one, [...one.windows, part], minutes) - placesIn(one, one.windows, minutes) < missing) continue;
				best = { staff: one.id, window: part, minutes: to - window.from };
			}
	return best;
}

function overlap(a: Window, b: Window) {
	return a.day === b.day && a.from < b.to && b.from < a.to;
}

function spanOf({ day, from, to }: Window): Window {
	return { day, from, to };
}
