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
 * `also` says what is asked of the family besides.
 */
export type Way = { at: Moment; also?: FamilyStep[] } & (
	| { kind: 'free' | 'other-family' | FamilyStep }
	| { kind: 'staff-time'; staff: string; window: Window }
	| { kind: 'by-phone'; staff: string }
);

export type FamilyStep = 'family-time' | 'second-visit';

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
	const times = timesBeside(agenda, request);
	const at = times.find((one) => isFree(agenda, request, one));
	if (at) return { kind: 'family-time', at: moment(at) };
	const otherDay = times.find((one) => isFree(agenda, request, one, 1));
	return otherDay && { kind: 'family-time', at: moment(otherDay), also: ['second-visit'] };
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

/** The shortest extension of a window of the lead, at a time when the family could, or else would have to. */
function staffTime(agenda: Agenda, request: Request): Way | undefined {
	let second: Way | undefined;
	for (const { at, window } of extensions(agenda, request)) {
		if (!thirdsCan(agenda, request, at)) continue;
		const family = familyHasTime(agenda, request, at);
		if ((second && !family) || !isFree(agenda, request, at)) continue;
		const way: Way = { kind: 'staff-time', staff: request.staff[0]!, window, at };
		if (family) return way;
		second = { ...way, also: ['family-time'] };
	}
	return second;
}

/** Times just before and after the windows of the lead, on the grid, the smallest stretch first. */
function extensions(agenda: Agenda, request: Request) {
	const lead = agenda.index.staff.get(request.staff[0]!)!;
	const pad = travelOf(request);
	const length = request.minutes + 2 * pad;
	const found: { at: Moment; window: Window }[] = [];
	for (let extra = lead.slot; extra <= Math.max(longestExtra, length + lead.slot); extra += lead.slot)
		for (const { day, from, to } of lead.windows)
			for (const start of [to + extra - length + pad, from - extra + pad]) {
				const window = { day, from: Math.min(from, start - pad), to: Math.max(to, start - pad + length) };
				if (window.from < 0 || window.to > 1440 || (start - window.from) % lead.slot !== 0) continue;
				found.push({ at: { day, start }, window });
			}
	return found;
}

function thirdsCan(agenda: Agenda, request: Request, { day, start }: Moment) {
	const [from, to] = [start - travelOf(request), start + request.minutes + travelOf(request)];
	const inside = (windows: Window[], a: number, b: number) =>
		windows.some((one) => one.day === day && one.from <= a && b <= one.to);
	const others = request.staff.slice(1).every((id) => inside(agenda.index.staff.get(id)!.windows, from, to));
	return others && (!request.windows || inside(request.windows, start, start + request.minutes));
}

function familyHasTime({ index }: Agenda, request: Request, { day, start }: Moment) {
	return request.parties.every(
		(id) => likingOf(index.party.get(id)!, day, start, start + request.minutes) !== undefined
	);
}

/** The instance and the plan once everybody has agreed to the way out. For whoever may see the whole plan. */
export function applyWay(agenda: Agenda, plan: Plan, id: string, way: Way): { instance: Instance; plan: Plan } {
	const request = agenda.index.request.get(id)!;
	let talks: Placed[] = [...plan.talks, { request: id, ...way.at }];
	let { instance } = agenda;
	for (const step of [way.kind, ...(way.also ?? [])])
		if (step === 'family-time' || step === 'second-visit') instance = familyAgrees(instance, request, step, way.at);
	if (way.kind === 'other-family') {
		const { moves } = exchange(agenda, request, way.at)!;
		talks = talks.map((talk) => (talk.request === moves.request ? moves : talk));
	}
	if (way.kind === 'staff-time') {
		const staff = instance.staff.map((one) =>
			one.id === way.staff ? { ...one, windows: [...one.windows, way.window] } : one
		);
		instance = { ...instance, staff };
	}
	if (way.kind === 'by-phone') {
		const without = { ...request, staff: request.staff.filter((one) => one !== way.staff) };
		instance = { ...instance, requests: instance.requests.map((one) => (one.id === id ? without : one)) };
	}
	return { instance, plan: planOf(instance, talks) };
}

function familyAgrees(instance: Instance, request: Request, step: FamilyStep, { day, start }: Moment): Instance {
	const window = { day, from: start, to: start + request.minutes, cost: 2 as const };
	const parties = instance.parties.map((one) => {
		if (!request.parties.includes(one.id)) return one;
		return step === 'second-visit'
			? { ...one, maxDays: one.maxDays + 1 }
			: { ...one, windows: [...one.windows, window] };
	});
	return { ...instance, parties };
}

function moment({ day, start }: Moment): Moment {
	return { day, start };
}
