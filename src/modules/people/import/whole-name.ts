/** A name that stands in one column, in the parts that we keep. */
export type NameParts = { voorletters: string; roepnaam: string; voorvoegsel: string; achternaam: string };

const titles = /^(dhr|de heer|heer|mevr|mevrouw|mw|mr|mrs|ms|drs|dr|ir|ing|prof)\.?\s+/i;
/** In small letters only: "El Idrissi" and "Van Damme" are written by people who know how their name is written. */
const prefixes = new Set(
	"van von der den de het 't te ten ter in op aan uit bij la le les du des da dos di del el al bin ben bint ibn zu zur".split(
		' '
	)
);

/**
 * "Samira El Idrissi", "S. de Vries", "Vries, S. de": what stands before the prefix is the first name or the initials.
 * Where there is no telling, whatever follows the first word is the surname: nothing is lost, and it reads the same.
 */
export function splitName(whole: string): NameParts {
	const name = withoutTitles(whole.replace(/\s+/g, ' ').trim());
	const [before, ...rest] = name.split(/ ?, ?/);
	const after = withoutTitles(rest.join(' ')).split(' ').filter(Boolean);
	const words = before!.split(' ');
	if (!after.length) return partsOf(words, firstWords(words));
	const first = after.filter((word) => !prefixes.has(word));
	return partsOf([...first, ...after.filter((word) => prefixes.has(word)), ...words], first.length);
}

function partsOf(words: readonly string[], first: number): NameParts {
	let last = first;
	while (last < words.length - 1 && prefixes.has(words[last]!)) last++;
	const said = words.slice(0, first);
	const name = said.join(' ');
	return {
		...(said.every(areInitials) ? { voorletters: name, roepnaam: '' } : { voorletters: '', roepnaam: name }),
		voorvoegsel: words.slice(first, last).join(' '),
		achternaam: words.slice(last).join(' ')
	};
}

/** How many words come before the prefix and the surname. */
function firstWords(words: readonly string[]) {
	const [others, prefix] = [words.slice(0, -1), words.slice(0, -1).findIndex((word) => prefixes.has(word))];
	const initials = others.findIndex((word) => !areInitials(word));
	if (initials !== 0) return initials < 0 ? others.length : initials;
	return prefix < 0 ? Math.min(1, others.length) : prefix;
}

function areInitials(word: string) {
	return /^(\p{Lu}\p{Ll}{0,2}\.)+$/u.test(word) || /^\p{Lu}{1,2}$/u.test(word);
}

function withoutTitles(name: string): string {
	const bare = name.replace(titles, '');
	return bare === name ? name : withoutTitles(bare);
}
