import { walkBetween } from './prepare-units.ts';
import type { Problem } from './problem.ts';

/** A plan in the making. Only `placeTalk` and `withdrawTalk` change it; `cost` follows along. */
export type State = {
	/** Candidate of each request, -1 when unmet. */
	at: Int32Array;
	/** Objective, in thousandths. */
	cost: number;
	honoured: number;
	/** Talks of a lane by start, with begin and end as its staff see them (journeys included). */
	laneTalk: Int32Array;
	laneBegin: Int32Array;
	laneEnd: Int32Array;
	laneCount: Int32Array;
	/** Goes up with each change of the lane. */
	laneVersion: Int32Array;
	/** Talks of a party by day and start. */
	partyTalk: Int32Array;
	partyCount: Int32Array;
	/** Unmet requests of a household. */
	unmetOf: Int32Array;
	/** All unmet requests that have a candidate, in no order, and where each one stands in that list. */
	unmetList: Int32Array;
	unmetCount: number;
	unmetAt: Int32Array;
};

/** A plan with nothing in it. */
export function emptyState(p: Problem): State {
	const talks = p.laneFrom[p.lanes]!;
	const state: State = {
		at: new Int32Array(p.requests).fill(-1),
		cost: 0,
		honoured: 0,
		laneTalk: new Int32Array(talks),
		laneBegin: new Int32Array(talks),
		laneEnd: new Int32Array(talks),
		laneCount: new Int32Array(p.lanes),
		laneVersion: new Int32Array(p.lanes).fill(1),
		partyTalk: new Int32Array(p.partyTalkFrom[p.parties]!),
		partyCount: new Int32Array(p.parties),
		unmetOf: new Int32Array(p.households),
		unmetList: new Int32Array(p.requests),
		unmetCount: 0,
		unmetAt: new Int32Array(p.requests).fill(-1)
	};
	for (let r = 0; r < p.requests; r++) {
		state.cost += p.unmet[r]! + p.fair * state.unmetOf[p.household[r]!]!++;
		if (p.candFrom[r]! < p.candFrom[r + 1]!) joinUnmet(state, r);
	}
	return state;
}

/** Puts request `r` at candidate `c`. The caller has seen that lanes and parties have room. */
export function placeTalk(p: Problem, s: State, r: number, c: number) {
	const day = p.candDay[c]!;
	const begin = p.candStart[c]! - p.pad[r]!;
	const end = p.candStart[c]! + p.minutes[r]! + p.pad[r]!;
	s.at[r] = c;
	s.honoured++;
	s.cost += p.candFixed[c]! - p.unmet[r]! - p.fair * --s.unmetOf[p.household[r]!]!;
	leaveUnmet(s, r);
	for (let k = p.staffFrom[r]!; k < p.staffFrom[r + 1]!; k++) {
		const lane = p.staffOf[k]! * p.days + day;
		const from = p.laneFrom[lane]!;
		let i = from + s.laneCount[lane]!++;
		const last = i;
		for (; i > from && s.laneBegin[i - 1]! > begin; i--) {
			s.laneTalk[i] = s.laneTalk[i - 1]!;
			s.laneBegin[i] = s.laneBegin[i - 1]!;
			s.laneEnd[i] = s.laneEnd[i - 1]!;
		}
		s.laneTalk[i] = r;
		s.laneBegin[i] = begin;
		s.laneEnd[i] = end;
		s.laneVersion[lane]!++;
		s.cost += laneShare(p, s, from, i, last);
	}
	for (let k = p.partyFrom[r]!; k < p.partyFrom[r + 1]!; k++) {
		const party = p.partyOf[k]!;
		const from = p.partyTalkFrom[party]!;
		let i = from + s.partyCount[party]!++;
		const last = i;
		for (; i > from && isLater(p, s, s.partyTalk[i - 1]!, c); i--) s.partyTalk[i] = s.partyTalk[i - 1]!;
		s.partyTalk[i] = r;
		s.cost += partyShare(p, s, from, i, last);
	}
}

