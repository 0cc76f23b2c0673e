import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { planOf, type Instance, type Plan } from './instance.ts';
import type { Progress } from './plan.ts';
import type { Report, Task } from './worker.server.ts';

/** How long to plan: steps give the same plan every time, seconds what the machine manages. Two workers: the better wins. */
export type Budget = { seconds: number; steps?: number | undefined; seed: number; workers: 1 | 2 };

export type Planned = { plan: Plan; cost: number; steps: number };

type Wishes = { onBetter?: (progress: Progress) => void; signal?: AbortSignal };

/** Plans in worker threads, so that the server keeps answering meanwhile. Stopping early gives the best plan so far. */
export async function plan(instance: Instance, budget: Budget, wishes: Wishes = {}): Promise<Planned> {
	const stop = new Int32Array(new SharedArrayBuffer(4));
	wishes.signal?.addEventListener('abort', () => Atomics.store(stop, 0, 1), { once: true });
	if (wishes.signal?.aborted) Atomics.store(stop, 0, 1);
	const from = performance.timeOrigin + performance.now();
	const { seconds, steps, seed, workers } = budget;
	let best = Infinity;
	const onBetter = (progress: Progress) => {
		if (progress.cost >= best) return;
		best = progress.cost;
		wishes.onBetter?.(progress);
	};
	const task = { instance, steps, milliseconds: seconds * 1000, from, stop };
	const all = await Promise.all(
		Array.from({ length: workers }, (_, i) => work({ ...task, seed: seed + i * 1_000_003 }, onBetter))
	);
	const won = all.reduce((a, b) => (b.cost < a.cost ? b : a));
	const made = all.reduce((sum, one) => sum + one.steps, 0);
	return { plan: planOf(instance, won.talks), cost: won.cost, steps: made };
}

async function work(task: Task, onBetter: (progress: Progress) => void) {
	const worker = new Worker(source(), { workerData: task });
	return new Promise<Extract<Report, { kind: 'done' }>>((settle, fail) => {
		worker.on('message', (report: Report) => (report.kind === 'better' ? onBetter(report.progress) : settle(report)));
		worker.on('error', fail);
		worker.on('exit', (code) => fail(new Error(`the planner stopped with code ${code}`)));
	});
}

/** A bundle leaves the worker's source where it is; the product runs from its own folder. */
function source() {
	const beside = new URL('./worker.server.ts', import.meta.url);
	return existsSync(beside) ? beside : pathToFileURL(resolve('src/modules/planner/worker.server.ts'));
}
