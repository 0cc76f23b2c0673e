import type { Fault, Talk } from './check.ts';
import type { Instance, Staff } from './instance.ts';
import { travelOf, type Index } from './starts.ts';
import { minutesBetween, pauseNeeded, whereabouts } from './whereabouts.ts';

/** What goes wrong between talks: staff (H5, H7, H10) and parties (H6, H8). */
export function dayFaults(instance: Instance, index: Index, talks: Talk[]): Fault[] {
	const walk = instance.zones.walk;
	const at = (talk: Talk) => whereabouts(talk.asked, index.staff.get(talk.asked.staff[0]!)!);
	const faults: Fault[] = [];
	const ofStaff = groupedBy(talks, (talk) => talk.asked.staff);
	const ofParty = groupedBy(talks, (talk) => talk.asked.parties);

	for (const person of instance.staff)
		for (const [day, mine] of byDay(ofStaff.get(person.id) ?? [], travelBefore)) {
			const role = (talk: Talk) => ({
				at: at(talk),
				leads: talk.asked.staff[0] === person.id,
				home: talk.asked.place === 'home'
			});
			for (const [first, next] of pairs(mine)) {
				const pause = next.start - travelBefore(next) - (first.end + travelBefore(first));
				const limit = pauseNeeded(walk, person, role(first), role(next));
				if (pause < limit)
					faults.push({ rule: 'H5', about: [person.id, first.request, next.request], day, minutes: pause, limit });
			}
			const run = longestRun(person, mine);
			if (person.maxRun && run > person.maxRun)
				faults.push({ rule: 'H7', about: [person.id], day, minutes: run, limit: person.maxRun });
			if (person.maxPerDay && mine.length > person.maxPerDay)
				faults.push({ rule: 'H10', about: [person.id], day, minutes: mine.length, limit: person.maxPerDay });
		}

	for (const party of instance.parties) {
		const days = byDay(ofParty.get(party.id) ?? [], () => 0);
		if (days.size > party.maxDays) faults.push({ rule: 'H8', about: [party.id], limit: party.maxDays });
		for (const [day, mine] of days)
			for (const [first, next] of pairs(mine)) {
				const pause = next.start - first.end;
				const limit = minutesBetween(walk, at(first), at(next));
				if (pause < limit)
					faults.push({ rule: 'H6', about: [party.id, first.request, next.request], day, minutes: pause, limit });
			}
	}
	return faults;
}

/** Once for all: a large school has thousands of talks, and as many people to ask about. */
function groupedBy(talks: Talk[], ids: (talk: Talk) => string[]) {
	const groups = new Map<string, Talk[]>();
	for (const talk of talks)
		for (const id of new Set(ids(talk))) {
			const group = groups.get(id);
			if (group) group.push(talk);
			else groups.set(id, [talk]);
		}
	return groups;
}

export function travelBefore(talk: Talk) {
	return travelOf(talk.asked);
}

/** Talks of each day in the order in which they begin. */
export function byDay(talks: Talk[], before: (talk: Talk) => number) {
	const days = new Map<number, Talk[]>();
	for (const talk of talks) days.set(talk.day, [...(days.get(talk.day) ?? []), talk]);
	for (const list of days.values()) list.sort((a, b) => a.start - before(a) - (b.start - before(b)));
	return days;
}

export function pairs<T>(list: T[]): [T, T][] {
	return list.slice(1).map((next, i) => [list[i]!, next]);
}

/** Longest stretch of minutes without a pause of `breakMin`. */
export function longestRun(person: Staff, talks: Talk[]) {
	let longest = 0;
	let from = 0;
	talks.forEach((talk, i) => {
		const last = talks[i - 1];
		const begin = talk.start - travelBefore(talk);
		if (!last || begin - (last.end + travelBefore(last)) >= person.breakMin) from = begin;
		longest = Math.max(longest, talk.end + travelBefore(talk) - from);
	});
	return longest;
}
