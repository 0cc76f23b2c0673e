import { agendaOf, type Agenda } from './agenda.ts';
import { mostTalks } from './capacity.ts';
import type { Instance, Plan, Request, Window } from './instance.ts';
import { travelOf, type Index } from './starts.ts';
import { waysOut, type Way } from './ways.ts';

/**
 * Why a request is unmet. NO_COMMON_TIME: two who must both be there are never free together (`sides`, with the times
 * that each gave). OVER_CAPACITY: more is asked of somebody than they offer; told once, under `overFull`. ALL_TAKEN:
 * there was a time, and all of it is taken.
 */
export type Reason =
	| { code: 'NO_COMMON_TIME'; sides: Side[] }
	| { code: 'OVER_CAPACITY'; staff: string }
	| { code: 'ALL_TAKEN'; starts: number };

/** Somebody who must be there, and when they could. */
export type Side = { id: string; windows: Window[] };

/** An unmet request, why, and ways out that were tried. Holds nothing about any other family. */
export type Explanation = { request: string; reason: Reason; ways: Way[] };

/** Staff of whom more is asked than they offer, in minutes of talks after breaks. */
export type OverFull = { staff: string; askedMinutes: number; offeredMinutes: number };

export function explainPlan(
	instance: Instance,
	plan: Pick<Plan, 'talks'>
): { unmet: Explanation[]; overFull: OverFull[] } {
	const agenda = agendaOf(instance, plan.talks);
	const overFull = overFullStaff(instance);
	const full = new Set(overFull.map((one) => one.staff));
	const unmet = instance.requests
		.filter((request) => !agenda.talkOf.has(request.id))
		.map((request) => ({
			request: request.id,
			reason: reasonOf(agenda, request, full),
			ways: waysOut(agenda, request)
		}));
	const named = new Set(unmet.flatMap(({ reason }) => (reason.code === 'OVER_CAPACITY' ? [reason.staff] : [])));
	return { unmet, overFull: overFull.filter((one) => named.has(one.staff)) };
}

function reasonOf(agenda: Agenda, request: Request, full: Set<string>): Reason {
	const starts = agenda.starts(request).length;
	if (!starts) return { code: 'NO_COMMON_TIME', sides: neverTogether(agenda.index, request) };
	const staff = request.staff.find((id) => full.has(id));
	return staff ? { code: 'OVER_CAPACITY', staff } : { code: 'ALL_TAKEN', starts };
}

/** The first two who have no time in common, or all who must be there when it takes three to miss each other. */
function neverTogether(index: Index, request: Request): Side[] {
	const pad = travelOf(request);
	const sides: (Side & { pad: number })[] = [
		...request.staff.map((id) => ({ id, windows: index.staff.get(id)!.windows, pad })),
		...request.parties.map((id) => ({ id, windows: index.party.get(id)!.windows, pad: 0 }))
	];
	for (const [i, one] of sides.entries())
		for (const other of sides.slice(i + 1))
			if (!one.windows.some((a) => other.windows.some((b) => longEnough(a, one.pad, b, other.pad, request.minutes))))
				return [one, other].map(sideOf);
	return sides.map(sideOf);
}

function longEnough(a: Window, padA: number, b: Window, padB: number, minutes: number) {
	return a.day === b.day && Math.min(a.to - padA, b.to - padB) - Math.max(a.from + padA, b.from + padB) >= minutes;
}

function sideOf({ id, windows }: Side): Side {
	return { id, windows: windows.map(({ day, from, to }) => ({ day, from, to })) };
}

/** Compares what is asked of staff with what fits in their windows; the usual length of their talks is the measure. */
export function overFullStaff(instance: Instance): OverFull[] {
	return instance.staff.flatMap((person) => {
		const asked = instance.requests.filter((request) => request.staff.includes(person.id));
		if (!asked.length) return [];
		const lengths = asked.map((request) => request.minutes + 2 * travelOf(request)).sort((a, b) => a - b);
		const usual = lengths[Math.floor(lengths.length / 2)]!;
		const askedMinutes = lengths.reduce((a, b) => a + b, 0);
		const offeredMinutes = usual * person.windows.reduce((sum, window) => sum + mostTalks(person, window, usual), 0);
		return askedMinutes > offeredMinutes ? [{ staff: person.id, askedMinutes, offeredMinutes }] : [];
	});
}
