import { divideDays } from './division.ts';
import { planUnit, type Work } from './work.ts';
import { placeTalk } from './state.ts';
import { mostAtOnce } from './subsets.ts';

/** Steps per unit in which families keep to the division of days before all days are open again. */
const focus = 1.5;

/** First plan: locks, a division of days, then each unit exactly, those with the fewest starts per talk first. */
export function construct(w: Work) {
	placeLocks(w);
	const { p } = w;
	w.open.set(divideDays(p, w.chance));
	w.focus = Math.ceil(focus * p.units);
	const starts = Float64Array.from({ length: p.units }, (_, unit) => {
		const talks = p.unitFrom[unit + 1]! - p.unitFrom[unit]!;
		return (p.offerFrom[(unit + 1) * p.days]! - p.offerFrom[unit * p.days]!) / talks;
	});
	const order = Int32Array.from({ length: p.units }, (_, unit) => unit).sort(
		(a, b) => starts[a]! - starts[b]! || a - b
	);
	w.journal.begin();
	for (const unit of order) planWhole(w, unit);
}

/** Plans all talks of a unit, block by block when there are too many for one programme. */
export function planWhole(w: Work, unit: number) {
	const talks = w.p.unitFrom[unit + 1]! - w.p.unitFrom[unit]!;
	for (let done = 0; done < talks; done += mostAtOnce) planUnit(w, unit, false, mostAtOnce);
}

export function placeLocks(w: Work) {
	for (let r = 0; r < w.p.requests; r++) if (w.p.locked[r]! >= 0) placeTalk(w.p, w.s, r, w.p.locked[r]!);
}
