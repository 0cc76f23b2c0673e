/** How somebody left the talk, for themselves alone (handbook §4.7, §16). */
export const closingAnswers = ['yes', 'partly', 'no'] as const;
export type ClosingAnswer = (typeof closingAnswers)[number];

export type Closing = {
	/** Was I heard? */
	heard: ClosingAnswer | null;
	/** Do I know what happens next? */
	knows: ClosingAnswer | null;
	words: string;
};

export const noClosing: Closing = { heard: null, knows: null, words: '' };

/** It begins where the talk ends. */
export function canClose({ heldAt }: { heldAt: Date | null }): boolean {
	return heldAt !== null;
}
