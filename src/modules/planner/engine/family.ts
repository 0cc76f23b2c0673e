import { contextOf, type Context } from './context.ts';
import { never, type Problem } from './problem.ts';
import { refreshSlate, type Slates } from './slates.ts';
import type { State } from './state.ts';
import { bitCounts, mostAtOnce, setsWithout } from './subsets.ts';

export type FamilyProgramme = {
	/**
	 * Finds the cheapest way to hold any of the talks `asked` (requests of one unit, all unmet now), exactly: which ones,
	 * on which days, when. With `priced`, occupied places may be taken at the price of the talks that are in the way.
	 * Answers what the best way costs above leaving all of them out; `chosen` then holds a candidate for each asked
	 * talk, -1 for one that is left out.
	 *
	 * Per day a dynamic programme over candidates by start: state = (last candidate, set of talks done), a step adds the
	 * wait in between; days are then combined by subset with the cost of extra visits.
	 */
	best(unit: number, asked: Int32Array, count: number, priced: boolean): number;
	chosen: Int32Array;
};

export function familyProgramme(p: Problem, s: State, t: Slates, price: Float64Array): FamilyProgramme {
	const chosen = new Int32Array(mostAtOnce);
	const sizes = mostOffers(p);
	const items = sizes.items;
	const bitOf = new Int32Array(sizes.members).fill(-1);
	const itemCand = new Int32Array(items);
	const itemBit = new Int32Array(items);
	const itemStart = new Int32Array(items);
	const itemEnd = new Int32Array(items);
	const itemLocal = new Int32Array(items);
	const itemCost = new Float64Array(items);
	const dayFrom = new Int32Array(p.days + 1);
	const lowest = new Float64Array(mostAtOnce);
	const out = new Float64Array(1 << mostAtOnce);
	const rest = new Float64Array(1 << mostAtOnce);
	let reach = new Float64Array(1 << 14);
	let before = new Int32Array(1 << 14);
	const dayBest = new Float64Array(p.days << mostAtOnce);
	const dayLast = new Int32Array(p.days << mostAtOnce);
	const total = new Float64Array((mostAtOnce + 1) << mostAtOnce);
	const taken = new Int32Array((p.days * (mostAtOnce + 1)) << mostAtOnce);
	const context: Context = contextOf(p, s);

	function best(unit: number, asked: Int32Array, count: number, priced: boolean) {
		const size = 1 << count;
		for (let bit = 0; bit < count; bit++) bitOf[p.local[asked[bit]!]!] = bit;
		const parties = p.unitPartyFrom[unit + 1]! - p.unitPartyFrom[unit]!;
		const mixed = p.unitMixed[unit] === 1 || count < p.unitFrom[unit + 1]! - p.unitFrom[unit]!;
		if (mixed) context.look(unit);
		gather(unit, priced, mixed, count);
		for (let bit = 0; bit < count; bit++) bitOf[p.local[asked[bit]!]!] = -1;

		boundsOf(asked, count);
		let ceiling = mixed ? never : out[size - 1]!;
		const limit = mixed ? context.daysLeft : dayLimit(unit);
		const counting = limit < Math.min(count, p.days);
		const most = counting ? limit : 0;
		total.fill(never, 0, (most + 1) << count);
		total[0] = 0;
		for (let day = 0; day < p.days; day++) {
			const begin = dayFrom[day]!;
			const end = dayFrom[day + 1]!;
			taken.fill(0, (day * (mostAtOnce + 1)) << count, (day * (mostAtOnce + 1) + most + 1) << count);
			if (begin === end) continue;
			const busy = mixed && context.busy[day] === 1;
			ceiling = planDay(unit, day, begin, end, count, parties, busy, ceiling, mixed);
			const visit = p.extraDay * (mixed ? context.newcomers[day]! : parties);
			const step = counting && !(mixed && context.newcomers[day] === 0) ? 1 : 0;
			combine(day, count, most, step, visit, !mixed);
		}
		const refund = p.extraDay * (mixed ? context.homebodies : parties);
		let value = out[size - 1]!;
		let done = 0;
		let visits = 0;
		for (let k = 0; k <= most; k++)
			for (let mask = 1; mask < size; mask++) {
				const sum = total[(k << count) | mask]! + out[(size - 1) & ~mask]! - refund;
				if (sum < value) {
					value = sum;
					done = mask;
					visits = k;
				}
			}
		chosen.fill(-1);
		for (let day = p.days - 1; day >= 0 && done; day--) {
			const part = taken[((day * (mostAtOnce + 1) + visits) << count) | done]!;
			if (!part) continue;
			const step = counting && !(mixed && context.newcomers[day] === 0) ? 1 : 0;
			visits -= step;
			done &= ~part;
			follow(dayLast[(day << mostAtOnce) | part]!, part, count);
		}
		return value - out[size - 1]!;
	}

	/** Collects the candidates that are free, or can be bought. */
	function gather(unit: number, priced: boolean, mixed: boolean, count: number) {
		let n = 0;
		const { width } = p;
		for (let bit = 0; bit < count; bit++) lowest[bit] = never;
		for (let day = 0; day < p.days; day++) {
			dayFrom[day] = n;
			const list = unit * p.days + day;
			if (p.offerFrom[list] === p.offerFrom[list + 1] || (mixed && context.open[day] === 0)) continue;
			for (let i = p.unitSlateFrom[list]!; i < p.unitSlateFrom[list + 1]!; i++)
				refreshSlate(p, s, t, p.unitSlate[i]!, price);
			for (let i = p.offerFrom[list]!; i < p.offerFrom[list + 1]!; i++) {
				const c = p.offer[i]!;
				const r = p.candRequest[c]!;
				const bit = bitOf[p.local[r]!]!;
				if (bit < 0) continue;
				let cost = p.candFixed[c]!;
				for (let k = c * width; k < (c + 1) * width && cost < never; k++) {
					const cell = p.candCell[k]!;
					if (cell < 0) break;
					if (t.cost[cell]! < never) cost += t.cost[cell]!;
					else cost = priced ? cost + priceOf(cell) : never;
				}
				if (cost >= never) continue;
				const start = p.candStart[c]!;
				if (mixed && context.busy[day] === 1 && !context.fits(unit, day, r, start)) continue;
				itemCand[n] = c;
				itemBit[n] = bit;
				itemLocal[n] = p.local[r]!;
				itemStart[n] = start;
				itemEnd[n] = start + p.minutes[r]!;
				itemCost[n] = cost;
				if (cost < lowest[bit]!) lowest[bit] = cost;
				n++;
			}
		}
		dayFrom[p.days] = n;
		if (n << count > reach.length) {
			reach = new Float64Array(n << (count + 1));
			before = new Int32Array(n << (count + 1));
		}
	}

	/** What has to leave before the cell is free, at today's prices. */
	function priceOf(cell: number) {
		let sum = 0;
		const from = t.inTheWay[cell]!;
		const upTo = from + t.inTheWayCount[cell]!;
		if (from === upTo) return never;
		for (let i = from; i < upTo; i++) sum += price[s.laneTalk[i]!]!;
		return sum;
	}

	/** `out[mask]`: cost of leaving these talks out; `rest[mask]`: the least that the talks outside the mask can still cost. */
	function boundsOf(asked: Int32Array, count: number) {
		const others = s.unmetOf[p.household[asked[0]!]!]! - count;
		const size = 1 << count;
		for (let mask = 0; mask < size; mask++) {
			let cost = 0;
			let least = 0;
			for (let bit = 0; bit < count; bit++)
				if (mask & (1 << bit)) cost += p.unmet[asked[bit]!]!;
				else least += Math.min(lowest[bit]!, p.unmet[asked[bit]!]!);
			const u = bitCounts[mask]!;
			out[mask] = cost + p.fair * (u * others + (u * (u - 1)) / 2);
			rest[mask] = least;
		}
	}

	function planDay(
		unit: number,
		day: number,
		begin: number,
		end: number,
		count: number,
		parties: number,
		busy: boolean,
		ceiling: number,
		mixed: boolean
	) {
		const size = 1 << count;
		const members = p.unitFrom[unit + 1]! - p.unitFrom[unit]!;
		const pair = p.unitPairFrom[unit]!;
		const days = day << mostAtOnce;
		const { waitCost, unitNeed, unitWalk } = p;
		for (let mask = 0; mask < size; mask++) dayBest[days | mask] = never;
		const base = busy ? context.ownWait(unit, day) : 0;
		reach.fill(never, begin << count, end << count);
		for (let i = begin; i < end; i++) {
			const bit = itemBit[i]!;
			const cost = itemCost[i]!;
			const start = itemStart[i]!;
			const row = i << count;
			const alone = 1 << bit;
			const opening = busy ? cost + context.waitBefore(unit, day, itemCand[i]!) - base : cost;
			if (opening + rest[alone]! < ceiling) {
				reach[row | alone] = opening;
				before[row | alone] = -1;
			}
			const toLocal = pair + itemLocal[i]!;
			for (let j = begin; j < i; j++) {
				const from = itemBit[j]!;
				if (from === bit) continue;
				const gap = start - itemEnd[j]!;
				const cross = toLocal + itemLocal[j]! * members;
				if (gap < unitNeed[cross]!) continue;
				const wait = busy
					? context.waitAlong(unit, day, itemCand[j]!, itemCand[i]!)
					: waitCost[gap - unitWalk[cross]!]! * parties;
				const step = wait + cost;
				if (step + rest[alone | (1 << from)]! + lowest[from]! >= ceiling) continue;
				const sets = setsWithout[(count * mostAtOnce + from) * mostAtOnce + bit]!;
				const old = j << count;
				for (let m = 0; m < sets.length; m++) {
					const mask = sets[m]!;
					const value = reach[old | mask]! + step;
					const now = row | mask | alone;
					if (value < reach[now]! && value + rest[mask | alone]! < ceiling) {
						reach[now] = value;
						before[now] = j;
					}
				}
			}
			const closing = busy ? context.waitAfter(unit, day, itemCand[i]!) : 0;
			for (let mask = alone; mask < size; mask++) {
				const value = reach[row | mask]! + closing;
				if (value < dayBest[days | mask]!) {
					dayBest[days | mask] = value;
					dayLast[days | mask] = i;
					const whole = value + out[(size - 1) & ~mask]!;
					if (whole < ceiling && !mixed) ceiling = whole + 1;
				}
			}
		}
		return ceiling;
	}

	/** Adds a day to what earlier days have done; going down through the sets keeps the earlier values intact. */
	function combine(day: number, count: number, most: number, step: number, visit: number, plain: boolean) {
		const days = day << mostAtOnce;
		for (let k = most; k >= step; k--)
			for (let mask = (1 << count) - 1; mask > 0; mask--) {
				const at = (k << count) | mask;
				let least = total[at]!;
				let with_ = 0;
				const single = plain && step === 1 && k === 1;
				for (let part = mask; part > 0; part = single ? 0 : (part - 1) & mask) {
					const today = dayBest[days | part]!;
					if (today >= never) continue;
					const value = total[((k - step) << count) | (mask ^ part)]! + today + visit;
					if (value < least) {
						least = value;
						with_ = part;
					}
				}
				if (with_) {
					total[at] = least;
					taken[((day * (mostAtOnce + 1) + k) << count) | mask] = with_;
				}
			}
	}

	/** Walks back through one day and notes what was chosen. */
	function follow(last: number, part: number, count: number) {
		let i = last;
		let mask = part;
		while (i >= 0) {
			chosen[itemBit[i]!] = itemCand[i]!;
			const j = before[(i << count) | mask]!;
			mask ^= 1 << itemBit[i]!;
			i = j;
		}
	}

	function dayLimit(unit: number) {
		let least = p.days;
		for (let k = p.unitPartyFrom[unit]!; k < p.unitPartyFrom[unit + 1]!; k++)
			least = Math.min(least, p.maxDays[p.unitParty[k]!]!);
		return least;
	}

	return { best, chosen };
}

function mostOffers(p: Problem) {
	let items = 1;
	let members = 1;
	for (let unit = 0; unit < p.units; unit++) {
		items = Math.max(items, p.offerFrom[(unit + 1) * p.days]! - p.offerFrom[unit * p.days]!);
		members = Math.max(members, p.unitFrom[unit + 1]! - p.unitFrom[unit]!);
	}
	return { items, members };
}
