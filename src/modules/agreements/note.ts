import type { NoteResult, Step } from './agreement.ts';

/** Of a day of the rhythm the last word; of what has no day every one; and nothing of what was taken back. */
export function notesThatStand(steps: readonly Step[]): Step[] {
	const standing: Step[] = [];
	for (const step of steps) {
		if (step.move !== 'note' && step.move !== 'takeBack') continue;
		const before = standing.findLastIndex(({ occasion }) => occasion === step.occasion);
		if (before >= 0 && (step.occasion || step.move === 'takeBack')) standing.splice(before, 1);
		if (step.move === 'note') standing.push(step);
	}
	return standing;
}

export function resultOf(note: Step | undefined): NoteResult | null {
	return (note?.result as NoteResult | undefined) ?? null;
}

/** How often it worked out, a bit, or not yet. */
export type Tally = Record<NoteResult, number>;

export function tallyOf(steps: readonly Step[], round: number): Tally {
	const tally: Tally = { done: 0, partly: 0, not: 0 };
	for (const note of notesThatStand(steps)) {
		const result = resultOf(note);
		if (result && note.round === round) tally[result] += 1;
	}
	return tally;
}
