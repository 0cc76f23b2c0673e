import { agendaOf } from '#modules/planner/agenda.ts';
import { explainPlan } from '#modules/planner/explain.ts';
import { applyWay } from '#modules/planner/ways.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import * as rules from './board.ts';
import { changeBoard } from './holding.server.ts';
import type { Concession } from './situation.ts';
import { planIn, standingOf } from './standing.ts';
import type { TalkKey } from './talk-key.ts';

/** Do one of the tried ways out; whoever it asks something of has been asked by the office. */
export function applyWayOut(ctx: Ctx, id: RoundId, version: number, talk: TalkKey, at: number) {
	return changeBoard(ctx, id, version, ({ problem, standing }) => {
		const plan = planIn(problem, standing);
		const { unmet } = explainPlan({ ...problem.instance }, plan);
		const way = unmet.find(({ request }) => request === talk)?.ways[at];
		if (!way || way.kind === 'staff-time') return no('way-gone' as const);
		const agenda = agendaOf(problem.instance, plan.talks);
		const locked = new Set<string>(standing.filter((each) => each.locked).map((each) => each.talk));
		const after = standingOf(problem, applyWay(agenda, plan, talk, way).plan.talks, locked);
		const startsAt = after.find((each) => each.talk === talk)!.startsAt;
		const conceded = [way.kind, ...(way.also ?? [])].flatMap((kind): Concession[] => {
			if (kind === 'by-phone')
				return [{ talk, kind, staff: 'staff' in way ? (way.staff as PersonId) : null, startsAt }];
			return kind === 'family-time' || kind === 'second-visit' ? [{ talk, kind, staff: null, startsAt }] : [];
		});
		return ok({ kind: 'way' as const, changes: rules.changesBetween(standing, after), conceded });
	});
}
