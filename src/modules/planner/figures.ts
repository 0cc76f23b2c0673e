import type { Talk } from './check.ts';
import { byDay, longestRun, pairs, travelBefore } from './check-days.ts';
import type { Instance, Liking, Placed, Priority } from './instance.ts';
import * as objective from './objective.ts';
import { likingOf, type Index } from './starts.ts';
import { minutesBetween, whereabouts } from './whereabouts.ts';

/** The objective part by part; `family` is what families feel: all but the day of staff and the changes. */
export type Costs = Record<
	'unmet' | 'fairness' | 'liking' | 'waiting' | 'visits' | 'idle' | 'staffDays' | 'changes',
	number
>;

/** A plan in figures; waiting and idle time in minutes. */
export type Figures = {
	requests: number;
	honoured: number;
	byPriority: Record<Priority, { asked: number; honoured: number }>;
	mostUnmetInOneHousehold: number;
	byLiking: [number, number, number];
	waiting: { total: number; average: number; p95: number; most: number };
	extraVisits: number;
	idle: number;
	staffDays: number;
	longestRun: number;
	moved: number;
	withdrawn: number;
	added: number;
	costs: Costs;
	cost: number;
	familyCost: number;
};

export function measure(instance: Instance, index: Index, talks: Talk[]): Figures {
	const { weights } = instance;
	const at = new Map(talks.map((talk) => [talk.request, talk]));
	const byPriority: Figures['byPriority'] = {
		must: { asked: 0, honoured: 0 },
		normal: { asked: 0, honoured: 0 },
		optional: { asked: 0, honoured: 0 }
	};
	const unmetOf = new Map<string, number>();
	const costs: Costs = { unmet: 0, fairness: 0, liking: 0, waiting: 0, visits: 0, idle: 0, staffDays: 0, changes: 0 };
	for (const request of instance.requests) {
		byPriority[request.priority].asked++;
		if (at.has(request.id)) {
			byPriority[request.priority].honoured++;
			continue;
		}
		const { household } = index.party.get(request.parties[0]!)!;
		unmetOf.set(household, (unmetOf.get(household) ?? 0) + 1);
		costs.unmet += objective.unmetCost(weights, request.priority);
	}
	for (const unmet of unmetOf.values()) costs.fairness += objective.unfairness(weights, unmet);

	const byLiking: Figures['byLiking'] = [0, 0, 0];
	for (const talk of talks) {
		const likings = talk.asked.parties.map((id) => likingOf(index.party.get(id)!, talk.day, talk.start, talk.end) ?? 0);
		const worst = Math.max(...likings) as Liking;
		byLiking[worst]++;
		costs.liking += objective.likingCost(weights, worst);
	}
	const family = waitingOf(instance, index, talks, costs);
	const staff = daysOf(instance, talks, costs);
	const change = changesOf(instance, at, costs);
	const cost = Object.values(costs).reduce((a, b) => a + b, 0);
	return {
		requests: instance.requests.length,
		honoured: talks.length,
		byPriority,
		mostUnmetInOneHousehold: Math.max(0, ...unmetOf.values()),
		byLiking,
		...family,
		...staff,
		...change,
		costs,
		cost,
		familyCost: cost - costs.idle - costs.staffDays - costs.changes
	};
}

function waitingOf(instance: Instance, index: Index, talks: Talk[], costs: Costs) {
	const at = (talk: Talk) => whereabouts(talk.asked, index.staff.get(talk.asked.staff[0]!)!);
	const mine = grouped(talks, (talk) => talk.asked.parties);
	const waits: number[] = [];
	let [extraVisits, most] = [0, 0];
	for (const list of mine.values()) {
		const days = byDay(list, () => 0);
		let sum = 0;
		for (const day of days.values()) {
			let today = 0;
			for (const [first, next] of pairs(day)) {
				const wait = Math.max(0, next.start - first.end - minutesBetween(instance.zones.walk, at(first), at(next)));
				today += wait;
				costs.waiting += objective.waitCost(instance.weights, wait);
			}
			most = Math.max(most, today);
			sum += today;
		}
		extraVisits += days.size - 1;
		costs.visits += objective.visitCost(instance.weights, days.size);
		waits.push(sum);
	}
	waits.sort((a, b) => a - b);
	const total = waits.reduce((a, b) => a + b, 0);
	const p95 = waits[Math.floor(0.95 * (waits.length - 1))] ?? 0;
	return { waiting: { total, average: total / Math.max(1, waits.length), p95, most }, extraVisits };
}

function daysOf(instance: Instance, talks: Talk[], costs: Costs) {
	const mine = grouped(talks, (talk) => talk.asked.staff);
	let [idle, staffDays, longest] = [0, 0, 0];
	for (const person of instance.staff)
		for (const day of byDay(mine.get(person.id) ?? [], travelBefore).values()) {
			const begin = day[0]!.start - travelBefore(day[0]!);
			const end = day.at(-1)!.end + travelBefore(day.at(-1)!);
			const busy = day.reduce((sum, talk) => sum + talk.asked.minutes + 2 * travelBefore(talk), 0);
			idle += end - begin - busy;
			staffDays++;
			longest = Math.max(longest, longestRun(person, day));
			const [alone, whole] = [objective.staffDayCost(instance.weights, 0), end - begin - busy];
			costs.staffDays += alone;
			costs.idle += objective.staffDayCost(instance.weights, whole) - alone;
		}
	return { idle, staffDays, longestRun: longest };
}

function changesOf(instance: Instance, at: Map<string, Placed>, costs: Costs) {
	if (!instance.previous) return { moved: 0, withdrawn: 0, added: 0 };
	const published = objective.publishedTalks(instance);
	let [moved, withdrawn] = [0, 0];
	for (const before of published) {
		const now = at.get(before.request);
		costs.changes += objective.changeCost(instance.weights, before, now);
		if (!now) withdrawn++;
		else if (now.day !== before.day || now.start !== before.start) moved++;
	}
	const known = new Set(published.map((talk) => talk.request));
	return { moved, withdrawn, added: [...at.keys()].filter((id) => !known.has(id)).length };
}

function grouped(talks: Talk[], ids: (talk: Talk) => string[]) {
	const groups = new Map<string, Talk[]>();
	for (const talk of talks) for (const id of ids(talk)) groups.set(id, [...(groups.get(id) ?? []), talk]);
	return groups;
}
