import { partOf, places, slotOf, slots, type Place, type Slot } from './slot.ts';

/** A list of guardians with columns of its own, as it was given. `skipped`: columns that we may not keep, so did not. */
export type ForeignList = {
	file: string;
	titles: string[];
	rows: { line: number; cells: string[] }[];
	skipped: string[];
};

export const relationWords = [
	'vader',
	'moeder',
	'ouder',
	'stiefouder',
	'pleegouder',
	'voogd',
	'verzorger',
	'anders'
] as const;
export const authorityWords = ['ja', 'nee', 'onbekend', 'voogdij'] as const;
/** Columns whose words have to be understood too, with the words we know. */
export const worded = { relatie: relationWords, gezag: authorityWords } as const;
export type WordedColumn = keyof typeof worded;

/** Which of our columns is which of theirs (by where it stands), and what their words mean in ours. */
export type ListMapping = {
	columns: Partial<Record<Slot, number>>;
	words: Record<WordedColumn, Record<string, string>>;
	/** Of a list that says nothing of homes; not known in what was remembered before it was asked. */
	homes?: Homes;
};

/** Do the parents of a pupil live together? Not known: each a home of their own, so that no home reads another's. */
export const homeWays = ['not-known', 'one-home', 'own-homes'] as const;
export type Homes = (typeof homeWays)[number];

/** A list that has a column for the home says so itself. */
export function saysHomes({ columns }: Pick<ListMapping, 'columns'>) {
	return places.some((place) => columns[slotOf('huishouden', place)] !== undefined);
}

export const mostWords = 30;

/** The different words of these columns, in the order they come; more than a handful are no words. */
export function wordsIn({ rows }: ForeignList, of: readonly number[]): string[] {
	const words = new Set<string>();
	for (const { cells } of rows) {
		for (const at of of) {
			const word = (cells[at] ?? '').trim();
			if (word && words.size < mostWords) words.add(word);
		}
		if (words.size === mostWords) break;
	}
	return [...words];
}

/** Where a column of words stands: of a wide list once for each guardian. */
export function placesOf({ columns }: Pick<ListMapping, 'columns'>, column: WordedColumn): number[] {
	return places.flatMap((place) => columns[slotOf(column, place)] ?? []);
}

/** Three different values to know a column by. */
export function samplesOf({ rows }: ForeignList, at: number): string[] {
	const samples = new Set<string>();
	for (const { cells } of rows) {
		if (cells[at]) samples.add(cells[at]);
		if (samples.size === 3) break;
	}
	return [...samples];
}

export type MappingFault =
	{ reason: 'column-twice' | 'column-needed'; columns: Slot[] } | { reason: 'word-unclear'; words: string[] };

/** What is still to be answered before the list can be read. */
export function faultIn(
	list: ForeignList,
	chosen: readonly (Slot | undefined)[],
	words: ListMapping['words']
): MappingFault | undefined {
	const twice = slots.filter((slot) => chosen.filter((one) => one === slot).length > 1);
	if (twice.length) return { reason: 'column-twice', columns: twice };
	const missing = missingIn(chosen);
	if (missing.length) return { reason: 'column-needed', columns: missing };
	const unclear = (['relatie', 'gezag'] as const).flatMap((column) => {
		const of = chosen.flatMap((slot, at) => (slot && partOf(slot).part === column ? [at] : []));
		return wordsIn(list, of).filter((word) => !words[column][word]);
	});
	return unclear.length ? { reason: 'word-unclear', words: [...new Set(unclear)] } : undefined;
}

/** Without these a row is about nobody: which pupil, and how each guardian that it speaks of is called. */
function missingIn(chosen: readonly (Slot | undefined)[]): Slot[] {
	const isNamed = (place: Place) =>
		chosen.includes(slotOf('achternaam', place)) || chosen.includes(slotOf('naam', place));
	const unnamed = places.filter((place) => !isNamed(place) && (place === 1 || isWide(chosen)));
	const nameless = unnamed.map((place) => slotOf('achternaam', place));
	return chosen.includes('leerling_key') ? nameless : ['leerling_key', ...nameless];
}

/** Do the rows of this list speak of a second guardian? */
export function isWide(chosen: readonly (Slot | undefined)[]) {
	return chosen.some((slot) => slot && partOf(slot).place === 2);
}

/** What one of their columns is, of ours. */
export function columnAt(mapping: ListMapping | undefined, at: number) {
	const found = Object.entries(mapping?.columns ?? {}).find(([, place]) => place === at);
	return found?.[0] as Slot | undefined;
}

/** By this a list with the same columns is known again. */
export function titlesKey({ titles }: ForeignList) {
	return titles.map((title) => title.toLowerCase()).join('\t');
}
