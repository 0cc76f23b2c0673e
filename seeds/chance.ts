/** Chance that falls the same way each time: mulberry32, by Tommy Ettinger (public domain). */
export function chance(seed: number) {
	let state = seed;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		/** A whole number from 0 up to `below`. */
		below: (below: number) => Math.floor(next() * below),
		pick: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!,
		happens: (share: number) => next() < share
	};
}
export type Chance = ReturnType<typeof chance>;
