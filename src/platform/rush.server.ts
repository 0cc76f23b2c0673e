/** As many answers of one door as are being made at once; who comes then waits, in order of coming. */
export const places = { page: 4, form: 12 } as const;
/** With more people than this waiting for an answer, what can wait does. */
const many = 4;
const patienceMs = 3_000;

const making = new Map<string, number>();
const queues = new Map<string, (() => void)[]>();
const calmed = new Set<() => void>();
let waiting = 0;

/**
 * Make an answer. Everybody at one door at once would have hundreds of half-made answers wait for one another; now only
 * that door has a queue, and the rest of the house goes on. Its forms have another queue than its pages, with more places:
 * who has chosen goes before who looks.
 */
export async function answerInTurn<T>(
	kind: keyof typeof places,
	door: string | undefined,
	make: () => Promise<T>
): Promise<T> {
	waiting++;
	if (door !== undefined) await takePlace(door, places[kind]);
	try {
		return await make();
	} finally {
		waiting--;
		if (door !== undefined) givePlace(door);
		if (waiting <= many) {
			for (const wake of calmed) wake();
			calmed.clear();
		}
	}
}

/** Resolves once few people wait for an answer; what must be done some time (mail) is never put off for long. */
export function calm(): Promise<void> {
	if (waiting <= many) return Promise.resolve();
	return new Promise((wake) => {
		const timer = setTimeout(() => (calmed.delete(done), wake()), patienceMs);
		const done = () => (clearTimeout(timer), wake());
		calmed.add(done);
	});
}

async function takePlace(door: string, most: number) {
	const taken = making.get(door) ?? 0;
	if (taken < most) {
		making.set(door, taken + 1);
		return;
	}
	const queue = queues.get(door) ?? [];
	queues.set(door, queue);
	// The place of who is ready is handed on, so the count stays.
	await new Promise<void>((turn) => queue.push(turn));
}

function givePlace(door: string) {
	const next = queues.get(door)?.shift();
	if (next) return next();
	queues.delete(door);
	const left = making.get(door)! - 1;
	if (left) making.set(door, left);
	else making.delete(door);
}
