import type { Sliders } from '#modules/planner/objective.ts';
import type { RoundId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Concession, Standing } from './situation.ts';
import type { TalkKey } from './talk-key.ts';

/** On which the plan of a round is made; `version` goes up at each change of it. */
export type Board = { round: RoundId; version: number; step: number; sliders: Sliders };

export const stepKinds = ['plan', 'move', 'take-out', 'lock', 'release', 'way'] as const;
export type StepKind = (typeof stepKinds)[number];

export type Spot = Omit<Standing, 'talk'>;

/** What one step does with one talk; null is not on the board. */
export type Change = { talk: TalkKey; before: Spot | null; after: Spot | null };

export type Step = { kind: StepKind; changes: Change[]; conceded?: Concession[] };

export type BoardRefusal = 'changed' | 'running' | 'published' | 'nothing-to-undo' | 'nothing-to-redo';

export const midway: Sliders = { wishes: 1, waiting: 1, staffDay: 1 };

/** Somebody else did something since the page was drawn: who comes second looks first. */
export function isCurrent(board: Board, version: number): Outcome<undefined, 'changed'> {
	return board.version === version ? ok(undefined) : no('changed');
}

export function applied(standing: readonly Standing[], changes: readonly Change[]): Standing[] {
	const all = new Map(standing.map((each) => [each.talk, each]));
	for (const { talk, after } of changes) {
		if (after) all.set(talk, { talk, ...after });
		else all.delete(talk);
	}
	return [...all.values()];
}

export function reversed(changes: readonly Change[]): Change[] {
	return changes.map(({ talk, before, after }) => ({ talk, before: after, after: before }));
}

/** From what stands to what should; talks that stay where they are change nothing. */
export function changesBetween(before: readonly Standing[], after: readonly Standing[]): Change[] {
	const [old, now] = [before, after].map((all) => new Map(all.map((each) => [each.talk, each]))) as [
		Map<TalkKey, Standing>,
		Map<TalkKey, Standing>
	];
	return [...new Set([...old.keys(), ...now.keys()])].flatMap((talk) => {
		const [was, is] = [spotOf(old.get(talk)), spotOf(now.get(talk))];
		return isSame(was, is) ? [] : [{ talk, before: was, after: is }];
	});
}

export function spotOf(standing: Standing | undefined): Spot | null {
	return standing ? { teacher: standing.teacher, startsAt: standing.startsAt, locked: standing.locked } : null;
}

function isSame(a: Spot | null, b: Spot | null) {
	if (!a || !b) return a === b;
	return a.teacher === b.teacher && a.startsAt.getTime() === b.startsAt.getTime() && a.locked === b.locked;
}
