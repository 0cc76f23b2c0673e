import { columns, type Column } from './guardian-columns.ts';
import { wordsIn, worded, type ForeignList, type ListMapping, type WordedColumn } from './mapping.ts';

/** What somebody said of each column, in their order, and of the words in two of them. */
export type MappingAnswer = { chosen: (Column | undefined)[]; words: ListMapping['words'] };

export function readAnswer(form: FormData, list: ForeignList): MappingAnswer {
	const chosen = list.titles.map((_, at) => columns.find((column) => column === form.get(`column-${at}`)));
	return { chosen, words: { relatie: wordsFor(form, list, 'relatie'), gezag: wordsFor(form, list, 'gezag') } };
}

/** The words that were on the screen are those of one of their columns; of another column they say nothing. */
function wordsFor(form: FormData, list: ForeignList, column: WordedColumn) {
	const shown = Number(form.get(`${column}-of`) ?? -1);
	const known: readonly string[] = worded[column];
	return Object.fromEntries(
		wordsIn(list, shown).flatMap((word, at) => {
			const said = String(form.get(`${column}-${at}`) ?? '');
			return known.includes(said) ? [[word, said]] : [];
		})
	);
}

export function mappingFrom({ chosen, words }: MappingAnswer): ListMapping {
	const placed = columns.flatMap((column) => (chosen.includes(column) ? [[column, chosen.indexOf(column)]] : []));
	return { columns: Object.fromEntries(placed) as ListMapping['columns'], words };
}
