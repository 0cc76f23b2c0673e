import { never, type Problem } from './problem.ts';
import type { State } from './state.ts';

/** What each lane would say to each talk it could be asked to take; brought up to date only when somebody asks. */
export type Slates = {
	/** Change in the cost of the staff's day, or `never`. */
	cost: Float64Array;
	/** Of a cell that is `never`: the stretch of the lane (place of the first talk and how many) that has to leave; 0 when that would not help. */
	inTheWay: Int32Array;
	inTheWayCount: Int32Array;
	version: Int32Array;
	/** Begin and end of the run that each talk of the lane is in; room to work in. */
	runBegin: Int32Array;
	runEnd: Int32Array;
};

export function slatesOf(p: Problem): Slates {
	const cells = p.cellStart.length;
	return {
		cost: new Float64Array(cells),
		inTheWay: new Int32Array(cells),
		inTheWayCount: new Int32Array(cells),
		version: new Int32Array(p.slateLane.length),
		runBegin: new Int32Array(p.requests + 1),
		runEnd: new Int32Array(p.requests + 1)
	};
}

/** Brings one slate up to date; `price` says which talk of an over-long run is cheapest to ask away. */
export function refreshSlate(p: Problem, s: State, t: Slates, slate: number, price: Float64Array) {
	const lane = p.slateLane[slate]!;
	if (t.version[slate] === s.laneVersion[lane]) return;
	t.version[slate] = s.laneVersion[lane]!;
	const staff = Math.floor(lane / p.days);
	const shape = p.slateShape[slate]!;
	const from = p.laneFrom[lane]!;
	const count = s.laneCount[lane]!;
	const upTo = from + count;
	const { laneBegin, laneEnd, laneTalk } = s;
	const { runBegin, runEnd } = t;
	const breakMin = p.rest.breakMin[staff]!;
	const maxRun = p.rest.maxRun[staff]!;
	const full = count >= p.rest.maxPerDay[staff]!;
	for (let i = 0; i < count; i++)
		runBegin[i] =
			i && laneBegin[from + i]! - laneEnd[from + i - 1]! < breakMin ? runBegin[i - 1]! : laneBegin[from + i]!;
	for (let i = count - 1; i >= 0; i--)
		runEnd[i] =
			i < count - 1 && laneBegin[from + i + 1]! - laneEnd[from + i]! < breakMin ? runEnd[i + 1]! : laneEnd[from + i]!;

	const mine = p.shapeLocal[shape]!;
	const shapes = p.pauseShapes[staff]!;
	const pauseFrom = p.pauseFrom[staff]!;
	const pad = p.shapePad[shape]!;
	const length = p.shapeMinutes[shape]! + pad;
	let first = from;
	for (let cell = p.slateFrom[slate]!; cell < p.slateFrom[slate + 1]!; cell++) {
		const begin = p.cellStart[cell]! - pad;
		const end = p.cellStart[cell]! + length;
		while (first < upTo && laneEnd[first]! <= begin) first++;
		// Talks `low` up to `high` leave too little room before, during or after.
		let low = first;
		while (
			low > from &&
			begin - laneEnd[low - 1]! < pauseOf(p, pauseFrom, shapes, shapeAt(p, laneTalk[low - 1]!, staff), mine)
		)
			low--;
		let high = first;
		while (
			high < upTo &&
			laneBegin[high]! - end < pauseOf(p, pauseFrom, shapes, mine, shapeAt(p, laneTalk[high]!, staff))
		)
			high++;
		const joinsBefore = low > from && begin - laneEnd[low - 1]! < breakMin;
		const joinsAfter = high < upTo && laneBegin[high]! - end < breakMin;
		const runFrom = joinsBefore ? runBegin[low - 1 - from]! : begin;
		const runTo = joinsAfter ? runEnd[high - from]! : end;
		const tooLong = runTo - runFrom > maxRun;
		t.inTheWay[cell] = low;
		t.inTheWayCount[cell] = tooLong ? 0 : high - low;
		if (low === high && !tooLong && !full) {
			t.cost[cell] =
				count === 0
					? p.staffDay
					: p.idlePerMin *
						(low === from ? laneBegin[from]! - end : low === upTo ? begin - laneEnd[upTo - 1]! : begin - end);
			continue;
		}
		t.cost[cell] = never;
		if (tooLong && low === high) {
			const cheapest = breakTheRun(s, from, upTo, low, runFrom, runTo, begin, end, maxRun, price);
			if (cheapest >= 0) [t.inTheWay[cell], t.inTheWayCount[cell]] = [cheapest, 1];
		} else if (full && low === high && count) {
			t.inTheWay[cell] = cheapestOf(s, from, upTo, price);
			t.inTheWayCount[cell] = 1;
		}
	}
}

function pauseOf(p: Problem, pauseFrom: number, shapes: number, first: number, next: number) {
	return p.pause[pauseFrom + first * shapes + next]!;
}

/** The shape that request `r` has for `staff`, within that person's shapes. */
function shapeAt(p: Problem, r: number, staff: number) {
	let k = p.staffFrom[r]!;
	while (p.staffOf[k] !== staff) k++;
	return p.shapeLocal[p.shapeOf[r * p.width + k - p.staffFrom[r]!]!]!;
}

/** The cheapest talk whose leaving makes both halves of an over-long run short enough, or -1. */
function breakTheRun(
	s: State,
	from: number,
	upTo: number,
	at: number,
	runFrom: number,
	runTo: number,
	begin: number,
	end: number,
	maxRun: number,
	price: Float64Array
) {
	let best = -1;
	for (let i = from; i < upTo; i++) {
		if (s.laneEnd[i]! <= runFrom || s.laneBegin[i]! >= runTo) continue;
		const before = i === at ? end : i > from ? s.laneEnd[i - 1]! : runFrom;
		const after = i === at - 1 ? begin : i + 1 < upTo ? s.laneBegin[i + 1]! : runTo;
		if (before - runFrom > maxRun || runTo - after > maxRun) continue;
		if (best < 0 || price[s.laneTalk[i]!]! < price[s.laneTalk[best]!]!) best = i;
	}
	return best;
}

function cheapestOf(s: State, from: number, upTo: number, price: Float64Array) {
	let best = from;
	for (let i = from + 1; i < upTo; i++) if (price[s.laneTalk[i]!]! < price[s.laneTalk[best]!]!) best = i;
	return best;
}
