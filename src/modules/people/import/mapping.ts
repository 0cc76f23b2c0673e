import { columns, type Column } from './guardian-columns.ts';

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

/** Which of our columns is which of theirs (by place), and what their words mean in ours. */
export type ListMapping = {
	columns: Partial<Record<Column, number>>;
	words: Record<WordedColumn, Record<string, string>>;
};

/** Without these a row is about nobody. */
export const neededColumns = ['leerling_key', 'achternaam'] as const satisfies readonly Column[];
export const mostWords = 30;

const alsoCalled: Record<Column, readonly string[]> = {
	leerling_key: [
		'leerlingkey',
		'leerlingnummer',
		'leerlingnr',
		'llnr',
		'leerlingid',
		'stamnummer',
		'stamnr',
		'sleutel',
		'pupilid',
		'studentid'
	],
	volgnummer: ['volgnummer', 'volgnr', 'contactnummer', 'nr'],
	relatie: ['relatie', 'relatiesoort', 'relatietype', 'soortrelatie', 'relatietotleerling', 'relation'],
	gezag: ['gezag', 'ouderlijkgezag', 'wettelijkgezag', 'gezagsdrager', 'heeftgezag', 'custody'],
	informatie_toegestaan: [
		'informatietoegestaan',
		'informatie',
		'maginformatie',
		'magpostontvangen',
		'informatieplicht'
	],
	voorletters: ['voorletters', 'voorletter', 'initialen', 'initials'],
	roepnaam: ['roepnaam', 'voornaam', 'voornamen', 'givenname', 'firstname'],
	voorvoegsel: ['voorvoegsel', 'voorvoegsels', 'tussenvoegsel', 'tussenvoegsels', 'prefix'],
	achternaam: ['achternaam', 'geslachtsnaam', 'familienaam', 'naam', 'surname', 'lastname'],
	email: ['email', 'emailadres', 'mail', 'mailadres', 'emailaddress'],
	mobiel: [
		'mobiel',
		'mobielnummer',
		'mobieletelefoon',
		'telefoonmobiel',
		'telefoon',
		'telefoonnummer',
		'gsm',
		'mobile',
		'phone'
	],
	huishouden: ['huishouden', 'gezin', 'gezinsnummer', 'adresnummer', 'household'],
	taal: ['taal', 'thuistaal', 'voorkeurstaal', 'language'],
	tolk: ['tolk', 'tolknodig', 'interpreter']
};

const alsoSaid: Record<WordedColumn, readonly [RegExp, string][]> = {
	relatie: [
		[/stief|step/, 'stiefouder'],
		[/pleeg|foster/, 'pleegouder'],
		[/voogd/, 'voogd'],
		[/vader|father|^v$|^papa$/, 'vader'],
		[/moeder|mother|^m$|^mama$/, 'moeder'],
		[/verzorg/, 'verzorger'],
		[/ouder|parent/, 'ouder']
	],
	gezag: [
		[/voogd/, 'voogdij'],
		[/^(nee|n|no|false|0|geen.*|zonder.*)$/, 'nee'],
		[/^(ja|j|yes|y|true|1|x|gezag|heeft gezag|ouderlijk gezag|met gezag)$/, 'ja'],
		[/^(onbekend|\?|-)$/, 'onbekend']
	]
};

/** The first guess, by what columns and words are called. What can't be guessed is asked. */
export function guessMapping(list: ForeignList): ListMapping {
	const bare = list.titles.map(bareTitle);
	const guessed: ListMapping['columns'] = {};
	const taken = new Set<number>();
	for (const fits of [isCalled, isAbout]) {
		for (const column of columns) {
			if (guessed[column] !== undefined) continue;
			const at = bare.findIndex((title, place) => !taken.has(place) && fits(title, column));
			if (at < 0) continue;
			guessed[column] = at;
			taken.add(at);
		}
	}
	return {
		columns: guessed,
		words: { relatie: guessWords(list, guessed, 'relatie'), gezag: guessWords(list, guessed, 'gezag') }
	};
}

/** What was answered, with a guess for the words that were not on the screen yet. */
export function withGuesses(list: ForeignList, { columns: chosen, words }: ListMapping): ListMapping {
	return {
		columns: chosen,
		words: {
			relatie: { ...guessWords(list, chosen, 'relatie'), ...words.relatie },
			gezag: { ...guessWords(list, chosen, 'gezag'), ...words.gezag }
		}
	};
}

/** What their words mean, as far as it can be guessed. */
function guessWords(list: ForeignList, guessed: ListMapping['columns'], column: WordedColumn) {
	const known: readonly string[] = worded[column];
	return Object.fromEntries(
		wordsIn(list, guessed[column]).map((word) => {
			const said = word.toLowerCase();
			return [word, known.includes(said) ? said : (alsoSaid[column].find(([sign]) => sign.test(said))?.[1] ?? '')];
		})
	);
}

/** The different words of a column, in the order they come; more than a handful are no words. */
export function wordsIn({ rows }: ForeignList, at: number | undefined): string[] {
	if (at === undefined) return [];
	const words = new Set<string>();
	for (const { cells } of rows) {
		const word = (cells[at] ?? '').trim();
		if (word) words.add(word);
		if (words.size === mostWords) break;
	}
	return [...words];
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
	{ reason: 'column-twice' | 'column-needed'; columns: Column[] } | { reason: 'word-unclear'; words: string[] };

/** What is still to be answered before the list can be read. */
export function faultIn(
	list: ForeignList,
	chosen: readonly (Column | undefined)[],
	words: ListMapping['words']
): MappingFault | undefined {
	const twice = columns.filter((column) => chosen.filter((one) => one === column).length > 1);
	if (twice.length) return { reason: 'column-twice', columns: twice };
	const missing = neededColumns.filter((column) => !chosen.includes(column));
	if (missing.length) return { reason: 'column-needed', columns: missing };
	const unclear = (['relatie', 'gezag'] as const).flatMap((column) => {
		const at = chosen.indexOf(column);
		return at < 0 ? [] : wordsIn(list, at).filter((word) => !words[column][word]);
	});
	return unclear.length ? { reason: 'word-unclear', words: unclear } : undefined;
}

/** What one of their columns is, of ours. */
export function columnAt(mapping: ListMapping | undefined, at: number) {
	const found = Object.entries(mapping?.columns ?? {}).find(([, place]) => place === at);
	return found?.[0] as Column | undefined;
}

/** By this a list with the same columns is known again. */
export function titlesKey({ titles }: ForeignList) {
	return titles.map((title) => title.toLowerCase()).join('\t');
}

function isCalled(title: string, column: Column) {
	return alsoCalled[column].includes(title);
}

/** Longer names that say the same, such as "e-mailadres privé"; short ones say too little. */
function isAbout(title: string, column: Column) {
	return alsoCalled[column].some((name) => name.length > 4 && title.includes(name));
}

function bareTitle(title: string) {
	const letters = title
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z]/g, '');
	return letters.replace(/(van)?(de)?(ouder|verzorger|contactpersoon)s?$/, '') || letters;
}
