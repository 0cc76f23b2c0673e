import { parentPort, workerData } from 'node:worker_threads';
import type { Instance, Placed } from './instance.ts';
import { searchFor, stride, type Progress } from './plan.ts';

export type Task = {
	instance: Instance;
	seed: number;
	/** One of both: a number of steps, or milliseconds of this clock after `from` (performance.timeOrigin + now). */
	steps: number | undefined;
	milliseconds: number;
	from: number;
	/** Not zero: stop at once with the best so far. */
	stop: Int32Array;
};

export type Report =
	{ kind: 'better'; progress: Progress } | { kind: 'done'; talks: Placed[]; cost: number; steps: number };

const task = workerData as Task;
const search = searchFor(task.instance, task.seed);
const tell = (report: Report) => parentPort!.postMessage(report, []);
const now = () => performance.timeOrigin + performance.now() - task.from;
let steps = 0;
for (;;) {
	const done = task.steps === undefined ? now() / task.milliseconds : steps / task.steps;
	if (done >= 1 || Atomics.load(task.stop, 0)) break;
	const next = task.steps === undefined ? stride : Math.min(stride, task.steps - steps);
	const better = search.advance(next, done);
	steps += next;
	const progress = { steps, of: task.steps ?? 0, cost: search.cost(), honoured: search.honoured() };
	if (better) tell({ kind: 'better', progress });
}
tell({ kind: 'done', talks: search.talks(), cost: search.cost(), steps });
