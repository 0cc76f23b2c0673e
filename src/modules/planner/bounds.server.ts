import { boundFrom, boundModel, type Bound } from './bound.ts';
import type { Instance } from './instance.ts';

/** Proves how many requests can be honoured at most. Undefined where the solver is not installed: the planner works without. */
export async function proveBound(instance: Instance): Promise<Bound | undefined> {
	const solver = await import('highs').then(
		(highs) => highs.default(),
		() => undefined
	);
	if (!solver) return undefined;
	const model = boundModel(instance);
	if (!model.possible) return { asked: instance.requests.length, atMost: 0, bottlenecks: [] };
	const answer = solver.solve(model.text, { solver: 'ipm', run_crossover: 'on' });
	if (answer.Status !== 'Optimal') throw new Error(`the bound was not proven: ${answer.Status}`);
	const duals = new Map<string, number>();
	for (const row of answer.Rows) if ('Dual' in row && row.Dual) duals.set(row.Name ?? '', row.Dual);
	return boundFrom(instance, model, answer.ObjectiveValue, duals);
}
