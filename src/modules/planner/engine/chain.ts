import { never, thousand, type Problem } from './problem.ts';
import { firstPrice, list, planUnit, type Work } from './work.ts';

/** Longest chain in which places are still bought; units on the list after that take what is free. */
const links = 7;
/** Talks in one programme. */
const most = 8;
const leastPrice = 2 * thousand;
/** How fast a price follows what was seen. */
const learning = 0.3;
/** How far all prices go back when they fade. */
const fading = 0.05;

/**
 * Ejection chain: a unit is planned as if occupied places could be bought, who was in the way is planned likewise, and so
 * on. The price of a place is what it turned out to cost the family that had it: value iteration towards the cheapest
 * chain of moves.
 */
export function ejectFrom(w: Work, unit: number) {
	const { p } = w;
	let planned = 0;
	list(w, unit);
	while (w.waitingCount) {
		const next = w.waiting[--w.waitingCount]!;
		const priced = planned < links;
		const seen = planUnit(w, next, priced, most) + w.lost[next]!;
		const gone = w.gone[next]!;
		if (gone >= 0) learn(w, gone, seen);
		keep(w, p, next, planned++);
	}
	for (let i = 0; i < planned; i++) release(w, p, w.kept[i]!);
}

function learn(w: Work, r: number, seen: number) {
	const dearest = w.p.unmet[r]! * 1.2;
	const price = Math.min(dearest, Math.max(leastPrice, seen));
	w.price[r] = w.price[r]! + learning * (price - w.price[r]!);
}

/** Prices go a little back to where they began: what was dear once is not left alone for ever. */
export function forget({ p, price }: Work) {
	for (let r = 0; r < p.requests; r++) if (price[r]! < never) price[r]! += fading * (firstPrice - price[r]!);
}

/** Who has just been planned is not asked away again in the same chain. */
function keep(w: Work, p: Problem, unit: number, i: number) {
	w.kept[i] = unit;
	for (let k = p.unitFrom[unit]!; k < p.unitFrom[unit + 1]!; k++) {
		const r = p.unitRequest[k]!;
		w.keptPrice[r] = w.price[r]!;
		w.price[r] = never;
	}
}

function release(w: Work, p: Problem, unit: number) {
	for (let k = p.unitFrom[unit]!; k < p.unitFrom[unit + 1]!; k++) {
		const r = p.unitRequest[k]!;
		w.price[r] = w.keptPrice[r]!;
	}
}
