import { diffWordsWithSpace } from 'diff';
import type { Edition, Parts } from './record.ts';

/** A piece of text that stayed, came or went. */
export type Change = { text: string; is: 'same' | 'new' | 'gone' };

/** What changed in a text, word by word, in reading order. */
export function changesOf(before: string, after: string): Change[] {
	return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
		text: value,
		is: added ? 'new' : removed ? 'gone' : 'same'
	}));
}

/** The newest edition first, each with what changed since the one before; of the first nothing did. */
export function historyOf(editions: readonly Edition[]) {
	return editions
		.map((edition, at) => {
			const before = editions[at - 1];
			const changes = (part: keyof Parts) =>
				before && before[part] !== edition[part] ? changesOf(before[part], edition[part]) : undefined;
			return { edition, forAdults: changes('forAdults'), forCircle: changes('forCircle') };
		})
		.toReversed();
}
