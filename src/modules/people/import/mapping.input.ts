import {
	homeWays,
	wordsIn,
	worded,
	type ForeignList,
	type Homes,
	type ListMapping,
	type WordedColumn
} from './mapping.ts';
import { slots, type Slot } from './slot.ts';

/** What somebody said of each column, in their order, of the words in two of them, and of who lives together. */
export type MappingAnswer = { chosen: (Slot | undefined)[]; words: ListMapping['words']; homes: Homes };

export function readAnswer(form: FormData, list: ForeignList): MappingAnswer {
	const chosen = list.titles.map((_, at) => slots.find((slot) => slot === form.get(`column-${at}`)));
	const homes = homeWays.find((way) => way === form.get('homes')) ?? 'not-known';
	return { chosen, homes, words: { relatie: wordsFor(form, list, 'relatie'), gezag: wordsFor(form, list, 'gezag') } };
}

/** The words that were on the screen are those of certain columns of theirs; of another column they say nothing. */
function wordsFor(form: FormData, list: ForeignList, column: WordedColumn) {
	const shown = String(form.get(`${column}-of`) ?? '').match(/\d+/g) ?? [];
	const known: readonly string[] = worded[column];
	return Object.fromEntries(
		wordsIn(list, shown.slice(0, 2).map(Number)).flatMap((word, at) => {
			const said = String(form.get(`${column}-${at}`) ?? '');
			return known.includes(said) ? [[word, said]] : [];
		})
	);
}

export function mappingFrom({ chosen, words, homes }: MappingAnswer): ListMapping {
	const placed = slots.flatMap((slot) => (chosen.includes(slot) ? [[slot, chosen.indexOf(slot)]] : []));
	return { columns: Object.fromEntries(placed) as ListMapping['columns'], words, homes };
}
