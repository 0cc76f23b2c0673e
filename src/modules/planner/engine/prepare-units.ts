import { rows } from './prepare.ts';
import type { Problem } from './problem.ts';

type Basis = Omit<
	Problem,
	| 'units'
	| 'unit'
	| 'unitFrom'
	| 'unitRequest'
	| 'local'
	| 'unitPartyFrom'
	| 'unitParty'
	| 'unitMixed'
	| 'unitShares'
	| 'longest'
	| 'unitPairFrom'
	| 'unitNeed'
	| 'unitWalk'
	| 'offerFrom'
	| 'offer'
	| 'unitSlateFrom'
	| 'unitSlate'
>;

/** Units: requests of the same parties (and household), with what their family programme needs. */
export function prepareUnits(basis: Basis) {
	const groups = new Map<string, number[]>();
	for (let r = 0; r < basis.requests; r++) {
		const parties = basis.partyOf.slice(basis.partyFrom[r], basis.partyFrom[r + 1]).sort();
		const key = `${basis.household[r]}:${parties.join()}`;
		groups.set(key, [...(groups.get(key) ?? []), r]);
	}
	const members = [...groups.values()];
	const unit = new Int32Array(basis.requests);
	const local = new Int32Array(basis.requests);
	members.forEach((list, u) => list.forEach((r, i) => ((unit[r] = u), (local[r] = i))));

	const unitRows = rows(members);
	const parties = members.map(([r]) => [...basis.partyOf.subarray(basis.partyFrom[r!], basis.partyFrom[r! + 1])]);
	const partyRows = rows(parties);
	const unitsOfParty = new Int32Array(basis.parties);
	for (const party of partyRows.flat) unitsOfParty[party]!++;

	const needs = rows(members.map((list) => list.flatMap((a) => list.map((b) => needBetween(basis, a, b)))));
	const walks = rows(members.map((list) => list.flatMap((a) => list.map((b) => walkBetween(basis, a, b)))));
	const offers = members.flatMap((list) => offersByDay(basis, list));
	const offerRows = rows(offers);
	const slateRows = rows(offers.map((list) => slatesOf(basis, list)));
	return {
		units: members.length,
		unit,
		local,
		unitFrom: unitRows.from,
		unitRequest: unitRows.flat,
		unitPartyFrom: partyRows.from,
		unitParty: partyRows.flat,
		unitMixed: Uint8Array.from(parties, (list) => (list.some((party) => unitsOfParty[party]! > 1) ? 1 : 0)),
		unitShares: Uint8Array.from(members, (list) =>
			list.some((a) => list.some((b) => a !== b && sharesStaff(basis, a, b))) ? 1 : 0
		),
		longest: basis.minutes.reduce((a, b) => Math.max(a, b), 0) + needs.flat.reduce((a, b) => Math.max(a, b), 0),
		unitPairFrom: needs.from,
		unitNeed: needs.flat,
		unitWalk: walks.flat,
		offerFrom: offerRows.from,
		offer: offerRows.flat,
		unitSlateFrom: slateRows.from,
		unitSlate: slateRows.flat
	};
}

export function walkBetween(basis: Pick<Problem, 'placeWalk' | 'places' | 'place'>, a: number, b: number) {
	return basis.placeWalk[basis.place[a]! * basis.places + basis.place[b]!]!;
}

/** Least minutes between the end of talk `a` and the start of talk `b` of one family. */
function needBetween(basis: Basis, a: number, b: number) {
	let need = walkBetween(basis, a, b);
	for (let k = basis.staffFrom[a]!; k < basis.staffFrom[a + 1]!; k++)
		for (let l = basis.staffFrom[b]!; l < basis.staffFrom[b + 1]!; l++) {
			const staff = basis.staffOf[k]!;
			if (basis.staffOf[l] !== staff) continue;
			const first = basis.shapeLocal[basis.shapeOf[a * basis.width + k - basis.staffFrom[a]!]!]!;
			const next = basis.shapeLocal[basis.shapeOf[b * basis.width + l - basis.staffFrom[b]!]!]!;
			const pause = basis.pause[basis.pauseFrom[staff]! + first * basis.pauseShapes[staff]! + next]!;
			need = Math.max(need, pause + basis.pad[a]! + basis.pad[b]!);
		}
	return need;
}

function offersByDay(basis: Basis, list: number[]) {
	const byDay: number[][] = Array.from({ length: basis.days }, () => []);
	for (const r of list)
		for (let c = basis.candFrom[r]!; c < basis.candFrom[r + 1]!; c++) byDay[basis.candDay[c]!]!.push(c);
	for (const day of byDay) day.sort((a, b) => basis.candStart[a]! - basis.candStart[b]! || a - b);
	return byDay;
}

function sharesStaff(basis: Basis, a: number, b: number) {
	const ofA = basis.staffOf.subarray(basis.staffFrom[a], basis.staffFrom[a + 1]);
	return basis.staffOf.subarray(basis.staffFrom[b], basis.staffFrom[b + 1]).some((staff) => ofA.includes(staff));
}

function slatesOf(basis: Basis, candidates: number[]) {
	const slates = new Set<number>();
	for (const c of candidates)
		for (let k = c * basis.width; k < (c + 1) * basis.width && basis.candCell[k]! >= 0; k++)
			slates.add(basis.cellSlate[basis.candCell[k]!]!);
	return [...slates];
}
