import type { Ctx } from '#platform/ctx.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import * as rules from './board.ts';
import { changeBoard } from './holding.server.ts';
import { judge, type Obstacle } from './judgement.ts';
import { problemOf } from './problem.ts';
import type { Standing } from './situation.ts';
import type { Laid } from './situations.server.ts';
import { dayAt, minuteOf } from './span.ts';
import { placedIn } from './standing.ts';
import type { TalkKey } from './talk-key.ts';

export type Target = { talk: TalkKey; teacher: PersonId; startsAt: Date };

/** Put a talk at another time, or on the board; the checker of the planner judges before anything is written. */
export function move(ctx: Ctx, id: RoundId, version: number, target: Target) {
	return changeBoard(ctx, id, version, (laid) => {
		const before = laid.standing.find(({ talk }) => talk === target.talk);
		const after = { teacher: target.teacher, startsAt: target.startsAt, locked: before?.locked ?? false };
		const obstacle = obstacleAt(laid, target);
		if (obstacle) return no(obstacle);
		return ok({ kind: 'move' as const, changes: [{ talk: target.talk, before: rules.spotOf(before), after }] });
	});
}

/** What keeps a talk from being there, as things are now. */
export function obstacleAt({ situation, standing }: Laid, target: Target): Obstacle | undefined {
	const others = standing.filter(({ talk }) => talk !== target.talk);
	const moved: Standing = { ...target, locked: false };
	const problem = problemOf({ ...situation, standing: [...others, moved] });
	if (problem.talks.get(target.talk)?.lead !== target.teacher) return 'not-offered';
	const day = problem.days.indexOf(dayAt(target.startsAt));
	const at = { request: target.talk, day, start: minuteOf(target.startsAt) };
	return judge(problem.instance, placedIn(problem, others), at);
}

/** Take a talk off the board; it stands with those without a time. */
export function takeOut(ctx: Ctx, id: RoundId, version: number, talk: TalkKey) {
	return changeBoard(ctx, id, version, ({ standing }) => {
		const before = standing.find((each) => each.talk === talk);
		if (!before) return no('unknown' as const);
		return ok({ kind: 'take-out' as const, changes: [{ talk, before: rules.spotOf(before), after: null }] });
	});
}

/** A talk that is locked stays where it is when there is planned again. */
export function lock(ctx: Ctx, id: RoundId, version: number, talk: TalkKey) {
	return fasten(ctx, id, version, talk, true);
}

export function release(ctx: Ctx, id: RoundId, version: number, talk: TalkKey) {
	return fasten(ctx, id, version, talk, false);
}

function fasten(ctx: Ctx, id: RoundId, version: number, talk: TalkKey, locked: boolean) {
	return changeBoard(ctx, id, version, ({ standing }) => {
		const before = rules.spotOf(standing.find((each) => each.talk === talk));
		if (!before) return no('unknown' as const);
		const changes = [{ talk, before, after: { ...before, locked } }];
		return ok({ kind: locked ? ('lock' as const) : ('release' as const), changes });
	});
}
