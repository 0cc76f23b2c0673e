import { contextOf } from './context.ts';
import { dayProgramme, type Bounds } from './day-programme.ts';
import { itemsOf, type Mood } from './items.ts';
import { never, thousand, type Problem } from './problem.ts';
import type { Slates } from './slates.ts';
import type { State } from './state.ts';
import { bitCounts, mostAtOnce } from './subsets.ts';

export type FamilyProgramme = {
	/**
	 * Finds the cheapest way to hold any of the `count` talks `asked` (requests of one unit, all unmet now), exactly: which
	 * ones, on which days, when. With `priced`, occupied places may be taken at the price of the talks that are in the
	 * way. `known` is by how much a known answer is cheaper than leaving all out; no dearer one is looked for.
	 * Answers what the best way costs above leaving all of them out; `chosen` then holds a candidate for each asked
	 * talk, -1 for one that is left out.
	 */
	best(unit: number, asked: Int32Array, count: number, priced: boolean, known: number): number;
	chosen: Int32Array;
};

/** How much dearer than the cheapest item of its talk an item may be in the first, rough look. */
const rough = 60 * thousand;
const visitsRoom = mostAtOnce + 1;

/** Plans the talks of one family: a programme for each day, and days combined by subset with the cost of extra visits. */
export function familyProgramme(
	p: Problem,
	s: State,
	slates: Slates,
	price: Float64Array,
	mood: Mood,
	open: Uint8Array
): FamilyProgramme {
	const chosen = new Int32Array(mostAtOnce);
	const bitOf = new Int32Array(mostMembers(p)).fill(-1);
	const items = itemsOf(p, s, slates, price, mood, open);
	const days = dayProgramme(p, items);
	const context = contextOf(p, s);
	const out = new Float64Array(1 << mostAtOnce);
	const rest = new Float64Array(1 << mostAtOnce);
	const bounds: Bounds = { ceiling: never, out, rest };
	const asking = { unit: 0, count: 0, parties: 0, context: undefined as typeof context | undefined };
	const total = new Float64Array(visitsRoom << mostAtOnce);
	const taken = new Int32Array((p.days * visitsRoom) << mostAtOnce);

	function best(unit: number, asked: Int32Array, count: number, priced: boolean, known: number) {
		const all = (1 << count) - 1;
		let mixed = p.unitMixed[unit] === 1 || count < p.unitFrom[unit + 1]! - p.unitFrom[unit]!;
		if (mixed) {
			context.look(unit);
			// Without any talk of its parties elsewhere, a unit is as simple as one that stands alone.
			mixed = context.homebodies < p.unitPartyFrom[unit + 1]! - p.unitPartyFrom[unit]!;
		}
		asking.unit = unit;
		asking.count = count;
		asking.parties = p.unitPartyFrom[unit + 1]! - p.unitPartyFrom[unit]!;
		asking.context = mixed ? context : undefined;
		for (let bit = 0; bit < count; bit++) bitOf[p.local[asked[bit]!]!] = bit;
		items.gather(unit, bitOf, priced, asking.context);
		for (let bit = 0; bit < count; bit++) bitOf[p.local[asked[bit]!]!] = -1;

		leavingOut(asked, count);
		bounds.ceiling = mixed ? never : p.unitShares[unit] === 1 ? out[all]! : out[all]! - known + 1;
		const limit = mixed ? context.daysLeft : dayLimit(unit);
		const most = limit < Math.min(count, p.days) ? limit : 0;
		if (limit > 1 || mixed) atLeast(asked, count, 0, items.lowest);
		// A rough look first: a good answer early lets the exact look drop most states.
		if (limit === 1 && !mixed && count > 2)
			for (let day = 0; day < p.days; day++) {
				if (items.dayFrom[day] === items.dayFrom[day + 1]) continue;
				atLeast(asked, count, day * mostAtOnce, items.dayLowest);
				if (rest[0]! < bounds.ceiling) days.plan(asking, day, bounds, rough);
			}
		total.fill(never, 0, (most + 1) << count);
		total[0] = 0;
		for (let day = 0; day < p.days; day++) {
			taken.fill(0, (day * visitsRoom) << count, (day * visitsRoom + most + 1) << count);
			if (items.dayFrom[day] === items.dayFrom[day + 1]) continue;
			if (limit === 1 && !mixed) atLeast(asked, count, day * mostAtOnce, items.dayLowest);
			if (rest[0]! >= bounds.ceiling) continue;
			days.plan(asking, day, bounds, never);
			const newcomers = mixed ? context.newcomers[day]! : asking.parties;
			combine(day, count, most, most && newcomers ? 1 : 0, p.extraDay * newcomers);
		}
		return choose(count, most, p.extraDay * (mixed ? context.homebodies : asking.parties)) - out[all]!;
	}

	/** Cost of leaving out each set of talks: the household's other unmet requests make it dearer. */
	function leavingOut(asked: Int32Array, count: number) {
		const others = s.unmetOf[p.household[asked[0]!]!]! - count;
		out[0] = 0;
		for (let set = 1; set < 1 << count; set++) {
			const bit = 31 - Math.clz32(set);
			const smaller = set ^ (1 << bit);
			out[set] = out[smaller]! + p.unmet[asked[bit]!]! + p.fair * (others + bitCounts[smaller]!);
		}
	}

	/** The least that talks outside each set still cost, from the cheapest item of each. */
	function atLeast(asked: Int32Array, count: number, at: number, lowest: Float64Array) {
		const all = (1 << count) - 1;
		rest[all] = 0;
		for (let set = all - 1; set >= 0; set--) {
			const bit = 31 - Math.clz32(all ^ set);
			rest[set] = rest[set | (1 << bit)]! + Math.min(lowest[at + bit]!, p.unmet[asked[bit]!]!);
		}
	}

	/** Adds a day to what earlier days have done; going down through the sets keeps the earlier values intact. */
	function combine(day: number, count: number, most: number, step: number, visit: number) {
		const at = day << mostAtOnce;
		for (let k = most; k >= step; k--) {
			const onlyWhole = k === 1 && step === 1 && !asking.context;
			for (let set = (1 << count) - 1; set > 0; set--) {
				const here = (k << count) | set;
				for (let part = set; part > 0; part = onlyWhole ? 0 : (part - 1) & set) {
					const today = days.best[at | part]!;
					if (today >= never) continue;
					const value = total[((k - step) << count) | (set ^ part)]! + today + visit;
					if (value >= total[here]!) continue;
					total[here] = value;
					taken[((day * visitsRoom + k) << count) | set] = part;
				}
			}
		}
	}

	/** Picks the best set and walks back through the days. */
	function choose(count: number, most: number, refund: number) {
		const all = (1 << count) - 1;
		let value = out[all]!;
		let done = 0;
		let visits = 0;
		for (let k = 0; k <= most; k++)
			for (let set = 1; set <= all; set++) {
				const sum = total[(k << count) | set]! + out[all ^ set]! - refund;
				if (sum >= value) continue;
				value = sum;
				done = set;
				visits = k;
			}
		chosen.fill(-1);
		for (let day = p.days - 1; day >= 0 && done; day--) {
			const part = taken[((day * visitsRoom + visits) << count) | done]!;
			if (!part) continue;
			days.follow(day, part, count, chosen);
			if (most && !(asking.context && context.newcomers[day] === 0)) visits--;
			done ^= part;
		}
		return value;
	}

	function dayLimit(unit: number) {
		let least = p.days;
		for (let k = p.unitPartyFrom[unit]!; k < p.unitPartyFrom[unit + 1]!; k++)
			least = Math.min(least, p.maxDays[p.unitParty[k]!]!);
		return least;
	}

	return { best, chosen };
}

function mostMembers(p: Problem) {
	let most = 1;
	for (let unit = 0; unit < p.units; unit++) most = Math.max(most, p.unitFrom[unit + 1]! - p.unitFrom[unit]!);
	return most;
}
