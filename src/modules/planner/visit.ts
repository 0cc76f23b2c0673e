/** A talk that may be part of a visit: the starts it has on that day, in order, and its minutes. */
export type Stop = { starts: readonly number[]; minutes: number };

/** Above this the exact count takes too long; then every talk is thought to fit. */
const mostStops = 12;

/**
 * Most talks that one family can have in one visit, whatever else is planned: earliest end by (set of talks, last talk), as in
 * Held and Karp's programme for the travelling salesman. `between` answers the least minutes from one talk to the next.
 */
export function mostInOneVisit(stops: readonly Stop[], between: (first: number, next: number) => number): number {
	const count = stops.length;
	if (count > mostStops) return count;
	const ends = new Float64Array(count << count).fill(Infinity);
	let most = 0;
	for (let set = 1; set < 1 << count; set++) {
		let possible = false;
		for (let last = 0; last < count; last++) {
			if (!(set & (1 << last))) continue;
			const rest = set ^ (1 << last);
			let end = rest ? Infinity : endFrom(stops[last]!, 0);
			for (let before = 0; before < count; before++) {
				if (!(rest & (1 << before))) continue;
				const from = ends[rest * count + before]! + between(before, last);
				if (from < end) end = Math.min(end, endFrom(stops[last]!, from));
			}
			ends[set * count + last] = end;
			if (end < Infinity) possible = true;
		}
		if (possible) most = Math.max(most, sizeOf(set));
	}
	return most;
}

function endFrom({ starts, minutes }: Stop, from: number) {
	for (const start of starts) if (start >= from) return start + minutes;
	return Infinity;
}

function sizeOf(set: number) {
	let size = 0;
	for (let rest = set; rest; rest &= rest - 1) size++;
	return size;
}
