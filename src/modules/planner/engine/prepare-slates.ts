import { minutesBetween, pauseNeeded, whereabouts } from '#modules/planner/whereabouts.ts';
import type { Instance, Staff } from '#modules/planner/instance.ts';
import { rows } from './prepare.ts';
import type { Problem } from './problem.ts';

type Basis = Pick<
	Problem,
	| 'instance'
	| 'requests'
	| 'days'
	| 'lanes'
	| 'staffFrom'
	| 'staffOf'
	| 'minutes'
	| 'pad'
	| 'candFrom'
	| 'candDay'
	| 'candStart'
>;

type Shape = { staff: number; request: number; leads: boolean };

/** Shapes, slates and cells: what a talk is to each member of staff, and the starts that matter to them. */
export function prepareSlates(basis: Basis) {
	const { instance, requests, days, staffFrom, staffOf, candFrom, candDay, candStart } = basis;
	const at = whereaboutsOfAll(instance);
	const placeKeys = new Map<string, number>();
	const placeOf = Int32Array.from(instance.requests, (_, r) => numbered(placeKeys, JSON.stringify(at[r])));
	const example = new Int32Array(placeKeys.size);
	placeOf.forEach((place, r) => (example[place] = r));
	const placeWalk = new Int32Array(placeKeys.size ** 2);
	for (let a = 0; a < placeKeys.size; a++)
		for (let b = 0; b < placeKeys.size; b++)
			placeWalk[a * placeKeys.size + b] = minutesBetween(instance.zones.walk, at[example[a]!]!, at[example[b]!]!);

	const width = instance.requests.reduce((most, request) => Math.max(most, request.staff.length), 1);
	const shapeKeys = new Map<string, number>();
	const shapes: Shape[] = [];
	const shapeOf = new Int32Array(requests * width).fill(-1);
	for (let r = 0; r < requests; r++)
		for (let k = staffFrom[r]!; k < staffFrom[r + 1]!; k++) {
			const shape = { staff: staffOf[k]!, request: r, leads: k === staffFrom[r] };
			const key = [shape.staff, shape.leads, placeOf[r], basis.minutes[r], basis.pad[r]].join();
			if (!shapeKeys.has(key)) shapes.push(shape);
			shapeOf[r * width + k - staffFrom[r]!] = numbered(shapeKeys, key);
		}

	const starts = new Map<number, Set<number>>();
	for (let r = 0; r < requests; r++)
		for (let k = 0; k < width && shapeOf[r * width + k]! >= 0; k++)
			for (let c = candFrom[r]!; c < candFrom[r + 1]!; c++) {
				const key = shapeOf[r * width + k]! * days + candDay[c]!;
				if (!starts.has(key)) starts.set(key, new Set());
				starts.get(key)!.add(candStart[c]!);
			}
	const keys = [...starts.keys()].sort((a, b) => a - b);
	const cells = rows(keys.map((key) => [...starts.get(key)!].sort((a, b) => a - b)));
	const cellAt = new Map<number, number>();
	keys.forEach((key, slate) => {
		for (let cell = cells.from[slate]!; cell < cells.from[slate + 1]!; cell++)
			cellAt.set(key * 4096 + cells.flat[cell]!, cell);
	});
	const candCell = new Int32Array(candDay.length * width).fill(-1);
	for (let r = 0; r < requests; r++)
		for (let c = candFrom[r]!; c < candFrom[r + 1]!; c++)
			for (let k = 0; k < width && shapeOf[r * width + k]! >= 0; k++)
				candCell[c * width + k] = cellAt.get((shapeOf[r * width + k]! * days + candDay[c]!) * 4096 + candStart[c]!)!;

	const room = new Int32Array(basis.lanes + 1);
	for (let r = 0; r < requests; r++)
		for (const day of new Set(candDay.subarray(candFrom[r]!, candFrom[r + 1]!)))
			for (let k = staffFrom[r]!; k < staffFrom[r + 1]!; k++) room[staffOf[k]! * days + day + 1]!++;
	for (let lane = 0; lane < basis.lanes; lane++) room[lane + 1]! += room[lane]!;

	return {
		width,
		place: placeOf,
		places: placeKeys.size,
		placeWalk,
		shapeOf,
		shapePad: Int32Array.from(shapes, (shape) => basis.pad[shape.request]!),
		shapeMinutes: Int32Array.from(shapes, (shape) => basis.minutes[shape.request]!),
		...pauses(instance, shapes, at),
		slateLane: Int32Array.from(keys, (key) => shapes[Math.floor(key / days)]!.staff * days + (key % days)),
		slateShape: Int32Array.from(keys, (key) => Math.floor(key / days)),
		slateFrom: cells.from,
		cellStart: cells.flat,
		cellSlate: slateOfCell(cells.from),
		candCell,
		laneFrom: room
	};
}

function numbered(keys: Map<string, number>, key: string) {
	if (!keys.has(key)) keys.set(key, keys.size);
	return keys.get(key)!;
}

function whereaboutsOfAll(instance: Instance) {
	const staff = new Map(instance.staff.map((one) => [one.id, one]));
	return instance.requests.map((request) => whereabouts(request, staff.get(request.staff[0]!)!));
}

function pauses(instance: Instance, shapes: Shape[], at: ReturnType<typeof whereaboutsOfAll>) {
	const mine: number[][] = instance.staff.map(() => []);
	const shapeLocal = Int32Array.from(shapes, (shape, i) => mine[shape.staff]!.push(i) - 1);
	const talkOf = ({ request, leads }: Shape) => ({
		at: at[request]!,
		leads,
		home: instance.requests[request]!.place === 'home'
	});
	const table = (staff: Staff, list: number[]) =>
		list.flatMap((first) =>
			list.map((next) => pauseNeeded(instance.zones.walk, staff, talkOf(shapes[first]!), talkOf(shapes[next]!)))
		);
	const { from, flat } = rows(instance.staff.map((staff, i) => table(staff, mine[i]!)));
	return { shapeLocal, pauseFrom: from, pause: flat, pauseShapes: Int32Array.from(mine, (list) => list.length) };
}

function slateOfCell(slateFrom: Int32Array) {
	const slateOf = new Int32Array(slateFrom.at(-1)!);
	for (let slate = 0; slate + 1 < slateFrom.length; slate++)
		slateOf.fill(slate, slateFrom[slate], slateFrom[slate + 1]);
	return slateOf;
}
