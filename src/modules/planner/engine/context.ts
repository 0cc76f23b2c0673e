import { walkBetween } from './prepare-units.ts';
import type { Problem } from './problem.ts';
import type { State } from './state.ts';

/**
 * The other talks of a unit's parties: talks of a parent without the other, or of a family too large for one programme.
 * They stay where they are while the unit is planned; the programme plans around them.
 */
export type Context = {
	/** Looks at where the parties of the unit are now; the rest answers about that unit. */
	look(unit: number): void;
	/** Whether a party has a talk on the day. */
	busy: Uint8Array;
	/** Whether all parties may come on the day. */
	open: Uint8Array;
	/** Parties with talks on other days only, or without talks. */
	newcomers: Int32Array;
	/** Parties without any talk: their first visit is free. */
	readonly homebodies: number;
	/** Days that can still be added. */
	readonly daysLeft: number;
	fits(unit: number, day: number, r: number, start: number): boolean;
	/** Cost of waiting on the day without the unit's talks; before the first of them, along two in a row, after the last. */
	ownWait(unit: number, day: number): number;
	waitBefore(unit: number, day: number, first: number): number;
	waitAlong(unit: number, day: number, first: number, next: number): number;
	waitAfter(unit: number, day: number, last: number): number;
};

export function contextOf(p: Problem, s: State): Context {
	const busy = new Uint8Array(p.days);
	const open = new Uint8Array(p.days);
	const newcomers = new Int32Array(p.days);
	const here = new Uint8Array(p.days);
	let homebodies = 0;
	let daysLeft = 0;

	function look(unit: number) {
		const parties = p.unitPartyFrom[unit + 1]! - p.unitPartyFrom[unit]!;
		busy.fill(0);
		open.fill(1);
		newcomers.fill(parties);
		homebodies = 0;
		daysLeft = p.days;
		for (let k = p.unitPartyFrom[unit]!; k < p.unitPartyFrom[unit + 1]!; k++) {
			const party = p.unitParty[k]!;
			here.fill(0);
			const from = p.partyTalkFrom[party]!;
			for (let i = from; i < from + s.partyCount[party]!; i++) here[p.candDay[s.at[s.partyTalk[i]!]!]!] = 1;
			let days = 0;
			for (let day = 0; day < p.days; day++) {
				if (!here[day]) continue;
				days++;
				busy[day] = 1;
				newcomers[day]!--;
			}
			if (!days) homebodies++;
			const left = p.maxDays[party]! - days;
			if (left > 0) daysLeft = Math.min(daysLeft, left);
			else for (let day = 0; day < p.days; day++) if (!here[day]) open[day] = 0;
		}
	}

	function fits(unit: number, day: number, r: number, start: number) {
		const end = start + p.minutes[r]!;
		for (let k = p.unitPartyFrom[unit]!; k < p.unitPartyFrom[unit + 1]!; k++) {
			const from = p.partyTalkFrom[p.unitParty[k]!]!;
			for (let i = from; i < from + s.partyCount[p.unitParty[k]!]!; i++) {
				const other = s.partyTalk[i]!;
				const c = s.at[other]!;
				if (p.candDay[c] !== day) continue;
				const walk = walkBetween(p, r, other);
				const otherStart = p.candStart[c]!;
				if (end + walk > otherStart && otherStart + p.minutes[other]! + walk > start) return false;
			}
		}
		return true;
	}

	/** Waiting of all parties from candidate `a` to candidate `b` (-1: from the first, to the last), through what lies between. */
	function through(unit: number, day: number, a: number, b: number) {
		let cost = 0;
		const after = a < 0 ? -1 : p.candStart[a]!;
		const until = b < 0 ? 4096 : p.candStart[b]!;
		for (let k = p.unitPartyFrom[unit]!; k < p.unitPartyFrom[unit + 1]!; k++) {
			const from = p.partyTalkFrom[p.unitParty[k]!]!;
			let last = a;
			for (let i = from; i < from + s.partyCount[p.unitParty[k]!]!; i++) {
				const c = s.at[s.partyTalk[i]!]!;
				if (p.candDay[c] !== day || p.candStart[c]! < after || p.candStart[c]! >= until) continue;
				cost += wait(last, c);
				last = c;
			}
			if (b >= 0) cost += wait(last, b);
		}
		return cost;
	}

	function wait(a: number, b: number) {
		if (a < 0) return 0;
		const [first, next] = [p.candRequest[a]!, p.candRequest[b]!];
		const gap = p.candStart[b]! - p.candStart[a]! - p.minutes[first]! - walkBetween(p, first, next);
		return gap > 0 ? p.waitCost[gap]! : 0;
	}

	return {
		look,
		busy,
		open,
		newcomers,
		get homebodies() {
			return homebodies;
		},
		get daysLeft() {
			return daysLeft;
		},
		fits,
		ownWait: (unit, day) => through(unit, day, -1, -1),
		waitBefore: (unit, day, first) => through(unit, day, -1, first),
		waitAlong: (unit, day, first, next) => through(unit, day, first, next),
		waitAfter: (unit, day, last) => through(unit, day, last, -1)
	};
}
