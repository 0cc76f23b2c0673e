import { placeLocks, planWhole } from './construct.ts';
import { fromNothing, type Manner } from './search.ts';

/** What families get when they book themselves: in random order each takes the best that is still free. To compare with. */
export const fromQueue: Manner = {
	...fromNothing,
	begin(w) {
		placeLocks(w);
		const order = Array.from({ length: w.p.units }, (_, unit) => unit);
		w.journal.begin();
		for (let left = order.length; left > 0; left--) {
			const next = w.chance.below(left);
			planWhole(w, order[next]!);
			order[next] = order[left - 1]!;
		}
	}
};
