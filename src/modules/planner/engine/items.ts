import type { Context } from './context.ts';
import { never, type Problem } from './problem.ts';
import { refreshSlate, type Slates } from './slates.ts';
import type { State } from './state.ts';
import { mostAtOnce } from './subsets.ts';

/** The candidates that one family programme chooses from, day by day, each day by start. */
export type Items = {
	cand: Int32Array;
	/** Place of the talk among those asked, and in its unit. */
	bit: Int32Array;
	local: Int32Array;
	start: Int32Array;
	end: Int32Array;
	/** Fixed cost, change of the staff's day and, when priced, what it costs to get the place. */
	cost: Float64Array;
	dayFrom: Int32Array;
	/** Cheapest item of each talk on each day, `day * mostAtOnce + bit`, and over all days. */
	dayLowest: Float64Array;
	lowest: Float64Array;
	gather(unit: number, bitOf: Int32Array, priced: boolean, context: Context | undefined): void;
};

/** Number of factors in a mood, a power of two. */
export const moods = 1024;

/** Factors on prices, taken from a random place on. */
export type Mood = { shift: number; factor: Float64Array };

export function itemsOf(p: Problem, s: State, t: Slates, price: Float64Array, mood: Mood, open: Uint8Array): Items {
	const room = mostOffers(p);
	const cand = new Int32Array(room);
	const bit = new Int32Array(room);
	const local = new Int32Array(room);
	const start = new Int32Array(room);
	const end = new Int32Array(room);
	const cost = new Float64Array(room);
	const dayFrom = new Int32Array(p.days + 1);
	const dayLowest = new Float64Array(p.days * mostAtOnce);
	const lowest = new Float64Array(mostAtOnce);

	function gather(unit: number, bitOf: Int32Array, priced: boolean, context: Context | undefined) {
		const { width, candCell, candStart, candRequest, offerFrom } = p;
		let n = 0;
		lowest.fill(never);
		dayLowest.fill(never);
		for (let day = 0; day < p.days; day++) {
			dayFrom[day] = n;
			const list = unit * p.days + day;
			if (offerFrom[list] === offerFrom[list + 1] || context?.open[day] === 0) continue;
			const busy = context?.busy[day] === 1;
			for (let i = p.unitSlateFrom[list]!; i < p.unitSlateFrom[list + 1]!; i++)
				refreshSlate(p, s, t, p.unitSlate[i]!, price);
			for (let i = offerFrom[list]!; i < offerFrom[list + 1]!; i++) {
				const c = p.offer[i]!;
				const r = candRequest[c]!;
				const b = bitOf[p.local[r]!]!;
				if (b < 0 || open[r * p.days + day] === 0) continue;
				let sum = p.candFixed[c]!;
				for (let k = c * width; k < (c + 1) * width && sum < never; k++) {
					const cell = candCell[k]!;
					if (cell < 0) break;
					if (t.cost[cell]! < never) sum += t.cost[cell]!;
					else sum = priced ? sum + priceOf(cell) : never;
				}
				if (sum >= never || (busy && !context!.fits(unit, day, r, candStart[c]!))) continue;
				cand[n] = c;
				bit[n] = b;
				local[n] = p.local[r]!;
				start[n] = candStart[c]!;
				end[n] = candStart[c]! + p.minutes[r]!;
				cost[n++] = sum;
				if (sum < dayLowest[day * mostAtOnce + b]!) dayLowest[day * mostAtOnce + b] = sum;
				if (sum < lowest[b]!) lowest[b] = sum;
			}
		}
		dayFrom[p.days] = n;
	}

	/** What has to leave before the cell is free, at today's prices. */
	function priceOf(cell: number) {
		const from = t.inTheWay[cell]!;
		const upTo = from + t.inTheWayCount[cell]!;
		if (from === upTo) return never;
		let sum = 0;
		for (let i = from; i < upTo; i++)
			sum += price[s.laneTalk[i]!]! * mood.factor[(s.laneTalk[i]! + mood.shift) & (moods - 1)]!;
		return sum;
	}

	return { cand, bit, local, start, end, cost, dayFrom, dayLowest, lowest, gather };
}

function mostOffers(p: Problem) {
	let most = 1;
	for (let unit = 0; unit < p.units; unit++)
		most = Math.max(most, p.offerFrom[(unit + 1) * p.days]! - p.offerFrom[unit * p.days]!);
	return most;
}
