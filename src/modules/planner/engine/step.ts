import { ejectFrom } from './chain.ts';
import { removeAround } from './removal.ts';
import type { Work } from './work.ts';

/** One step: a chain or a removal, at an unmet request or anywhere. */
export function step(w: Work) {
	const { p, chance } = w;
	if (w.focus && --w.focus === 0) w.open.fill(1);
	let luck = chance.real();
	const hit = (share: number) => (luck -= share) < 0;
	if (hit(w.mix.chainsFromUnmet)) ejectFrom(w, unmetUnit(w));
	else if (hit(w.mix.chainsFromAny)) ejectFrom(w, chance.below(p.units));
	else if (hit(w.mix.removalsAtUnmet)) removeAround(w, unmetUnit(w));
	else removeAround(w, chance.below(p.units));
}

/** A unit with an unmet request that could have a place on the days that are open now. */
function unmetUnit({ p, s, open, chance, focus }: Work) {
	for (let tries = 0; tries < 64 && s.unmetCount; tries++) {
		const r = s.unmetList[chance.below(s.unmetCount)]!;
		if (!focus || open.subarray(r * p.days, (r + 1) * p.days).includes(1)) return p.unit[r]!;
	}
	return chance.below(p.units);
}
