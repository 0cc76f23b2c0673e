import { mostMinutes } from '#modules/planner/capacity.ts';
import { mostInOneVisit } from '#modules/planner/visit.ts';
import { never, type Problem } from './problem.ts';

/** A round seen from afar: only on which day each family comes. All costs in thousandths. */
export type Visits = {
	count: number;
	/** Requests that must be on one day: of a family that comes once; all others stand alone. */
	requests: Int32Array[];
	/** Whether the visit is a whole unit that comes on one day. */
	whole: Uint8Array;
	/** Least fixed cost of a request on a day, `request * days + day`, `never` without a start. */
	least: Float64Array;
	/** Most talks of a visit on a day, `visit * days + day`. */
	most: Int32Array;
	/** Minutes of talks that a lane can hold after breaks. */
	capacity: Float64Array;
};

export function visitsOf(p: Problem): Visits {
	const { days } = p;
	const least = new Float64Array(p.requests * days).fill(never);
	for (let c = 0; c < p.candDay.length; c++) {
		const at = p.candRequest[c]! * days + p.candDay[c]!;
		if (p.candFixed[c]! < least[at]!) least[at] = p.candFixed[c]!;
	}
	const requests: Int32Array[] = [];
	const once: boolean[] = [];
	for (let unit = 0; unit < p.units; unit++) {
		const members = p.unitRequest.subarray(p.unitFrom[unit]!, p.unitFrom[unit + 1]!);
		if (comesOnce(p, unit)) {
			requests.push(members);
			once.push(true);
		} else
			for (let i = 0; i < members.length; i++) {
				requests.push(members.subarray(i, i + 1));
				once.push(false);
			}
	}
	const most = new Int32Array(requests.length * days);
	requests.forEach((members, visit) => {
		for (let day = 0; day < days; day++) most[visit * days + day] = mostOnDay(p, members, day);
	});
	return {
		count: requests.length,
		requests,
		whole: Uint8Array.from(once, Number),
		least,
		most,
		capacity: capacityOf(p)
	};
}

export function comesOnce(p: Problem, unit: number) {
	for (let k = p.unitPartyFrom[unit]!; k < p.unitPartyFrom[unit + 1]!; k++)
		if (p.maxDays[p.unitParty[k]!] === 1) return true;
	return false;
}

function mostOnDay(p: Problem, members: Int32Array, day: number) {
	if (members.length < 3) return members.length;
	const stops = Array.from(members, (r) => {
		const starts: number[] = [];
		for (let c = p.candFrom[r]!; c < p.candFrom[r + 1]!; c++) if (p.candDay[c] === day) starts.push(p.candStart[c]!);
		return { starts, minutes: p.minutes[r]! };
	});
	const pair = p.unitPairFrom[p.unit[members[0]!]!]!;
	const between = (first: number, next: number) =>
		p.unitNeed[pair + p.local[members[first]!]! * members.length + p.local[members[next]!]!]!;
	return mostInOneVisit(stops, between);
}

function capacityOf(p: Problem) {
	const capacity = new Float64Array(p.lanes);
	const lengths = p.instance.staff.map(() => new Set<number>());
	for (let r = 0; r < p.requests; r++)
		for (let k = p.staffFrom[r]!; k < p.staffFrom[r + 1]!; k++)
			lengths[p.staffOf[k]!]!.add(p.minutes[r]! + 2 * p.pad[r]!);
	p.instance.staff.forEach((one, i) => {
		const known = new Map<number, number>();
		// Who does not lead follows the grids of others: every five minutes may be a start.
		const staff = one.role === 'teacher' ? one : { ...one, slot: 5 };
		for (const window of one.windows) {
			const length = window.to - window.from;
			if (!known.has(length)) known.set(length, mostMinutes(staff, window, [...lengths[i]!]));
			capacity[i * p.days + window.day]! += known.get(length)!;
		}
	});
	return capacity;
}
