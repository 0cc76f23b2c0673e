import type { Instance, Liking, Party, Request, Staff, Window } from './instance.ts';

/** A moment at which a request could be held if nobody else had to be served. */
export type Start = { day: number; start: number; liking: Liking };

export type Index = {
	staff: Map<string, Staff>;
	party: Map<string, Party>;
	request: Map<string, Request>;
	partyAt: Map<string, number>;
	/** Starts that staff offer to talks alike, once they have been asked for. */
	offered: Map<string, Offered[]>;
};

type Offered = { day: number; start: number };

export function indexOf(instance: Instance): Index {
	return {
		staff: new Map(instance.staff.map((one) => [one.id, one])),
		party: new Map(instance.parties.map((one) => [one.id, one])),
		request: new Map(instance.requests.map((one) => [one.id, one])),
		partyAt: new Map(instance.parties.map((one, i) => [one.id, i])),
		offered: new Map()
	};
}

/** Minutes that staff are busy before and after a talk: the journey of a home visit. */
export function travelOf(request: Request) {
	return request.place === 'home' ? request.travel : 0;
}

function holds(windows: Window[], day: number, from: number, to: number) {
	return windows.some((window) => window.day === day && from >= window.from && to <= window.to);
}

/** How a party likes a talk at this time, the best of the windows that hold it; undefined when it cannot. */
export function likingOf(party: Party, day: number, from: number, to: number): Liking | undefined {
	let best: Liking | undefined;
	for (const window of party.windows)
		if (window.day === day && from >= window.from && to <= window.to && (best === undefined || window.cost < best))
			best = window.cost;
	return best;
}

/** Starts on the grid of who leads, inside the windows of all staff; parties are not asked yet. By day and start. */
export function offeredStarts(index: Index, request: Request): Offered[] {
	if (request.windows) return findOffered(index, request);
	const alike = `${request.staff.join()} ${request.minutes} ${travelOf(request)}`;
	let known = index.offered.get(alike);
	if (!known) index.offered.set(alike, (known = findOffered(index, request)));
	return known;
}

function findOffered(index: Index, request: Request): Offered[] {
	const [lead, ...others] = request.staff.map((id) => index.staff.get(id)!);
	const pad = travelOf(request);
	const length = request.minutes + pad;
	const seen = new Set<number>();
	for (const window of lead!.windows)
		for (let start = window.from; start + length <= window.to; start += lead!.slot) {
			if (start - pad < window.from) continue;
			if (request.windows && !holds(request.windows, window.day, start, start + request.minutes)) continue;
			if (others.every((one) => holds(one.windows, window.day, start - pad, start + length)))
				seen.add(window.day * 4096 + start);
		}
	return [...seen].sort((a, b) => a - b).map((key) => ({ day: Math.floor(key / 4096), start: key % 4096 }));
}

/** All starts at which everybody who must be there could be there. */
export function startsOf(index: Index, request: Request): Start[] {
	const parties = request.parties.map((id) => index.party.get(id)!);
	const starts: Start[] = [];
	for (const { day, start } of offeredStarts(index, request)) {
		let worst: Liking = 0;
		const all = parties.every((party) => {
			const liking = likingOf(party, day, start, start + request.minutes);
			if (liking !== undefined && liking > worst) worst = liking;
			return liking !== undefined;
		});
		if (all) starts.push({ day, start, liking: worst });
	}
	return starts;
}
