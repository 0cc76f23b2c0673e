import type { Chance } from './chance.ts';
import { nameLists, type NameList } from './name-lists.ts';
import type { GuardianLine } from './school-file.ts';

type Child = { given: string; surname: string; prefix?: string; born: string; group: number };
type Parent = Omit<GuardianLine, 'leerling_key' | 'volgnummer'>;

/** Homes as they are in a neighbourhood, and how often of a hundred. */
const kinds = [
	['together', 58],
	['apart', 17],
	['one-parent', 9],
	['one-with-authority', 5],
	['unknown', 5],
	['step-parent', 4],
	['foster', 2]
] as const;
type Kind = (typeof kinds)[number][0];

/** One family: one to three children in groups that have room (never twice in one group), and who brings them up. */
export function growFamily(
	luck: Chance,
	number: number,
	free: readonly number[]
): { children: Child[]; parents: Parent[] } {
	const list = luck.happens(0.55) ? nameLists[0]! : luck.pick(nameLists.slice(1));
	const { surname, prefix } = split(luck.pick(list.surnames));
	const groups = pickSome(luck, free, luck.pick([1, 1, 1, 2, 2, 3]));
	const taken = new Set<string>();
	const children = groups.map((group) => {
		const names = luck.happens(0.5) ? list.girls : list.boys;
		const given =
			names.find((name, at) => !taken.has(name) && (at === names.length - 1 || luck.happens(0.3))) ?? names[0]!;
		taken.add(given);
		return { group, given, surname, prefix, born: bornFor(luck, group) };
	});
	return { children, parents: parentsOf(luck, number, list, { surname, prefix }, kindOf(luck)) };
}

function pickSome(luck: Chance, free: readonly number[], count: number) {
	const left = [...free];
	return Array.from({ length: Math.min(count, left.length) }, () => left.splice(luck.below(left.length), 1)[0]!);
}

function parentsOf(
	luck: Chance,
	number: number,
	list: NameList,
	name: { surname: string; prefix?: string },
	kind: Kind
): Parent[] {
	const wide = list.language !== undefined && luck.happens(0.7);
	const parent = (
		given: string,
		relatie: string,
		own: { surname: string; prefix?: string },
		more: Partial<Parent> = {}
	): Parent => ({
		relatie,
		roepnaam: given,
		voorvoegsel: own.prefix,
		achternaam: own.surname,
		email: luck.happens(0.06) ? undefined : `${plain(given)}.${plain(own.surname)}${number}@example.org`,
		mobiel: `06 55${String(luck.below(1_000_000)).padStart(6, '0')}`,
		taal: wide ? list.language : 'nl',
		tolk: wide && luck.happens(0.3) ? 'ja' : 'nee',
		...more
	});
	const maiden = split(luck.pick(list.surnames));
	const mother = (more?: Partial<Parent>) => parent(luck.pick(list.mothers), 'moeder', maiden, more);
	const father = (more?: Partial<Parent>) => parent(luck.pick(list.fathers), 'vader', name, more);
	switch (kind) {
		case 'together':
			return luck.happens(0.04)
				? [mother(), parent(luck.pick(list.mothers.filter((_, at) => at % 2)), 'moeder', name)]
				: [mother(), father()];
		case 'apart':
			return [mother({ huishouden: 'A' }), father({ huishouden: 'B' })];
		case 'one-parent':
			return [luck.happens(0.8) ? mother() : father()];
		case 'one-with-authority':
			return [mother({ huishouden: 'A' }), father({ huishouden: 'B', gezag: 'nee' })];
		case 'unknown':
			return [mother({ gezag: luck.happens(0.5) ? 'ja' : 'onbekend' }), father({ gezag: 'onbekend' })];
		case 'step-parent':
			return [
				mother({ huishouden: 'A' }),
				father({ huishouden: 'B' }),
				parent(luck.pick(list.fathers), 'stiefouder', split(luck.pick(list.surnames)), {
					huishouden: 'A',
					gezag: 'nee'
				})
			];
		case 'foster':
			return [
				parent(luck.pick(list.mothers), 'pleegouder', maiden, { gezag: 'nee', informatie_toegestaan: 'ja' }),
				parent(luck.pick(list.fathers), 'voogd', split(luck.pick(list.surnames)), { gezag: 'voogdij', huishouden: 'V' })
			];
	}
}

function kindOf(luck: Chance): Kind {
	let left = luck.below(100);
	return kinds.find(([, share]) => (left -= share) < 0)![0];
}

/** Children turn four in group 1; a year runs from October to September. */
function bornFor(luck: Chance, group: number) {
	const month = luck.below(12) + 1;
	const year = 2026 - (group + 4) + (month >= 10 ? -1 : 0) + 1;
	return `${year - 1}-${String(month).padStart(2, '0')}-${String(luck.below(28) + 1).padStart(2, '0')}`;
}

function split(whole: string): { surname: string; prefix?: string } {
	const found = /^(van den|van der|ter|van|de) (.+)$/.exec(whole);
	return found ? { prefix: found[1], surname: found[2]! } : { surname: whole };
}

function plain(text: string) {
	return text
		.normalize('NFD')
		.replace(/[^a-zA-Z]/g, '')
		.toLowerCase();
}
