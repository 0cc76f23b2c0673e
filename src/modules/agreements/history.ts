import type { Step, Wording } from './agreement.ts';
import { name, type Scene } from './card.ts';

/** One line of the history, with the words as they were written then. */
export type HistoryLine = Pick<
	Step,
	'move' | 'result' | 'occasion' | 'words' | 'byLink' | 'ifWorks' | 'ifNot' | 'evaluateOn' | 'at'
> & {
	name: string;
	together: string | null;
	/** Who told it, when somebody of school wrote it down. */
	toldBy: string | null;
	wording: Wording | null;
};

/** What happened, the latest first, with the wordings that came before the current one. */
export function historyOf({ agreement, circle, persons }: Scene, wordings: readonly Wording[]): HistoryLine[] {
	let written = 0;
	const lines = agreement.steps.map((step) => ({
		move: step.move,
		result: step.result,
		occasion: step.occasion,
		words: step.words,
		byLink: step.byLink,
		toldBy: step.toldBy && name(persons, step.toldBy),
		ifWorks: step.ifWorks,
		ifNot: step.ifNot,
		evaluateOn: step.evaluateOn,
		at: step.at,
		name: name(persons, step.person),
		together: step.together ? circle.callName : null,
		wording: step.move === 'propose' || step.move === 'adapt' ? earlier(wordings, written++) : null
	}));
	return lines.toReversed();
}

/** The current wording stands on top of the page already. */
function earlier(wordings: readonly Wording[], at: number) {
	return at < wordings.length - 1 ? wordings[at]! : null;
}
