import { unmetCost } from './objective.ts';
import type { Instance, Request } from './instance.ts';
import { indexOf, startsOf, travelOf, type Index } from './starts.ts';
import { minutesBetween, whereabouts } from './whereabouts.ts';

/** A start that a request could take, as one variable; `begin` and `end` with journeys, as staff see them. */
type Choice = { variable: string; request: Request; day: number; start: number; begin: number; end: number };

/**
 * The time-indexed model without wishes and waiting (Pritsker, Watters and Wolfe 1969), in the text format of CPLEX: one
 * variable for each request and start, at most one talk at a time for each member of staff and each party, pauses after
 * long runs. Its optimum is the least level-1 cost (unmet requests and fairness) that any plan can have: rules it leaves
 * out (walking of third persons) can only make a plan dearer. All costs are multiples of `step`.
 */
export function levelOneModel(instance: Instance): { text: string; step: number } {
	const index = indexOf(instance);
	const rows: string[] = [];
	const costs: string[] = [];
	const lanes = new Map<string, Choice[]>();
	const visits = new Map<string, Choice[]>();
	const households = new Map<string, string[]>();
	const add = (map: Map<string, Choice[]>, key: string, one: Choice) => map.set(key, [...(map.get(key) ?? []), one]);
	const locked = new Map(instance.locks.map((lock) => [lock.request, lock]));

	instance.requests.forEach((request, r) => {
		const pad = travelOf(request);
		const lock = locked.get(request.id);
		const choices = startsOf(index, request)
			.filter(({ day, start }) => !lock || (lock.day === day && lock.start === start))
			.map(({ day, start }, i) => ({
				...{ variable: `z${r}_${i}`, request, day, start },
				...{ begin: start - pad, end: start + request.minutes + pad }
			}));
		for (const one of choices) {
			for (const id of request.staff) add(lanes, `${id}:${one.day}`, one);
			for (const id of request.parties) add(visits, `${id}:${one.day}`, one);
		}
		rows.push(`${[`u${r}`, ...choices.map((one) => one.variable)].join(' + ')} = 1`);
		costs.push(`${unmetCost(instance.weights, request.priority)} u${r}`);
		const { household } = index.party.get(request.parties[0]!)!;
		households.set(household, [...(households.get(household) ?? []), `u${r}`]);
	});
	for (const [key, choices] of lanes) rows.push(...laneRows(index, key.slice(0, key.lastIndexOf(':')), choices));
	for (const [key, choices] of visits) rows.push(...visitRows(instance, index, key, choices));
	rows.push(...dayRows(instance, visits));
	[...households.values()].forEach((unmet, h) => {
		if (unmet.length < 2) return;
		costs.push(`${instance.weights.fairUnmet} f${h}`);
		// u(u-1)/2 lies above each of its chords between whole numbers.
		for (let n = 1; n < unmet.length; n++)
			rows.push(`f${h} - ${unmet.map((one) => `${n} ${one}`).join(' - ')} >= ${(-n * (n + 1)) / 2}`);
	});
	const variables = [...new Set([...visits.values()].flat().map((one) => one.variable))];
	const binaries = variables.length ? `Binaries\n ${variables.join('\n ')}\n` : '';
	const { unmet, fairUnmet } = instance.weights;
	const step = [...Object.values(unmet), fairUnmet].reduce(divisor);
	const text = `Minimize\n obj: ${costs.join('\n + ')}\nSubject To\n${rows.map(wrapped).join('\n')}\n${binaries}End\n`;
	return { text, step };
}

/** One talk at a time, pauses after long runs, and no more talks than the day may have. */
function laneRows(index: Index, id: string, choices: Choice[]) {
	const staff = index.staff.get(id)!;
	const rows = atOnce(choices, ({ begin, end }) => [begin, end + staff.changeover]);
	if (staff.maxPerDay && choices.length > staff.maxPerDay) rows.push(sum(choices, () => 1, staff.maxPerDay));
	if (!staff.maxRun) return rows;
	// Every begin and end lies on a grid of `step`: a longer stretch than `maxRun` misses one step at least.
	const base = Math.min(...choices.map((one) => one.begin));
	const step = choices.reduce((all, one) => divisor(divisor(all, one.begin - base), one.end - one.begin), 0);
	const length = (Math.floor(staff.maxRun / step) + 1) * step;
	const last = Math.max(...choices.map((one) => one.end));
	for (let from = base; from + length <= last; from += step) {
		const inside = ({ begin, end }: Choice) => Math.max(0, Math.min(end, from + length) - Math.max(begin, from));
		const some = choices.filter((one) => inside(one) > 0);
		if (some.length > 1) rows.push(sum(some, inside, length - step));
	}
	return rows;
}

/** One talk at a time for a party, with the shortest walk from each talk to any other of its talks. */
function visitRows(instance: Instance, index: Index, key: string, choices: Choice[]) {
	const others = new Set(choices.map((one) => one.request));
	const at = (request: Request) => whereabouts(request, index.staff.get(request.staff[0]!)!);
	const walks = new Map<Request, number>();
	for (const one of others) {
		const ways = [...others].filter((other) => other !== one);
		walks.set(one, Math.min(...ways.flatMap((other) => [walk(one, other), walk(other, one)]), 1440));
	}
	function walk(from: Request, to: Request) {
		return minutesBetween(instance.zones.walk, at(from), at(to));
	}
	if (others.size < 2) return [];
	return atOnce(choices, ({ start, request }) => [start, start + request.minutes + walks.get(request)!]);
}

/** A family comes on no more days than it said. */
function dayRows(instance: Instance, visits: Map<string, Choice[]>) {
	return instance.parties.flatMap(({ id, maxDays }, party) => {
		const days = instance.days.flatMap((_, day) => (visits.has(`${id}:${day}`) ? [day] : []));
		if (maxDays >= days.length) return [];
		const comes = (day: number) => `y${party}_${day}`;
		return [
			`${days.map(comes).join(' + ')} <= ${maxDays}`,
			...days.flatMap((day) => {
				const byRequest = Map.groupBy(visits.get(`${id}:${day}`)!, (one) => one.request);
				return [...byRequest.values()].map((some) => `${names(some)} - ${comes(day)} <= 0`);
			})
		];
	});
}

/** Stretches that hold the same moment exclude each other; the moments at which one begins are enough. */
function atOnce(choices: Choice[], stretch: (one: Choice) => [number, number]) {
	const moments = new Set(choices.map((one) => stretch(one)[0]));
	return [...moments].flatMap((moment) => {
		const some = choices.filter((one) => stretch(one)[0] <= moment && moment < stretch(one)[1]);
		return some.length > 1 ? [`${names(some)} <= 1`] : [];
	});
}

function names(some: Choice[]) {
	return some.map((one) => one.variable).join(' + ');
}

function sum(some: Choice[], weight: (one: Choice) => number, most: number) {
	return `${some.map((one) => `${weight(one)} ${one.variable}`).join(' + ')} <= ${most}`;
}

function divisor(a: number, b: number): number {
	return b ? divisor(b, a % b) : a;
}

/** Lines of the format are short. */
function wrapped(row: string, i: number) {
	return ` r${i}: ${row.replace(/((?:\S+ ){40})/g, '$1\n ')}`;
}
