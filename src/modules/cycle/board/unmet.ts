import { explainPlan, type Explanation } from '#modules/planner/explain.ts';
import type { Figures } from '#modules/planner/figures.ts';
import { nameOf } from './name.ts';
import type { Laid } from './situations.server.ts';
import { planIn } from './standing.ts';
import type { TalkKey } from './talk-key.ts';

export type Unmet = { id: TalkKey; name: string; teacher: string; explained?: Explanation };

/** So many talks without a time are explained at once; of more, the one that is asked for. */
const explainedAtOnce = 20;

/** The talks without a time; few of them, or the one that was chosen, with why and what could be done. */
export function unmetOf(laid: Laid, figures: Figures, chosen: TalkKey | undefined): Unmet[] {
	const { problem, standing } = laid;
	const placed = new Set(standing.map(({ talk }) => talk));
	const open = [...problem.talks.values()].filter(({ key }) => !placed.has(key));
	const few =
		open.length <= explainedAtOnce
			? open.map(({ key }) => key)
			: open.filter(({ key }) => key === chosen).map(({ key }) => key);
	// A board on which nothing stands yet has no reasons: nothing was tried.
	const explained = figures.honoured ? explain(laid, few) : new Map<string, Explanation>();
	return open.map(({ key, lead }) => {
		const why = explained.get(key);
		return {
			id: key,
			name: nameOf(laid, key).name,
			teacher: laid.names.get(lead) ?? '',
			...(why ? { explained: why } : {})
		};
	});
}

/** Only these, on the plan as it stands. */
function explain({ problem, standing }: Laid, talks: readonly TalkKey[]) {
	if (!talks.length) return new Map<string, Explanation>();
	const wanted = new Set<string>([...talks, ...standing.map(({ talk }) => talk)]);
	const instance = { ...problem.instance, requests: problem.instance.requests.filter(({ id }) => wanted.has(id)) };
	const { unmet } = explainPlan(instance, planIn(problem, standing));
	return new Map(unmet.map((one) => [one.request, one]));
}
