import { boundFrom, boundModel, type Bound } from './bound.ts';
import type { Instance } from './instance.ts';
import { levelOneModel } from './proof.ts';

/** Proves how many requests can be honoured at most. Undefined where the solver is not installed: the planner works without. */
export async function proveBound(instance: Instance): Promise<Bound | undefined> {
	const solver = await solverOf();
	if (!solver) return undefined;
	const model = boundModel(instance);
	if (!model.possible) return { asked: instance.requests.length, atMost: 0, bottlenecks: [] };
	const answer = solver.solve(model.text, { solver: 'ipm', run_crossover: 'on' });
	if (answer.Status !== 'Optimal') throw new Error(`the bound was not proven: ${answer.Status}`);
	const duals = new Map<string, number>();
	for (const row of answer.Rows) if ('Dual' in row && row.Dual) duals.set(row.Name ?? '', row.Dual);
	return boundFrom(instance, model, answer.ObjectiveValue, duals);
}

/** What no plan's level-1 cost (unmet requests and fairness) can be below; `proven` when a plan reaches it. */
export type LevelOne = { atLeast: number; proven: boolean };

/** Solves the time-indexed model: seconds on a primary school; a large secondary school takes more time than it is worth. */
export async function proveLevelOne(instance: Instance, seconds: number): Promise<LevelOne | undefined> {
	const solver = await solverOf();
	if (!solver) return undefined;
	if (!instance.requests.length) return { atLeast: 0, proven: true };
	const { text, step } = levelOneModel(instance);
	const answer = solver.solve(text, { time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.98 * step });
	const proven = answer.Status === 'Optimal';
	return { atLeast: proven ? Math.round(answer.ObjectiveValue) : 0, proven };
}

async function solverOf() {
	return import('highs').then(
		(highs) => highs.default(),
		() => undefined
	);
}
