import { isFree, list, planUnit, type Work } from './work.ts';

const fewest = 2;
const most = 9;
const mostExact = 8;
/** Larger families take more time than they give room; they join now and then. */
const handy = 5;
/** Unmet requests that may join a removal. */
const joining = 2;

/**
 * Removal: a run of neighbouring talks at one member of staff and at staff related to it leaves, whole units at once, and
 * comes back unit by unit, each exactly, in random order.
 */
export function removeAround(w: Work, unit: number) {
	const { p, s, chance } = w;
	const size = fewest + chance.below(most - fewest + 1);
	list(w, unit);
	for (let tries = 0; w.waitingCount < size && tries < 2 * size; tries++) {
		const from = w.waiting[chance.below(w.waitingCount)]!;
		const r = someRequest(w, from);
		const c = s.at[r]! >= 0 ? s.at[r]! : someCandidate(w, r);
		if (c < 0) continue;
		const staff = p.staffOf[p.staffFrom[r]! + chance.below(p.staffFrom[r + 1]! - p.staffFrom[r]!)]!;
		const lane = staff * p.days + p.candDay[c]!;
		const first = p.laneFrom[lane]!;
		const last = first + s.laneCount[lane]!;
		let near = first;
		while (near < last && s.laneEnd[near]! <= p.candStart[c]!) near++;
		for (let i = Math.max(first, near - 1 - chance.below(2)); i < last && i <= near + 1 && w.waitingCount < size; i++) {
			const other = p.unit[s.laneTalk[i]!]!;
			if (p.unitFrom[other + 1]! - p.unitFrom[other]! <= handy || chance.below(4) === 0) list(w, other);
		}
	}
	joinUnmet(w);
	const count = w.waitingCount;
	w.waitingCount = 0;
	for (let i = 0; i < count; i++) withdrawUnit(w, w.waiting[i]!);
	for (let i = count; i > 0; i--) {
		const k = chance.below(i);
		const next = w.waiting[k]!;
		w.waiting[k] = w.waiting[i - 1]!;
		putBack(w, next);
		planUnit(w, next, false, mostExact);
	}
}

/** Unmet requests at the same staff join, so that a place that comes free can go to another family. */
function joinUnmet(w: Work) {
	const { p, s, chance } = w;
	const removed = w.waitingCount;
	for (let n = 0; n < joining; n++) {
		const unit = w.waiting[chance.below(removed)]!;
		const staff = p.staffOf[p.staffFrom[someRequest(w, unit)]!]!;
		let seen = 0;
		let chosen = -1;
		for (let i = 0; i < s.unmetCount; i++) {
			const r = s.unmetList[i]!;
			if (p.staffOf[p.staffFrom[r]!] === staff && chance.below(++seen) === 0) chosen = r;
		}
		if (chosen >= 0) list(w, p.unit[chosen]!);
	}
}

function someRequest({ p, chance }: Work, unit: number) {
	return p.unitRequest[p.unitFrom[unit]! + chance.below(p.unitFrom[unit + 1]! - p.unitFrom[unit]!)]!;
}

function someCandidate(w: Work, r: number) {
	const from = w.p.candFrom[r]!;
	const count = w.p.candFrom[r + 1]! - from;
	return count ? from + w.chance.below(count) : -1;
}

function withdrawUnit(w: Work, unit: number) {
	const { p, s } = w;
	for (let k = p.unitFrom[unit]!; k < p.unitFrom[unit + 1]!; k++) {
		const r = p.unitRequest[k]!;
		if (s.at[r]! >= 0 && p.locked[r]! < 0) w.journal.withdraw(r);
	}
}

/** Talks go back where they were as far as that is still free: the programme then knows what it has to beat. */
function putBack(w: Work, unit: number) {
	const { p } = w;
	if (p.unitMixed[unit]) return;
	for (let k = p.unitFrom[unit]!; k < p.unitFrom[unit + 1]!; k++) {
		const r = p.unitRequest[k]!;
		const old = w.journal.was(r);
		if (w.s.at[r]! < 0 && old >= 0 && isFree(w, old)) w.journal.place(r, old);
	}
}
