import { placesOf, worded, wordsIn, type ForeignList, type ListMapping, type WordedColumn } from './mapping.ts';
import { parts, places, slotOf, type Part, type Place } from './slot.ts';

const alsoCalled: Record<Part, readonly string[]> = {
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
	achternaam: ['achternaam', 'geslachtsnaam', 'familienaam', 'surname', 'lastname'],
	naam: ['naam', 'volledigenaam', 'naamvolledig', 'weergavenaam', 'fullname', 'name'],
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
	const of = guardiansOf(list.titles);
	const isList = of.includes(2);
	const guessed: ListMapping['columns'] = {};
	for (const place of isList ? places : ([1] as const)) {
		const titles = list.titles.map((title, at) => (isList && of[at] !== place ? '' : bareTitle(title)));
		if (place === 1) list.titles.forEach((title, at) => (titles[at] ||= ofPupil(title)));
		guessPlace(guessed, titles, place);
	}
	const words = { relatie: {}, gezag: {} };
	return withGuesses(list, { columns: guessed, words });
}

/** Of a wide list a title without a number is about the child: only its key is of use. */
function ofPupil(title: string) {
	const bare = bareTitle(title);
	return alsoCalled.leerling_key.includes(bare) ? bare : '';
}

function guessPlace(guessed: ListMapping['columns'], bare: readonly string[], place: Place) {
	const taken = new Set<number>();
	for (const fits of [isCalled, isAbout]) {
		for (const part of parts) {
			const slot = slotOf(part, place);
			if (guessed[slot] !== undefined) continue;
			const at = bare.findIndex((title, at) => title && !taken.has(at) && fits(title, part));
			if (at < 0) continue;
			guessed[slot] = at;
			taken.add(at);
		}
	}
	const [whole, surname] = [slotOf('naam', place), slotOf('achternaam', place)];
	const beside = (['voorletters', 'roepnaam', 'voorvoegsel'] as const).some(
		(part) => guessed[slotOf(part, place)] !== undefined
	);
	// "Naam" beside a first name or a prefix is the surname.
	if (guessed[whole] === undefined || guessed[surname] !== undefined || !beside) return;
	guessed[surname] = guessed[whole];
	delete guessed[whole];
}

/** Of which guardian each title speaks: by its number, or the father and the mother as they come. */
function guardiansOf(titles: readonly string[]): (Place | undefined)[] {
	const numbers = titles.map((title) =>
		/(?:ouder|verzorger|contact(?:persoon)?|voogd)[\s_.-]*([12])\b|\b([12])$/i.exec(title)
	);
	if (numbers.some((found) => (found?.[1] ?? found?.[2]) === '2')) {
		return numbers.map((found) => (Number(found?.[1] ?? found?.[2]) || undefined) as Place | undefined);
	}
	const parents = titles.map((title) => relationIn(title));
	const [first, second] = [...new Set(parents.filter(Boolean))];
	if (!second) return titles.map(() => undefined);
	return parents.map((one) => (one === first ? 1 : one === second ? 2 : undefined));
}

/** "E-mail moeder" says who it is. */
export function relationIn(title: string) {
	return /(vader|moeder)\b/i.exec(title)?.[1]!.toLowerCase();
}

/** What was answered, with a guess for the words that were not on the screen yet. */
export function withGuesses(list: ForeignList, { columns: chosen, words, homes }: ListMapping): ListMapping {
	return {
		columns: chosen,
		homes,
		words: {
			relatie: { ...guessWords(list, placesOf({ columns: chosen }, 'relatie'), 'relatie'), ...words.relatie },
			gezag: { ...guessWords(list, placesOf({ columns: chosen }, 'gezag'), 'gezag'), ...words.gezag }
		}
	};
}

/** What their words mean, as far as it can be guessed. */
function guessWords(list: ForeignList, of: readonly number[], column: WordedColumn) {
	const known: readonly string[] = worded[column];
	return Object.fromEntries(
		wordsIn(list, of).map((word) => {
			const said = word.toLowerCase();
			return [word, known.includes(said) ? said : (alsoSaid[column].find(([sign]) => sign.test(said))?.[1] ?? '')];
		})
	);
}

function isCalled(title: string, column: Part) {
	return alsoCalled[column].includes(title);
}

/** Longer names that say the same, such as "e-mailadres privé"; short ones say too little. */
function isAbout(title: string, column: Part) {
	return alsoCalled[column].some((name) => name.length > 4 && title.includes(name));
}

function bareTitle(title: string) {
	const letters = title
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z]/g, '');
	return letters.replace(/(van)?(de)?(ouder|verzorger|contactpersoon|vader|moeder)s?(?!lijk)/, '') || letters;
}
