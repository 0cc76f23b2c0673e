/** Largest number of talks that one family programme plans exactly. */
export const mostAtOnce = 8;

/** Number of talks in each set. */
export const bitCounts = Uint8Array.from({ length: 1 << mostAtOnce }, (_, mask) => {
	let bits = 0;
	for (let rest = mask; rest; rest &= rest - 1) bits++;
	return bits;
});

/** All sets out of `count` talks that hold `held` and do not hold `missing`, at `(count * mostAtOnce + held) * mostAtOnce + missing`. */
export const setsWithout: Int32Array[] = [];

for (let count = 0; count <= mostAtOnce; count++)
	for (let held = 0; held < mostAtOnce; held++)
		for (let missing = 0; missing < mostAtOnce; missing++) {
			const masks: number[] = [];
			for (let mask = 0; mask < 1 << count; mask++)
				if (mask & (1 << held) && !(mask & (1 << missing))) masks.push(mask);
			setsWithout.push(Int32Array.from(masks));
		}
