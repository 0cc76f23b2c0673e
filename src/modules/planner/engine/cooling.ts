/**
 * A part of the budget in which annealing goes down to cold, from a height between cold (0) and hot (1). While it `forgets`,
 * learned prices fade, so that a place that was dear once is asked for again.
 */
export type Leg = { share: number; from: number; forgets?: true };

/** How annealing cools; temperatures in units of the objective, shares of the legs add up to 1. */
export type Cooling = { hot: number; cold: number; legs: readonly [Leg, ...Leg[]] };

/** Once, from hot to cold. */
export const straight: Cooling['legs'] = [{ share: 1, from: 1 }];

/** Where the search is when a share of the budget is `done`, 0 to 1: geometric within a leg (Kirkpatrick et al., 1983). */
export function coolingAt(done: number, { hot, cold, legs }: Cooling): { temperature: number; forgets: boolean } {
	let begun = 0;
	for (const { share, from, forgets = false } of legs) {
		if (done < begun + share)
			return { temperature: cold * (hot / cold) ** (from * (1 - (done - begun) / share)), forgets };
		begun += share;
	}
	return { temperature: cold, forgets: false };
}
