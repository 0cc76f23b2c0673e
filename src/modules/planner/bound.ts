import { mostMinutes } from './capacity.ts';
import type { Instance, Request, Staff, Window } from './instance.ts';
import { indexOf, startsOf, travelOf, type Index } from './starts.ts';
import { mostInOneVisit, type Stop } from './visit.ts';
import { minutesBetween, whereabouts } from './whereabouts.ts';

/** A linear programme in the text format of CPLEX, and what its rows are about. */
export type Model = { text: string; limits: Map<string, Limit>; possible: number };

/** A row of the model: no more than `minutes` of talks with this member of staff inside the window. */
export type Limit = { staff: string; day: number; from: number; to: number; minutes: number };

export type Bottleneck = Limit & {
	/** How many more requests could be honoured for each minute more, at most. */
	worth: number;
};

export type Bound = { asked: number; atMost: number; bottlenecks: Bottleneck[] };

/** Requests of one lane window: variable, minutes of staff, first begin and last end. */
type Entry = { variable: string; minutes: number; from: number; to: number };

/** A talk that a party could have on one day. */
type PartyStop = Stop & { request: Request; variable: string };

/**
 * A relaxation that no plan can beat: each request takes at most one day, a family comes on few days and has on each no
 * more talks than can follow one another with walking, and staff hold in
 * each window, and in each part of it in which only some requests fit, no more minutes than fit there after breaks.
 */
export function boundModel(instance: Instance): Model {
	const index = indexOf(instance);
	const rows: string[] = [];
	const limits = new Map<string, Limit>();
	const lanes = new Map<string, { staff: Staff; window: Window; entries: Entry[] }>();
	const visits = new Map<string, Set<number>>();
	const objective: string[] = [];
	const stops = new Map<string, PartyStop[]>();
	let possible = 0;

	instance.requests.forEach((request, r) => {
		const days = new Map<number, number[]>();
		for (const { day, start } of startsOf(index, request)) days.set(day, [...(days.get(day) ?? []), start]);
		if (days.size) possible++;
		const parts = [...days].flatMap(([day, starts]) => {
			const variable = `x${r}_${day}`;
			for (const id of request.parties) {
				const key = `${id}:${day}`;
				stops.set(key, [...(stops.get(key) ?? []), { request, variable, starts, minutes: request.minutes }]);
				const limited = index.party.get(id)!.maxDays < instance.days.length;
				if (!limited) continue;
				const p = `y_${index.partyAt.get(id)!}_${day}`;
				visits.set(id, (visits.get(id) ?? new Set()).add(day));
				rows.push(`${variable} - ${p} <= 0`);
			}
			for (const id of request.staff) addToLanes(lanes, index.staff.get(id)!, request, day, starts, variable);
			return [variable];
		});
		if (parts.length) rows.push(`${parts.join(' + ')} <= 1`);
		objective.push(...parts);
	});
	for (const [id, days] of visits) {
		const { maxDays } = index.party.get(id)!;
		const terms = [...days].map((day) => `y_${index.partyAt.get(id)!}_${day}`);
		if (terms.length > maxDays) rows.push(`${terms.join(' + ')} <= ${maxDays}`);
		else rows.push(...terms.map((term) => `${term} <= 1`));
	}
	for (const list of stops.values()) {
		const most = mostOfParty(instance, index, list);
		if (most < list.length) rows.push(`${list.map((one) => one.variable).join(' + ')} <= ${most}`);
	}
	for (const lane of lanes.values()) limitsOf(lane, rows, limits);
	const text = `Maximize\n obj: ${wrapped(objective)}\nSubject To\n${rows.map((row, i) => (/^c\d+:/.test(row) ? ` ${row}` : ` r${i}: ${row}`)).join('\n')}\nEnd\n`;
	return { text, limits, possible };
}

function mostOfParty(instance: Instance, index: Index, stops: PartyStop[]) {
	if (stops.length < 2) return stops.length;
	const at = stops.map(({ request }) => whereabouts(request, index.staff.get(request.staff[0]!)!));
	return mostInOneVisit(stops, (first, next) => minutesBetween(instance.zones.walk, at[first]!, at[next]!));
}

function addToLanes(
	lanes: Map<string, { staff: Staff; window: Window; entries: Entry[] }>,
	staff: Staff,
	request: Request,
	day: number,
	starts: number[],
	variable: string
) {
	const pad = travelOf(request);
	const from = Math.min(...starts) - pad;
	const to = Math.max(...starts) + request.minutes + pad;
	// A request that fits in several windows of the day counts against the span of them all.
	const windows = staff.windows.filter((window) => window.day === day && window.from < to && window.to > from);
	const span = {
		day,
		from: Math.min(...windows.map((one) => one.from)),
		to: Math.max(...windows.map((one) => one.to))
	};
	const key = `${staff.id}:${day}:${span.from}:${span.to}`;
	const lane = lanes.get(key) ?? { staff, window: span, entries: [] };
	lane.entries.push({ variable, minutes: request.minutes + 2 * pad, from, to });
	lanes.set(key, lane);
}

function limitsOf(
	lane: { staff: Staff; window: Window; entries: Entry[] },
	rows: string[],
	limits: Map<string, Limit>
) {
	const { staff, window, entries } = lane;
	const origin = window.from;
	for (const from of new Set(entries.map((one) => one.from)))
		for (const to of new Set(entries.map((one) => one.to))) {
			const inside = entries.filter((one) => one.from >= from && one.to <= to);
			const lengths = [...new Set(inside.map((one) => one.minutes))];
			const asked = inside.reduce((sum, one) => sum + one.minutes, 0);
			if (to <= from || !inside.length) continue;
			// Second persons follow the grid of who leads, so for them every minute can be a start.
			const person = staff.role === 'teacher' ? staff : { ...staff, slot: 5 };
			const minutes = mostMinutes(person, { day: window.day, from, to }, lengths, origin);
			if (minutes >= asked) continue;
			const name = `c${limits.size}`;
			limits.set(name, { staff: staff.id, day: window.day, from, to, minutes });
			rows.push(`${name}: ${inside.map((one) => `${one.minutes} ${one.variable}`).join(' + ')} <= ${minutes}`);
		}
}

/** What a solved model says; `duals` by name of the row, as far as they are not zero. */
export function boundFrom(instance: Instance, model: Model, value: number, duals: Map<string, number>): Bound {
	const bottlenecks = [...model.limits].flatMap(([name, limit]) => {
		const worth = Math.abs(duals.get(name) ?? 0);
		return worth > 1e-6 ? [{ ...limit, worth }] : [];
	});
	bottlenecks.sort((a, b) => b.worth * b.minutes - a.worth * a.minutes);
	return { asked: instance.requests.length, atMost: Math.floor(value + 1e-6), bottlenecks };
}

function wrapped(terms: string[]) {
	const lines: string[] = [];
	for (let i = 0; i < terms.length; i += 20) lines.push(terms.slice(i, i + 20).join(' + '));
	return lines.join('\n + ') || '0 none';
}
