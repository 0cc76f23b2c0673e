import type { PersonId, RoundId } from '#platform/ids.ts';

export type RunId = string & { readonly __run: never };

export const runStates = ['running', 'done', 'cancelled', 'broken-off', 'failed'] as const;
export type RunState = (typeof runStates)[number];

/** One planning of a round. */
export type Run = {
	id: RunId;
	round: RoundId;
	state: RunState;
	askedBy: PersonId;
	startedAt: Date;
	seconds: number;
	/** Past this moment nobody is working on it any more: its server died. */
	aliveUntil: Date;
	cancelAsked: boolean;
	honoured: number;
	asked: number;
};

/** How often a run says that it lives, and how long it is believed, in milliseconds. */
export const beatMs = 1_000;
export const believedMs = 12_000;

/** How a run stands now; one whose server died is broken off, whatever it wrote last. */
export function stateNow({ state, aliveUntil }: Pick<Run, 'state' | 'aliveUntil'>, now: Date): RunState {
	return state === 'running' && aliveUntil < now ? 'broken-off' : state;
}

/** How long a plan of so many talks is worth searching, in seconds. */
export function secondsFor(talks: number): number {
	if (talks <= 60) return 2;
	return talks <= 800 ? 10 : 30;
}
