import { chanceOf, type Chance } from './chance.ts';
import { familyProgramme, type FamilyProgramme } from './family.ts';
import { moods, type Mood } from './items.ts';
import { journalOf, type Journal } from './journal.ts';
import { mixFor, type Mix } from './mix.ts';
import { never, thousand, type Problem } from './problem.ts';
import { refreshSlate, slatesOf, type Slates } from './slates.ts';
import { emptyState, type State } from './state.ts';
import { mostAtOnce } from './subsets.ts';

/** What a place is thought to cost before anything was learned. */
export const firstPrice = 30 * thousand;
/** Talks planned at once in a family that is too large to be planned whole. */
const block = 5;

/** Everything a neighbourhood works with: the plan in the making and the tools to change it. */
export type Work = {
	p: Problem;
	s: State;
	slates: Slates;
	/** What it is thought to cost to ask each talk to make room, learned while searching. */
	price: Float64Array;
	chance: Chance;
	/** A random eye on prices, another one for each link, so that the same chain is not tried over and over. */
	mood: Mood;
	/** Whether a request may be held on a day for now, `request * days + day`. */
	open: Uint8Array;
	/** Steps left in which units keep to the days of the first division. */
	focus: number;
	mix: Mix;
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
	const price = new Float64Array(p.requests).fill(firstPrice);
	for (let r = 0; r < p.requests; r++) if (p.locked[r]! >= 0) price[r] = never;
	const chance = chanceOf(seed);
	const mood = { shift: 0, factor: new Float64Array(moods) };
	for (let i = 0; i < moods; i++) mood.factor[i] = 0.1 + 1.8 * chance.real();
	const open = new Uint8Array(p.requests * p.days).fill(1);
	return {
		p,
		s,
		open,
		focus: 0,
		slates,
		price,
		chance,
		mood,
		mix: mixFor(p),
		family: familyProgramme(p, s, slates, price, mood, open),
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
	const { p } = w;
	if (p.unitFrom[unit + 1]! - p.unitFrom[unit]! > most && w.chance.below(2)) return planInBlocks(w, unit, priced, most);
	return planTogether(w, askFor(w, unit, most), unit, priced);
}

/** A family too large for one programme, once taken out whole: it may come back on another day, block after block. */
function planInBlocks(w: Work, unit: number, priced: boolean, most: number) {
	const { p, s } = w;
	const before = s.cost;
	const [from, upTo] = [p.unitFrom[unit]!, p.unitFrom[unit + 1]!];
	for (let k = from; k < upTo; k++) {
		const r = p.unitRequest[k]!;
		if (s.at[r]! >= 0 && p.locked[r]! < 0) w.journal.withdraw(r);
	}
	let value = s.cost - before;
	const first = w.chance.below(upTo - from);
	const blocks = Math.ceil((upTo - from) / most);
	const size = Math.ceil((upTo - from) / blocks);
	for (let done = 0; done < upTo - from;) {
		let count = 0;
		for (; done < upTo - from && count < size; done++) {
			const r = p.unitRequest[from + ((first + done) % (upTo - from))]!;
			if (p.locked[r]! < 0 && p.candFrom[r]! < p.candFrom[r + 1]!) w.asked[count++] = r;
		}
		value += planTogether(w, count, unit, priced);
	}
	return value;
}

function planTogether(w: Work, count: number, unit: number, priced: boolean) {
	const { s } = w;
	if (!count) return 0;
	const before = s.cost;
	for (let i = 0; i < count; i++) if (s.at[w.asked[i]!]! >= 0) w.journal.withdraw(w.asked[i]!);
	const saved = s.cost - before;
	if (priced) w.mood.shift = w.chance.below(moods);
	const value = saved + w.family.best(unit, w.asked, count, priced, saved);
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
	const start = size > most ? firstOfBlock(w, from, size) : 0;
	const room = size > most ? block : most;
	let count = 0;
	for (let i = 0; i < size && count < room; i++) {
		const r = p.unitRequest[from + ((start + i) % size)]!;
		if (p.locked[r]! < 0 && p.candFrom[r]! < p.candFrom[r + 1]!) asked[count++] = r;
	}
	return count;
}

/** A random talk, an unmet one if a few throws find it. */
function firstOfBlock(w: Work, from: number, size: number) {
	let start = w.chance.below(size);
	for (let tries = 0; tries < 3 && w.s.at[w.p.unitRequest[from + start]!]! >= 0; tries++) start = w.chance.below(size);
	return start;
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
