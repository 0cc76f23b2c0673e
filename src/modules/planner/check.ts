import { dayFaults } from './check-days.ts';
import type { Instance, Placed, Plan, Request } from './instance.ts';
import { measure, type Figures } from './figures.ts';
import { indexOf, likingOf, travelOf, type Index } from './starts.ts';

/** The hard rules; H0 is about the plan itself: is it a plan for this instance. */
export type HardRule = 'H0' | 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6' | 'H7' | 'H8' | 'H9' | 'H10';

/** A rule that a plan breaks, and whom it is about: ids of requests, staff and parties. */
export type Fault = { rule: HardRule; about: string[]; day?: number; minutes?: number; limit?: number };

/** A talk of the plan with its request at hand. */
export type Talk = Placed & { asked: Request; end: number };

/**
 * Checks a plan against every hard rule, from the instance alone; shares nothing with the engine. Figures are counted
 * over the talks that exist, also when rules are broken.
 */
export function checkPlan(
	instance: Instance,
	plan: Pick<Plan, 'talks'> & Partial<Plan>
): { faults: Fault[]; figures: Figures } {
	const index = indexOf(instance);
	const faults: Fault[] = [];
	if (plan.instance !== undefined && plan.instance !== instance.id) faults.push({ rule: 'H0', about: [plan.instance] });

	const talks = new Map<string, Talk>();
	for (const talk of plan.talks) {
		const asked = index.request.get(talk.request);
		const sound = Number.isInteger(talk.start) && instance.days[talk.day] !== undefined;
		if (!asked || !sound || talks.has(talk.request)) faults.push({ rule: 'H1', about: [talk.request] });
		else talks.set(talk.request, { ...talk, asked, end: talk.start + asked.minutes });
	}
	const all = [...talks.values()];
	for (const talk of all) faults.push(...faultsOfTalk(index, talk));
	faults.push(...dayFaults(instance, index, all));
	for (const lock of instance.locks) {
		const talk = talks.get(lock.request);
		if (talk?.day !== lock.day || talk.start !== lock.start)
			faults.push({ rule: 'H9', about: [lock.request], day: lock.day });
	}
	return { faults, figures: measure(instance, index, all) };
}

/** Grid and windows of one talk (H2, H3, H4). */
function faultsOfTalk(index: Index, { asked, day, start, end }: Talk): Fault[] {
	const faults: Fault[] = [];
	const pad = travelOf(asked);
	asked.staff.forEach((id, i) => {
		const person = index.staff.get(id)!;
		const within = person.windows.filter(
			(window) => window.day === day && window.from <= start - pad && end + pad <= window.to
		);
		if (!within.length) faults.push({ rule: 'H3', about: [asked.id, id], day });
		else if (i === 0 && !within.some((window) => (start - window.from) % person.slot === 0))
			faults.push({ rule: 'H2', about: [asked.id, id], day });
	});
	for (const id of asked.parties)
		if (likingOf(index.party.get(id)!, day, start, end) === undefined)
			faults.push({ rule: 'H4', about: [asked.id, id], day });
	const own = asked.windows;
	if (own && !own.some((window) => window.day === day && window.from <= start && end <= window.to))
		faults.push({ rule: 'H4', about: [asked.id], day });
	return faults;
}

/** Locks that no plan can keep, because they break a rule by themselves or together. */
export function brokenLocks(instance: Instance): Fault[] {
	return checkPlan(instance, { talks: instance.locks }).faults;
}