/** Takes request `r` out of the plan. */
export function withdrawTalk(p: Problem, s: State, r: number) {
	const c = s.at[r]!;
	const day = p.candDay[c]!;
	for (let k = p.staffFrom[r]!; k < p.staffFrom[r + 1]!; k++) {
		const lane = p.staffOf[k]! * p.days + day;
		const from = p.laneFrom[lane]!;
		const last = from + --s.laneCount[lane]!;
		let i = from;
		while (s.laneTalk[i] !== r) i++;
		s.cost -= laneShare(p, s, from, i, last);
		for (; i < last; i++) {
			s.laneTalk[i] = s.laneTalk[i + 1]!;
			s.laneBegin[i] = s.laneBegin[i + 1]!;
			s.laneEnd[i] = s.laneEnd[i + 1]!;
		}
		s.laneVersion[lane]!++;
	}
	for (let k = p.partyFrom[r]!; k < p.partyFrom[r + 1]!; k++) {
		const party = p.partyOf[k]!;
		const from = p.partyTalkFrom[party]!;
		const last = from + --s.partyCount[party]!;
		let i = from;
		while (s.partyTalk[i] !== r) i++;
		s.cost -= partyShare(p, s, from, i, last);
		for (; i < last; i++) s.partyTalk[i] = s.partyTalk[i + 1]!;
	}
	s.cost += p.unmet[r]! - p.candFixed[c]! + p.fair * s.unmetOf[p.household[r]!]!++;
	s.at[r] = -1;
	s.honoured--;
	joinUnmet(s, r);
}

/** What talk `i` of a lane from `from` to `last` adds to the day of staff. */
function laneShare(p: Problem, s: State, from: number, i: number, last: number) {
	if (from === last) return p.staffDay;
	if (i === from) return p.idlePerMin * (s.laneBegin[i + 1]! - s.laneEnd[i]!);
	if (i === last) return p.idlePerMin * (s.laneBegin[i]! - s.laneEnd[i - 1]!);
	return p.idlePerMin * (s.laneBegin[i]! - s.laneEnd[i]!);
}

/** What talk `i` of a party adds in waiting and visits. */
function partyShare(p: Problem, s: State, from: number, i: number, last: number) {
	const day = dayOf(p, s, s.partyTalk[i]!);
	const before = i > from && dayOf(p, s, s.partyTalk[i - 1]!) === day ? s.partyTalk[i - 1]! : -1;
	const after = i < last && dayOf(p, s, s.partyTalk[i + 1]!) === day ? s.partyTalk[i + 1]! : -1;
	if (before < 0 && after < 0) return from === last ? 0 : p.extraDay;
	let share = 0;
	if (before >= 0) share += waitBetween(p, s, before, s.partyTalk[i]!);
	if (after >= 0) share += waitBetween(p, s, s.partyTalk[i]!, after);
	if (before >= 0 && after >= 0) share -= waitBetween(p, s, before, after);
	return share;
}

/** Cost of the wait between two talks of a party on one day. */
export function waitBetween(p: Problem, s: State, first: number, next: number) {
	const gap = p.candStart[s.at[next]!]! - p.candStart[s.at[first]!]! - p.minutes[first]! - walkBetween(p, first, next);
	return gap > 0 ? p.waitCost[gap]! : 0;
}

function dayOf(p: Problem, s: State, r: number) {
	return p.candDay[s.at[r]!]!;
}

function isLater(p: Problem, s: State, r: number, c: number) {
	const other = s.at[r]!;
	return (
		p.candDay[other]! > p.candDay[c]! || (p.candDay[other] === p.candDay[c] && p.candStart[other]! > p.candStart[c]!)
	);
}

function joinUnmet(s: State, r: number) {
	s.unmetAt[r] = s.unmetCount;
	s.unmetList[s.unmetCount++] = r;
}

function leaveUnmet(s: State, r: number) {
	const i = s.unmetAt[r]!;
	const moved = s.unmetList[--s.unmetCount]!;
	s.unmetList[i] = moved;
	s.unmetAt[moved] = i;
	s.unmetAt[r] = -1;
}
