import type { Chance } from './chance.ts';
import { never, thousand, type Problem } from './problem.ts';
import { visitsOf, type Visits } from './visits.ts';

/** Rounds in which prices follow what is asked of each lane, and rounds in which families choose one after another. */
const pricing = 200;
const choosing = 120;
/** How fast a price a minute follows a minute too many, at first, and how that fades. */
const firstStride = 0.08 * thousand;
const fading = 0.97;
/** What a minute too many costs a family that chooses, from the first round to the last. */
const lenient = 10 * thousand;
const strict = 300 * thousand;
/** Random share in a choice, from the first round to the last. */
const hot = 60 * thousand;
const cold = 1 * thousand;

/**
 * On which day each family comes and which of its requests can be honoured, as if times did not matter: Lagrangian prices
 * for the minutes of staff (subgradient steps, Held, Wolfe and Crowder 1974), then families choose in random order at
 * prices that give way to plain capacity. Within a thousandth of the linear bound in a fifth of a second on 1,450 families.
 * Answers 1 for each request and day, `request * days + day`, that the division leaves open.
 */
export function divideDays(p: Problem, chance: Chance): Uint8Array {
	const { days } = p;
	const visits = visitsOf(p);
	if (!visits.whole.includes(1)) return new Uint8Array(p.requests * days).fill(1);
	const choice = choiceOf(p, visits);
	for (let round = 0, stride = firstStride; round < pricing; round++, stride *= fading) {
		choice.load.fill(0);
		for (let visit = 0; visit < visits.count; visit++) choice.choose(visit, 0);
		for (let lane = 0; lane < p.lanes; lane++) {
			const over = choice.load[lane]! - visits.capacity[lane]!;
			choice.price[lane] = Math.max(0, choice.price[lane]! + stride * over);
		}
	}
	const learned = choice.price.slice();
	for (let round = 0; round < choosing; round++) {
		const x = round / choosing;
		for (let lane = 0; lane < p.lanes; lane++) choice.price[lane] = learned[lane]! * (1 - x);
		choice.fine = lenient * (strict / lenient) ** x;
		const heat = hot * (cold / hot) ** x;
		for (let i = 0; i < visits.count; i++) {
			const visit = chance.below(visits.count);
			choice.leave(visit);
			choice.choose(visit, heat, chance);
		}
	}
	const open = new Uint8Array(p.requests * days);
	visits.requests.forEach((members, visit) => {
		for (const r of members)
			if (!visits.whole[visit]) open.fill(1, r * days, (r + 1) * days);
			else if (choice.honoured[r]) open[r * days + choice.day[visit]!] = 1;
	});
	return open;
}

/** What visits choose at the prices of today, and the minutes that this asks of each lane. */
function choiceOf(p: Problem, { requests, count, least, most, capacity }: Visits) {
	const { days } = p;
	const longest = requests.reduce((size, members) => Math.max(size, members.length), 1);
	const gain = new Float64Array(longest);
	const who = new Int32Array(longest);
	const trial = new Uint8Array(p.requests);
	const choice = {
		price: new Float64Array(p.lanes),
		load: new Float64Array(p.lanes),
		fine: 0,
		day: new Int32Array(count),
		honoured: new Uint8Array(p.requests),
		choose,
		leave: (visit: number) => ask(visit, -1)
	};

	function choose(visit: number, heat: number, chance?: Chance) {
		let best = Infinity;
		for (let day = 0; day < days; day++) {
			const cost = costOn(visit, day) + (chance ? heat * chance.real() : 0);
			if (cost >= best) continue;
			best = cost;
			choice.day[visit] = day;
			for (const r of requests[visit]!) choice.honoured[r] = trial[r]!;
		}
		ask(visit, 1);
	}

	/** Leaves out what is worth least as long as that is cheaper; `trial` then says what stays. */
	function costOn(visit: number, day: number) {
		const members = requests[visit]!;
		let cost = 0;
		let left = 0;
		let out = 0;
		for (let k = 0; k < members.length; k++) {
			const r = members[k]!;
			const fixed = least[r * days + day]!;
			trial[r] = 0;
			if (fixed >= never) {
				cost += p.unmet[r]! + p.fair * out++;
				continue;
			}
			const worth = p.unmet[r]! - fixed - priceOf(r, day);
			let i = left++;
			for (; i > 0 && gain[i - 1]! > worth; i--) {
				gain[i] = gain[i - 1]!;
				who[i] = who[i - 1]!;
			}
			gain[i] = worth;
			who[i] = r;
		}
		for (let i = 0; i < left; i++) {
			const r = who[i]!;
			cost += p.unmet[r]!;
			if (gain[i]! + p.fair * out < 0 || left - i > most[visit * days + day]!) cost += p.fair * out++;
			else {
				trial[r] = 1;
				cost -= gain[i]!;
			}
		}
		return cost;
	}

	function priceOf(r: number, day: number) {
		const minutes = p.minutes[r]! + 2 * p.pad[r]!;
		let sum = 0;
		for (let k = p.staffFrom[r]!; k < p.staffFrom[r + 1]!; k++) {
			const lane = p.staffOf[k]! * days + day;
			const over = choice.load[lane]! + minutes - capacity[lane]!;
			sum += choice.price[lane]! * minutes + (over > 0 ? choice.fine * over : 0);
		}
		return sum;
	}

	function ask(visit: number, sign: number) {
		for (const r of requests[visit]!)
			if (choice.honoured[r])
				for (let k = p.staffFrom[r]!; k < p.staffFrom[r + 1]!; k++)
					choice.load[p.staffOf[k]! * days + choice.day[visit]!]! += sign * (p.minutes[r]! + 2 * p.pad[r]!);
	}
	return choice;
}
