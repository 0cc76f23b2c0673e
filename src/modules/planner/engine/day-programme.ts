import type { Context } from './context.ts';
import type { Items } from './items.ts';
import { never, type Problem } from './problem.ts';
import { mostAtOnce, setsWithout } from './subsets.ts';

/** A unit whose talks are being planned: which, how many, and the talks its parties keep meanwhile, if any. */
export type Asked = { unit: number; count: number; parties: number; context: Context | undefined };

/** What is already known about the cost of a whole answer; all in thousandths, by set of talks. */
export type Bounds = {
	/** No answer as dear as this one is of interest. */
	ceiling: number;
	/** Cost of leaving these talks out. */
	out: Float64Array;
	/** The least that the talks outside the set still cost, in the plan or out of it. */
	rest: Float64Array;
};

export type DayProgramme = {
	/** Fills `best` and `last` of the day; lowers the ceiling when the day alone makes a better answer. */
	plan(asked: Asked, day: number, bounds: Bounds, margin: number): void;
	/** Notes what was chosen on the day for a set of talks. */
	follow(day: number, set: number, count: number, chosen: Int32Array): void;
	/** Cheapest way to hold exactly this set on this day, `day << mostAtOnce | set`. */
	best: Float64Array;
};

/**
 * Dynamic programme over the items of a day by start: state = (last item, set of talks done), a step adds the wait in
 * between. States that cannot stay below the ceiling are dropped; the answer stays exact.
 */
export function dayProgramme(p: Problem, items: Items): DayProgramme {
	const best = new Float64Array(p.days << mostAtOnce);
	const last = new Int32Array(p.days << mostAtOnce);
	const alive = new Int32Array(items.cand.length);
	let reach = new Float64Array(1 << 14);
	let before = new Int32Array(1 << 14);

	function plan({ unit, count, parties, context }: Asked, day: number, bounds: Bounds, margin: number) {
		const { bit, local, start, end, cost } = items;
		const { out, rest } = bounds;
		const { waitCost, unitNeed, unitWalk } = p;
		const size = 1 << count;
		const days = day << mostAtOnce;
		best.fill(never, days, days + size);
		const living = stillOfInterest(day, bounds, margin);
		if (!living) return;
		// The rows of all days stay until the answer is read, so there is room for all of them from the first day on.
		if (items.dayFrom[p.days]! << count > reach.length) grow(items.dayFrom[p.days]! << (count + 1));

		const busy = context?.busy[day] === 1 ? context : undefined;
		const base = busy ? busy.ownWait(unit, day) : 0;
		const horizon = busy ? 1e6 : longestGap(bounds, parties);
		const members = p.unitFrom[unit + 1]! - p.unitFrom[unit]!;
		const pair = p.unitPairFrom[unit]!;
		let { ceiling } = bounds;
		for (let a = 0; a < living; a++) {
			const i = alive[a]!;
			const mine = bit[i]!;
			const alone = 1 << mine;
			const row = i << count;
			const price = cost[i]!;
			reach.fill(never, row, row + size);
			const opening = busy ? price + busy.waitBefore(unit, day, items.cand[i]!) - base : price;
			if (opening + rest[alone]! < ceiling) {
				reach[row | alone] = opening;
				before[row | alone] = -1;
			}
			const from = start[i]!;
			const toMine = pair + local[i]!;
			for (let b = a - 1; b >= 0; b--) {
				const j = alive[b]!;
				if (from - start[j]! > horizon) break;
				const other = bit[j]!;
				if (other === mine) continue;
				const gap = from - end[j]!;
				const cross = toMine + local[j]! * members;
				if (gap < unitNeed[cross]!) continue;
				const wait = busy
					? busy.waitAlong(unit, day, items.cand[j]!, items.cand[i]!)
					: waitCost[gap - unitWalk[cross]!]! * parties;
				const step = wait + price;
				if (step + cost[j]! + rest[alone | (1 << other)]! >= ceiling) continue;
				const sets = setsWithout[(count * mostAtOnce + other) * mostAtOnce + mine]!;
				const old = j << count;
				for (let m = 0; m < sets.length; m++) {
					const set = sets[m]! | alone;
					const value = reach[old | sets[m]!]! + step;
					if (value < reach[row | set]! && value + rest[set]! < ceiling) {
						reach[row | set] = value;
						before[row | set] = j;
					}
				}
			}
			const closing = busy ? busy.waitAfter(unit, day, items.cand[i]!) : 0;
			for (let set = alone; set < size; set++) {
				const value = reach[row | set]! + closing;
				if (value >= best[days | set]!) continue;
				best[days | set] = value;
				last[days | set] = i;
				if (!context && value + out[(size - 1) & ~set]! < ceiling) ceiling = value + out[(size - 1) & ~set]! + 1;
			}
		}
		bounds.ceiling = ceiling;
	}

	/** Items that some answer below the ceiling could still use. */
	function stillOfInterest(day: number, { ceiling, rest }: Bounds, margin: number) {
		let living = 0;
		for (let i = items.dayFrom[day]!; i < items.dayFrom[day + 1]!; i++)
			if (
				items.cost[i]! + rest[1 << items.bit[i]!]! < ceiling &&
				items.cost[i]! <= items.dayLowest[day * mostAtOnce + items.bit[i]!]! + margin
			)
				alive[living++] = i;
		return living;
	}

	/** Minutes between two starts beyond which the wait alone is too dear. */
	function longestGap({ ceiling, rest }: Bounds, parties: number) {
		const room = (ceiling - rest[0]!) / parties;
		let low = 0;
		let high = p.waitCost.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (p.waitCost[middle]! < room) low = middle;
			else high = middle - 1;
		}
		return low + p.longest;
	}

	function grow(room: number) {
		reach = new Float64Array(room);
		before = new Int32Array(room);
	}

	function follow(day: number, set: number, count: number, chosen: Int32Array) {
		let i = last[(day << mostAtOnce) | set]!;
		let left = set;
		while (i >= 0) {
			chosen[items.bit[i]!] = items.cand[i]!;
			const previous = before[(i << count) | left]!;
			left ^= 1 << items.bit[i]!;
			i = previous;
		}
	}

	return { plan, follow, best };
}
