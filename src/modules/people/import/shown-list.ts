import {
	columnAt,
	saysHomes,
	placesOf,
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
		homes: saysHomes(mapping) ? undefined : (mapping.homes ?? 'not-known'),
		columns: list.titles.map((title, at) => ({ title, samples: samplesOf(list, at), is: columnAt(mapping, at) ?? '' })),
		words: (Object.keys(worded) as WordedColumn[]).flatMap((column) => {
			const of = placesOf(mapping, column);
			const words = wordsIn(list, of).map((word) => ({ word, is: mapping.words[column][word] ?? '' }));
			return !words.length ? [] : [{ column, of: of.join(' '), choices: worded[column], words }];
		})
	};
}
