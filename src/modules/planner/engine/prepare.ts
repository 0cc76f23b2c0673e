import type { Instance } from '#modules/planner/instance.ts';
import { changeCost, likingCost, publishedTalks, unmetCost, waitCost } from '#modules/planner/objective.ts';
import { indexOf, startsOf, travelOf } from '#modules/planner/starts.ts';
import { prepareSlates } from './prepare-slates.ts';
import { prepareUnits } from './prepare-units.ts';
import { never, thousand, type Problem } from './problem.ts';

/** Lists of different lengths, one after another. */
export function rows(lists: readonly (readonly number[])[]) {
	const from = new Int32Array(lists.length + 1);
	lists.forEach((list, i) => (from[i + 1] = from[i]! + list.length));
	const flat = new Int32Array(from[lists.length]!);
	lists.forEach((list, i) => flat.set(list, from[i]));
	return { from, flat };
}

export function inThousandths(cost: number) {
	return Math.round(cost * thousand);
}

/** Makes an instance ready for the search. The instance must be sound: read by `readInstance`, locks that can be kept. */
export function prepare(instance: Instance): Problem {
	const { requests, weights } = instance;
	const index = indexOf(instance);
	const staffAt = new Map(instance.staff.map((one, i) => [one.id, i]));
	const partyAt = new Map(instance.parties.map((one, i) => [one.id, i]));
	const households = [...new Set(instance.parties.map((one) => one.household))];
	const householdAt = new Map(households.map((id, i) => [id, i]));
	const before = new Map(publishedTalks(instance).map((talk) => [talk.request, talk]));
	const locks = new Map(instance.locks.map((talk) => [talk.request, talk]));

	const starts = requests.map((request) => {
		const all = startsOf(index, request);
		const lock = locks.get(request.id);
		return lock ? all.filter((one) => one.day === lock.day && one.start === lock.start) : all;
	});
	const count = starts.reduce((sum, list) => sum + list.length, 0);
	const candFrom = new Int32Array(requests.length + 1);
	const [candDay, candStart, candRequest] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
	const candFixed = new Float64Array(count);
	const published = new Int32Array(requests.length).fill(-1);
	const locked = new Int32Array(requests.length).fill(-1);
	let next = 0;
	requests.forEach((request, r) => {
		const old = before.get(request.id);
		for (const one of starts[r]!) {
			if (old && old.day === one.day && old.start === one.start) published[r] = next;
			if (locks.has(request.id)) locked[r] = next;
			candDay[next] = one.day;
			candStart[next] = one.start;
			candRequest[next] = r;
			const change = old ? changeCost(weights, old, one) : 0;
			candFixed[next] = inThousandths(likingCost(weights, one.liking)) + inThousandths(change);
			next++;
		}
		candFrom[r + 1] = next;
	});

	const staffRows = rows(requests.map((request) => request.staff.map((id) => staffAt.get(id)!)));
	const partyRows = rows(requests.map((request) => request.parties.map((id) => partyAt.get(id)!)));
	const talksOfParty = new Int32Array(instance.parties.length);
	for (const party of partyRows.flat) talksOfParty[party]!++;
	const partyTalkFrom = new Int32Array(instance.parties.length + 1);
	talksOfParty.forEach((talks, party) => (partyTalkFrom[party + 1] = partyTalkFrom[party]! + talks));

	const wait = new Float64Array(4096);
	for (let minutes = 0; minutes < wait.length; minutes++) wait[minutes] = inThousandths(waitCost(weights, minutes));

	const basis = {
		instance,
		requests: requests.length,
		days: instance.days.length,
		lanes: instance.staff.length * instance.days.length,
		parties: instance.parties.length,
		households: households.length,
		minutes: Int32Array.from(requests, (request) => request.minutes),
		pad: Int32Array.from(requests, travelOf),
		unmet: Float64Array.from(requests, (request) => {
			if (locks.has(request.id)) return never / 1e4;
			const old = before.get(request.id);
			const withdrawn = old ? changeCost(weights, old, undefined) : 0;
			return inThousandths(unmetCost(weights, request.priority)) + inThousandths(withdrawn);
		}),
		household: Int32Array.from(requests, (one) => householdAt.get(index.party.get(one.parties[0]!)!.household)!),
		locked,
		published,
		staffFrom: staffRows.from,
		staffOf: staffRows.flat,
		partyFrom: partyRows.from,
		partyOf: partyRows.flat,
		candFrom,
		candDay,
		candStart,
		candFixed,
		candRequest,
		rest: {
			maxRun: Int32Array.from(instance.staff, (one) => one.maxRun || 1e6),
			breakMin: Int32Array.from(instance.staff, (one) => one.breakMin),
			maxPerDay: Int32Array.from(instance.staff, (one) => one.maxPerDay || 1e6)
		},
		idlePerMin: inThousandths(weights.idlePerMin),
		staffDay: inThousandths(weights.staffDay),
		partyTalkFrom,
		maxDays: Int32Array.from(instance.parties, (one) => one.maxDays),
		waitCost: wait,
		extraDay: inThousandths(weights.extraDay),
		fair: inThousandths(weights.fairUnmet)
	};
	const slates = prepareSlates(basis);
	return { ...basis, ...slates, ...prepareUnits({ ...basis, ...slates }) };
}
