/** Seeded chance: the same seed gives the same throws, on every machine. */
export type Chance = {
	/** A number from 0 up to, not including, 1. */
	real(): number;
	/** A whole number from 0 up to, not including, `n`. */
	below(n: number): number;
};

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to search with, never for secrets. */
export function chanceOf(seed: number): Chance {
	let state = Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995;
	function real() {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}
	return { real, below: (n) => Math.floor(real() * n) };
}
