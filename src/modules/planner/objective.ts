import type { Instance, Liking, Placed, Priority, Published, Weights } from './instance.ts';

/** What the product weighs when nobody has touched a slider. Level by level: unmet, wishes, waiting, the day of staff. */
export const usualWeights: Weights = {
	unmet: { must: 5000, normal: 1000, optional: 400 },
	fairUnmet: 150,
	pref: [0, 8, 25],
	waitPerMin: 0.5,
	waitOverPerMin: 0.5,
	waitFree: 20,
	extraDay: 60,
	idlePerMin: 0.1,
	staffDay: 4,
	moveSameDay: 40,
	moveOtherDay: 80,
	moveUnconfirmedFactor: 0.25,
	dropPublished: 2500
};

export type Sliders = { wishes: number; waiting: number; staffDay: number };

/** The three sliders of a school, each 0.25 to 4. They never touch how much an unmet request weighs. */
export function weightsWith(sliders: Sliders, weights: Weights = usualWeights): Weights {
	const [wishes, waiting, staffDay] = [sliders.wishes, sliders.waiting, sliders.staffDay].map((value) =>
		Math.min(4, Math.max(0.25, value))
	) as [number, number, number];
	return {
		...weights,
		pref: weights.pref.map((cost) => cost * wishes) as Weights['pref'],
		waitPerMin: weights.waitPerMin * waiting,
		waitOverPerMin: weights.waitOverPerMin * waiting,
		extraDay: weights.extraDay * waiting,
		idlePerMin: weights.idlePerMin * staffDay,
		staffDay: weights.staffDay * staffDay
	};
}

export function unmetCost(weights: Weights, priority: Priority) {
	return weights.unmet[priority];
}

/** A household pays for each pair of its unmet requests, so that unmet ones are not piled on one. */
export function unfairness(weights: Weights, unmet: number) {
	return (weights.fairUnmet * unmet * (unmet - 1)) / 2;
}

export function likingCost(weights: Weights, liking: Liking) {
	return weights.pref[liking];
}

/** Cost of one wait of `minutes` between two talks of a party, walking not counted. */
export function waitCost(weights: Weights, minutes: number) {
	return weights.waitPerMin * minutes + weights.waitOverPerMin * Math.max(0, minutes - weights.waitFree);
}

/** Cost of a party that comes on `days` different days. */
export function visitCost(weights: Weights, days: number) {
	return weights.extraDay * Math.max(0, days - 1);
}

/** Cost of a day on which staff come in and have `idle` minutes between first and last talk. */
export function staffDayCost(weights: Weights, idle: number) {
	return weights.staffDay + weights.idlePerMin * idle;
}

/** Cost of what became of a published talk: kept, moved or withdrawn (`now` is undefined). */
export function changeCost(weights: Weights, before: Published, now: Pick<Placed, 'day' | 'start'> | undefined) {
	const factor = before.confirmed === false ? weights.moveUnconfirmedFactor : 1;
	if (!now) return factor * weights.dropPublished;
	if (now.day !== before.day) return factor * weights.moveOtherDay;
	return now.start === before.start ? 0 : factor * weights.moveSameDay;
}

/** Published talks of requests that still exist. */
export function publishedTalks(instance: Instance) {
	const asked = new Set(instance.requests.map((request) => request.id));
	return (instance.previous?.talks ?? []).filter((talk) => asked.has(talk.request));
}
