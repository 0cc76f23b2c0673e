import { toHundred, type Weights } from '#ui/ternary.ts';

/** *Schoolondersteunend kompas*: the fluffy hen, the strongest ape, letting them cycle alone; best in balance (handbook §10). */
export const corners = ['warmth', 'structure', 'space'] as const;
export type Corner = (typeof corners)[number];

/** How much of each somebody sees or wishes: parts of a hundred. */
export type Emphasis = Record<Corner, number>;

export function asWeights({ warmth, structure, space }: Emphasis): Weights {
	return [warmth, structure, space];
}

export function ofWeights([warmth, structure, space]: Weights): Emphasis {
	return { warmth, structure, space };
}

export function toEmphasis({ warmth, structure, space }: Emphasis): Emphasis | undefined {
	const weights = toHundred([warmth, structure, space]);
	return weights && ofWeights(weights);
}

/** What a point says in words: one corner, two, or all about equally. */
export type Lean = { to: readonly Corner[] };

/** So far apart before one is called more than another. */
const clearly = 12;

export function leanOf(emphasis: Emphasis): Lean {
	const [first, second, third] = corners.toSorted((a, b) => emphasis[b] - emphasis[a]) as [Corner, Corner, Corner];
	if (emphasis[first] - emphasis[third] < clearly) return { to: [] };
	return { to: emphasis[first] - emphasis[second] >= clearly ? [first] : [first, second] };
}

/** Below this a corner is thin, whoever drew the point. */
const thin = 20;

/**
 * What could become a goal: a corner that is thin in what is seen now at home and at school both. Asked, never said; with one
 * side missing nothing is.
 */
export function openCorners(home: readonly Emphasis[], school: readonly Emphasis[]): Corner[] {
	if (!home.length || !school.length) return [];
	return corners.filter((corner) => [...home, ...school].every((emphasis) => emphasis[corner] <= thin));
}
