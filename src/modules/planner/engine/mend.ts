import { ejectFrom } from './chain.ts';
import { placeLocks, planWhole } from './construct.ts';
import { straight } from './cooling.ts';
import { never } from './problem.ts';
import type { Manner } from './search.ts';
import { placeTalk } from './state.ts';
import { isFree, type Work } from './work.ts';

/** Talks that may move although nothing happened to them: ten, in a large school one in a hundred. */
const fewMoves = 10;
const share = 1 / 100;
const perDisplaced = 3;

/**
 * From a published plan: what is still possible stays, families that lost a talk or are new are planned exactly around it
 * (the first answer), then chains start from them alone. A published talk that is still possible is never withdrawn for
 * the sake of another, and few move.
 */
export function fromPublished(): Manner & { displaced(): number } {
	let displaced = 0;
	let strayed = 0;
	let most = fewMoves;
	let touched = new Int32Array(0);
	let kept = new Uint8Array(0);

	function begin(w: Work) {
		const { p } = w;
		placeLocks(w);
		kept = new Uint8Array(p.requests);
		let published = 0;
		const asked = new Map(p.instance.requests.map((request, r) => [request.id, r]));
		for (const talk of p.instance.previous?.talks ?? []) {
			const r = asked.get(talk.request);
			if (r === undefined) continue;
			published++;
			const c = p.published[r]!;
			if (w.s.at[r]! >= 0 && w.s.at[r] === c) continue;
			if (w.s.at[r]! < 0 && c >= 0 && isFree(w, c) && partiesCan(w, r, c)) {
				placeTalk(p, w.s, r, c);
				kept[r] = 1;
			} else displaced++;
		}
		most = Math.max(fewMoves, Math.min(fewMoves + perDisplaced * displaced, Math.floor(published * share)));
		for (let r = 0; r < p.requests; r++) if (kept[r]) holdOn(w, r);
		const units = new Set<number>();
		for (let r = 0; r < p.requests; r++)
			if (w.s.at[r]! < 0 && p.candFrom[r]! < p.candFrom[r + 1]!) units.add(p.unit[r]!);
		touched = Int32Array.from(units);
		for (const unit of touched) {
			w.step++;
			w.waitingCount = 0;
			w.journal.begin();
			const before = w.s.cost;
			planWhole(w, unit);
			keepOrUndo(w, w.s.cost > before);
		}
	}

	function keepOrUndo(w: Work, worse: boolean) {
		if (worse || !allowed(w)) w.journal.undo();
	}

	function step(w: Work) {
		const { chance, s, p } = w;
		const unmet = s.unmetCount && chance.below(2) ? s.unmetList[chance.below(s.unmetCount)]! : -1;
		if (unmet >= 0) ejectFrom(w, p.unit[unmet]!);
		else if (touched.length) ejectFrom(w, touched[chance.below(touched.length)]!);
	}

	function allowed(w: Work) {
		const now = strayed + w.journal.strayed(kept);
		if (now > most) return false;
		strayed = now;
		return true;
	}

	return {
		begin,
		step,
		allowed,
		cooling: () => ({ hot: 10, cold: 0.5, legs: straight }),
		displaced: () => displaced
	};
}

/** Makes leaving out a talk that was promised dearer than anything that could be won by it. */
function holdOn(w: Work, r: number) {
	w.p.unmet[r] = never / 1e4;
}

/** Whether the parties of a request have room for a candidate between the talks they have. */
function partiesCan(w: Work, r: number, c: number) {
	const { p, s } = w;
	for (let k = p.partyFrom[r]!; k < p.partyFrom[r + 1]!; k++) {
		const party = p.partyOf[k]!;
		const days = new Set([p.candDay[c]!]);
		const from = p.partyTalkFrom[party]!;
		for (let i = from; i < from + s.partyCount[party]!; i++) {
			const other = s.at[s.partyTalk[i]!]!;
			days.add(p.candDay[other]!);
			if (p.candDay[other] === p.candDay[c] && tooClose(w, other, c)) return false;
		}
		if (days.size > p.maxDays[party]!) return false;
	}
	return true;
}

function tooClose({ p }: Work, a: number, b: number) {
	const [x, y] = [p.candRequest[a]!, p.candRequest[b]!];
	const walk = p.placeWalk[p.place[x]! * p.places + p.place[y]!]!;
	const free = (first: number, next: number) =>
		p.candStart[first]! + p.minutes[p.candRequest[first]!]! + walk <= p.candStart[next]!;
	return !free(a, b) && !free(b, a);
}
