import { timesBeside, type Agenda, type Moment } from './agenda.ts';
import { planOf, type Instance, type Placed, type Plan, type Request, type Window } from './instance.ts';
import { likingOf, travelOf } from './starts.ts';

/**
 * A way to honour an unmet request, tried on the plan as it is; `at` is the time the talk would then have.
 * - free: there is room now
 * - other-family: one other family, who is not named, agrees to another time that is free
 * - family-time: the family comes at a time it did not give
 * - second-visit: the family comes on one day more
 * - staff-time: this member of staff offers the window as well
 * - by-phone: this third person joins by phone instead of in the room
 */
export type Way =
	| { kind: 'free' | 'other-family' | 'family-time' | 'second-visit'; at: Moment }
	| { kind: 'staff-time'; staff: string; window: Window; at: Moment }
	| { kind: 'by-phone'; staff: string; at: Moment };

/** Longest extra time that is asked of staff beside a window they offer, in minutes. */
const longestExtra = 60;
/** Talks of others that are tried before we give up asking. */
const mostAsked = 24;

export function waysOut(agenda: Agenda, request: Request): Way[] {
	return [freeNow, otherFamily, secondVisit, familyTime, byPhone, staffTime].flatMap(
		(tryIt) => tryIt(agenda, request) ?? []
	);
}

function freeNow(agenda: Agenda, request: Request): Way | undefined {
	const at = agenda.starts(request).find((one) => isFree(agenda, request, one));
	return at && { kind: 'free', at: moment(at) };
}

function isFree(agenda: Agenda, request: Request, at: Moment, moreDays = 0) {
	return agenda.familyCan(request, at, moreDays) && agenda.inTheWay(request, at)?.length === 0;
}

function otherFamily(agenda: Agenda, request: Request): Way | undefined {
	const found = exchange(agenda, request);
	return found && { kind: 'other-family', at: found.at };
}

/** A start that only one talk is in the way of, and another free time for that talk. */
function exchange(agenda: Agenda, request: Request, wanted?: Moment) {
	const locked = new Set(agenda.instance.locks.map((lock) => lock.request));
	let asked = 0;
	for (const at of agenda.starts(request)) {
		if (wanted && (at.day !== wanted.day || at.start !== wanted.start)) continue;
		if (!agenda.familyCan(request, at)) continue;
		const [talk, ...more] = agenda.inTheWay(request, at) ?? [];
		if (!talk || more.length || locked.has(talk.request)) continue;
		if (talk.asked.parties.some((id) => request.parties.includes(id))) continue;
		if (++asked > mostAsked) return undefined;
		agenda.remove(talk.request);
		const mine = { request: request.id, ...moment(at) };
		const fits = agenda.inTheWay(request, at)?.length === 0;
		if (fits) agenda.add(mine);
		const other = fits ? agenda.starts(talk.asked).find((one) => isFree(agenda, talk.asked, one)) : undefined;
		if (fits) agenda.remove(request.id);
		agenda.add(talk);
		if (other) return { at: moment(at), moves: { request: talk.request, ...moment(other) } };
	}
	return undefined;
}

function secondVisit(agenda: Agenda, request: Request): Way | undefined {
	const at = agenda.starts(request).find((one) => !agenda.familyCan(request, one) && isFree(agenda, request, one, 1));
	return at && { kind: 'second-visit', at: moment(at) };
}

function familyTime(agenda: Agenda, request: Request): Way | undefined {
	const at = timesBeside(agenda, request).find((one) => isFree(agenda, request, one));
	return at && { kind: 'family-time', at: moment(at) };
}

function byPhone(agenda: Agenda, request: Request): Way[] {
	return request.staff.slice(1).flatMap((staff): Way[] => {
		const without = withoutStaff(request, staff);
		const at = agenda.starts(without).find((one) => isFree(agenda, without, one));
		return at ? [{ kind: 'by-phone', staff, at: moment(at) }] : [];
	});
}

/** Keeps its own list of starts: it is another talk than the one that was asked for. */
function withoutStaff(request: Request, staff: string): Request {
	return { ...request, id: `${request.id} without ${staff}`, staff: request.staff.filter((id) => id !== staff) };
}

/** The shortest extension of a window of the lead, before or after, at a time when everybody else could. */
function staffTime(agenda: Agenda, request: Request): Way | undefined {
	const lead = agenda.index.staff.get(request.staff[0]!)!;
	const pad = travelOf(request);
	const length = request.minutes + 2 * pad;
	for (let extra = lead.slot; extra <= Math.max(longestExtra, length + lead.slot); extra += lead.slot)
		for (const window of lead.windows)
			for (const start of [window.to + extra - length, window.from - extra].map((from) => from + pad)) {
				const at = { day: window.day, start };
				const wider = {
					day: window.day,
					from: Math.min(window.from, start - pad),
					to: Math.max(window.to, start - pad + length)
				};
				const onGrid = (start - wider.from) % lead.slot === 0;
				if (wider.from < 0 || wider.to > 1440 || !onGrid || !othersCan(agenda, request, at)) continue;
				if (isFree(agenda, request, at)) return { kind: 'staff-time', staff: lead.id, window: wider, at };
			}
	return undefined;
}

function othersCan(agenda: Agenda, request: Request, { day, start }: Moment) {
	const [from, to] = [start - travelOf(request), start + request.minutes + travelOf(request)];
	const inside = (windows: Window[], a: number, b: number) =>
		windows.some((one) => one.day === day && one.from <= a && b <= one.to);
	return (
		request.staff.slice(1).every((id) => inside(agenda.index.staff.get(id)!.windows, from, to)) &&
		request.parties.every(
			(id) => likingOf(agenda.index.party.get(id)!, day, start, start + request.minutes) !== undefined
		) &&
		(!request.windows || inside(request.windows, start, start + request.minutes))
	);
}

/** The instance and the plan once everybody has agreed to the way out. For whoever may see the whole plan. */
export function applyWay(agenda: Agenda, plan: Plan, id: string, way: Way): { instance: Instance; plan: Plan } {
	const { instance } = agenda;
	const request = agenda.index.request.get(id)!;
	const talks: Placed[] = [...plan.talks, { request: id, ...way.at }];
	const changed = (change: Partial<Instance>) => ({
		instance: { ...instance, ...change },
		plan: planOf(instance, talks)
	});
	const parties = (change: (party: Instance['parties'][number]) => Instance['parties'][number]) =>
		changed({ parties: instance.parties.map((one) => (request.parties.includes(one.id) ? change(one) : one)) });
	const { day, start } = way.at;
	switch (way.kind) {
		case 'free':
			return changed({});
		case 'other-family': {
			const found = exchange(agenda, request, way.at)!;
			const moved = talks.map((talk) => (talk.request === found.moves.request ? found.moves : talk));
			return { instance, plan: planOf(instance, moved) };
		}
		case 'family-time':
			return parties((one) => ({
				...one,
				windows: [...one.windows, { day, from: start, to: start + request.minutes, cost: 2 }]
			}));
		case 'second-visit':
			return parties((one) => ({ ...one, maxDays: one.maxDays + 1 }));
		case 'staff-time':
			return changed({
				staff: instance.staff.map((one) =>
					one.id === way.staff ? { ...one, windows: [...one.windows, way.window] } : one
				)
			});
		case 'by-phone': {
			const without = { ...request, staff: request.staff.filter((one) => one !== way.staff) };
			return changed({ requests: instance.requests.map((one) => (one === request ? without : one)) });
		}
	}
}

function moment({ day, start }: Moment): Moment {
	return { day, start };
}
