import { chanceOf, type Chance } from './chance.ts';
import { familyProgramme, type FamilyProgramme } from './family.ts';
import { journalOf, type Journal } from './journal.ts';
import { never, thousand, type Problem } from './problem.ts';
import { refreshSlate, slatesOf, type Slates } from './slates.ts';
import { emptyState, type State } from './state.ts';
import { mostAtOnce } from './subsets.ts';

/** Everything a neighbourhood works with: the plan in the making and the tools to change it. */
export type Work = {
	p: Problem;
	s: State;
	slates: Slates;
	/** What it is thought to cost to ask each talk to make room, learned while searching. */
	price: Float64Array;
	chance: Chance;
	family: FamilyProgramme;
	journal: Journal;
	/** Requests of the unit that is being planned. */
	asked: Int32Array;
	/** Units to be planned again in this step, last in first out. */
	waiting: Int32Array;
	waitingCount: number;
	/** Cost of having asked talks of a unit away in this step, and the last one that had to go. */
	lost: Float64Array;
	gone: Int32Array;
	/** Units planned in this chain, and the prices of their talks meanwhile. */
	kept: Int32Array;
	keptPrice: Float64Array;
	/** Number of the step in which a unit was put on the list. */
	listedIn: Int32Array;
	step: number;
};

export function workOn(p: Problem, seed: number): Work {
	const s = emptyState(p);
	const slates = slatesOf(p);
	const price = new Float64Array(p.requests).fill(30 * thousand);
	for (let r = 0; r < p.requests; r++) if (p.locked[r]! >= 0) price[r] = never;
	return {
		p,
		s,
		slates,
		price,
		chance: chanceOf(seed),
		family: familyProgramme(p, s, slates, price),
		journal: journalOf(p, s),
		asked: new Int32Array(mostAtOnce),
		waiting: new Int32Array(p.units + 1),
		waitingCount: 0,
		lost: new Float64Array(p.units),
		gone: new Int32Array(p.units),
		kept: new Int32Array(p.units + 1),
		keptPrice: new Float64Array(p.requests),
		listedIn: new Int32Array(p.units),
		step: 0
	};
}

/** Whether lanes can take the candidate now. */
export function isFree(w: Work, c: number) {
	const { p, slates } = w;
	for (let k = c * p.width; k < (c + 1) * p.width; k++) {
		const cell = p.candCell[k]!;
		if (cell < 0) break;
		refreshSlate(p, w.s, slates, p.cellSlate[cell]!, w.price);
		if (slates.cost[cell]! >= never) return false;
	}
	return true;
}

/**
 * Takes up to `most` talks of a unit out and plans them again, exactly. Talks that are in the way leave (only when
 * `priced`) and their units join the waiting list. Answers by how much the programme expects the cost to go up, prices
 * included.
 */
export function planUnit(w: Work, unit: number, priced: boolean, most: number) {
	const { p, s } = w;
	const count = askFor(w, unit, most);
	if (!count) return 0;
	const before = s.cost;
	for (let i = 0; i < count; i++) if (s.at[w.asked[i]!]! >= 0) w.journal.withdraw(w.asked[i]!);
	const value = s.cost - before + w.family.best(unit, w.asked, count, priced);
	for (let i = 0; i < count; i++) {
		const c = w.family.chosen[i]!;
		if (c < 0) continue;
		if (priced) makeRoom(w, c);
		if (isFree(w, c)) w.journal.place(w.asked[i]!, c);
	}
	return value;
}

/** Chooses the talks to plan: all of them, or as many neighbours from a random one on as one programme can hold. */
function askFor(w: Work, unit: number, most: number) {
	const { p, asked } = w;
	const from = p.unitFrom[unit]!;
	const size = p.unitFrom[unit + 1]! - from;
	const start = size > most ? w.chance.below(size) : 0;
	let count = 0;
	for (let i = 0; i < size && count < most; i++) {
		const r = p.unitRequest[from + ((start + i) % size)]!;
		if (p.locked[r]! < 0 && p.candFrom[r]! < p.candFrom[r + 1]!) asked[count++] = r;
	}
	return count;
}

/** Asks away what stands between a candidate and its place. */
function makeRoom(w: Work, c: number) {
	const { p, s, slates } = w;
	for (let k = c * p.width; k < (c + 1) * p.width; k++) {
		const cell = p.candCell[k]!;
		if (cell < 0) break;
		const slate = p.cellSlate[cell]!;
		refreshSlate(p, s, slates, slate, w.price);
		if (slates.cost[cell]! < never) continue;
		const from = slates.inTheWay[cell]!;
		for (let i = slates.inTheWayCount[cell]!; i > 0; i--) {
			const r = s.laneTalk[from]!;
			if (w.price[r]! >= never) return;
			const before = s.cost;
			w.journal.withdraw(r);
			const unit = p.unit[r]!;
			list(w, unit);
			w.lost[unit]! += s.cost - before;
			w.gone[unit] = r;
		}
	}
}

/** Puts a unit on the list of those to be planned again in this step, once. */
export function list(w: Work, unit: number) {
	if (w.listedIn[unit] === w.step) return;
	w.listedIn[unit] = w.step;
	w.lost[unit] = 0;
	w.gone[unit] = -1;
	w.waiting[w.waitingCount++] = unit;
}
