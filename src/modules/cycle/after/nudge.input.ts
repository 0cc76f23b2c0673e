import { outcomes, type CallOutcome } from './nudge.ts';

export function parseOutcome(text: unknown): CallOutcome | undefined {
	return outcomes.find((each) => each === text);
}
