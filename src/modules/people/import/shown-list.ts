import {
	columnAt,
	samplesOf,
	worded,
	wordsIn,
	type ForeignList,
	type ListMapping,
	type WordedColumn
} from './mapping.ts';

/** A list as the screen shows it: each column with three values, and each word to be understood. */
export function shownList(list: ForeignList, mapping: ListMapping) {
	return {
		file: list.file,
		skipped: list.skipped,
		columns: list.titles.map((title, at) => ({ title, samples: samplesOf(list, at), is: columnAt(mapping, at) ?? '' })),
		words: (Object.keys(worded) as WordedColumn[]).flatMap((column) => {
			const of = mapping.columns[column];
			const words = wordsIn(list, of).map((word) => ({ word, is: mapping.words[column][word] ?? '' }));
			return of === undefined || !words.length ? [] : [{ column, of, choices: worded[column], words }];
		})
	};
}
