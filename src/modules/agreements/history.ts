import type { Step, Wording } from './agreement.ts';
import { name, type Scene } from './card.ts';

/** One line of the history, with the words as they were written then. */
export type HistoryLine = Pick<Step, 'move' | 'result' | 'words' | 'evaluateOn' | 'at'> & {
	name: string;
	together: string | null;
	wording: Wording | null;
};

/** What happened, the latest first. A look back is read on its own page. */
export function historyOf({ agreement, circle, persons }: Scene, wordings: readonly Wording[]): HistoryLine[] {
	let written = 0;
	const lines = agreement.steps.map((step) => ({
		move: step.move,
		result: step.result,
		words: step.words,
		evaluateOn: step.evaluateOn,
		at: step.at,
		name: name(persons, step.person),
		together: step.together ? circle.callName : null,
		wording: step.move === 'propose' || step.move === 'adapt' ? (wordings[written++] ?? null) : null
	}));
	return lines.toReversed();
}
