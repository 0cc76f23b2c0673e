import type { Instance } from '#modules/planner/instance.ts';

/** Costs inside the engine are whole thousandths, so that sums are exact and a plan does not depend on their order. */
export const thousand = 1000;

/** More than any plan can cost: not allowed. */
export const never = 1e13;

/**
 * An instance made ready for the search: everything that does not change, in typed arrays. `xFrom[i] … xFrom[i + 1]` is
 * the stretch of list `x` that belongs to `i`.
 *
 * - candidate: one allowed day and start of a request, with its fixed cost (liking, change of a published talk)
 * - lane: one member of staff on one day, `staff * days + day`
 * - shape: what of a talk matters to one member of staff (length, place, leads or not); all talks of a shape are alike to them
 * - slate: one shape in one lane: a row of cells, one for each start that some candidate has
 * - cell: what it costs the lane to take a talk of that shape at that start
 * - unit: requests with the same parties, planned together
 */
export type Problem = {
	instance: Instance;
	requests: number;
	days: number;
	lanes: number;
	units: number;
	parties: number;
	households: number;
	/** Most staff in one talk: a candidate has this many cells, -1 where there is none. */
	width: number;

	minutes: Int32Array;
	pad: Int32Array;
	/** Cost of leaving the request out, withdrawing a published talk included. */
	unmet: Float64Array;
	household: Int32Array;
	unit: Int32Array;
	/** Candidate of a locked request, else -1. */
	locked: Int32Array;
	/** Candidate where the published plan has the request, else -1. */
	published: Int32Array;
	staffFrom: Int32Array;
	staffOf: Int32Array;
	partyFrom: Int32Array;
	partyOf: Int32Array;
	/** Minutes between two talks, by request: an index in `placeWalk`. */
	place: Int32Array;
	places: number;
	placeWalk: Int32Array;

	candFrom: Int32Array;
	candDay: Int32Array;
	candStart: Int32Array;
	candFixed: Float64Array;
	candCell: Int32Array;
	candRequest: Int32Array;

	shapeOf: Int32Array;
	shapePad: Int32Array;
	shapeMinutes: Int32Array;
	shapeLocal: Int32Array;
	/** Minutes of pause staff need between two shapes: `pause[pauseFrom[staff] + first * shapes + next]`. */
	pauseFrom: Int32Array;
	pauseShapes: Int32Array;
	pause: Int32Array;

	slateLane: Int32Array;
	slateShape: Int32Array;
	slateFrom: Int32Array;
	cellStart: Int32Array;
	cellSlate: Int32Array;
	laneFrom: Int32Array;

	rest: { maxRun: Int32Array; breakMin: Int32Array; maxPerDay: Int32Array };
	idlePerMin: number;
	staffDay: number;

	partyTalkFrom: Int32Array;
	maxDays: Int32Array;
	waitCost: Float64Array;
	extraDay: number;
	/** Cost of the n-th unmet request of a household on top of the others: `fair * (n - 1)`. */
	fair: number;

	unitFrom: Int32Array;
	unitRequest: Int32Array;
	/** Place of a request in its unit. */
	local: Int32Array;
	unitPartyFrom: Int32Array;
	unitParty: Int32Array;
	/** Whether a party of the unit also talks in another unit. */
	unitMixed: Uint8Array;
	/** Whether two talks of the unit have staff in common, so that their costs for that lane do not simply add up. */
	unitShares: Uint8Array;
	/** Longest talk and longest pause together: two starts further apart have at least the rest as waiting. */
	longest: number;
	/** Least minutes between two talks of the unit (walking, and the pause of staff they have in common), and walking alone. */
	unitPairFrom: Int32Array;
	unitNeed: Int32Array;
	unitWalk: Int32Array;
	/** Candidates of a unit on a day by start, `unit * days + day`. */
	offerFrom: Int32Array;
	offer: Int32Array;
	unitSlateFrom: Int32Array;
	unitSlate: Int32Array;
};
