import { chance } from './chance.ts';
import { growFamily } from './family-tree.ts';
import { edexml, guardiansCsv, type GuardianLine, type SchoolFile } from './school-file.ts';

/** What a school hands over: two files and how staff is called. */
export type HandedOver = { name: string; xml: string; csv: string; called: Record<string, string> };

const teachers: [given: string, surname: string, called: string, groups: number[]][] = [
	['Petra', 'Vos', 'juf Petra', [1]],
	['Noortje', 'Bakker', 'juf Noortje', [1, 2]],
	['Ingrid', 'van Rijn', 'juf Ingrid', [2]],
	['Bram', 'Jansen', 'meester Bram', [3]],
	['Esma', 'Korkmaz', 'juf Esma', [4]],
	['Joke', 'Huisman', 'juf Joke', [4]],
	['Anke', 'Visser', 'juf Anke', [5]],
	['Ricardo', 'Wijngaarde', 'meester Ricardo', [6]],
	['Lisanne', 'Kok', 'juf Lisanne', [7]],
	['Stef', 'Verhoeven', 'meester Stef', [7]],
	['Marit', 'Scholten', 'juf Marit', [8]]
];
const team: [given: string, surname: string, called: string, role: string][] = [
	['Carla', 'Smit', 'Carla', 'IB'],
	['Yvonne', 'Bakker', 'Yvonne', 'ADM'],
	['Joris', 'Mulder', 'Joris', 'DIR'],
	['Hans', 'Dijkman', 'Hans', 'CON']
];

/** Brought Noor up for years, has no authority, and is not let in: he may ask school for facts (art. 1:377c BW). */
const karel: Partial<GuardianLine> = {
	...{ relatie: 'stiefouder', roepnaam: 'Karel', achternaam: 'Brouwer', gezag: 'nee' },
	...{ email: 'karel@example.org', huishouden: 'Karel' }
};
const apart = { gezag: 'ja', relatie: 'ouder' };
/** The children and parents of the cast (seeds/cast.ts). */
const cast: {
	group: number;
	given: string;
	surname: string;
	prefix?: string;
	born: string;
	guardians: Partial<GuardianLine>[];
}[] = [
	...(['Noor', 'Sem'] as const).map((given) => ({
		group: given === 'Noor' ? 5 : 3,
		given,
		surname: 'Benali',
		born: given === 'Noor' ? '2017-03-14' : '2020-05-02',
		guardians: [
			{
				...apart,
				relatie: 'moeder',
				roepnaam: 'Samira',
				achternaam: 'El Idrissi',
				email: 'samira@example.org',
				mobiel: '06 55500101',
				huishouden: 'Samira'
			},
			{
				...apart,
				relatie: 'vader',
				roepnaam: 'Youssef',
				achternaam: 'Benali',
				email: 'youssef@example.org',
				mobiel: '06 55500102',
				huishouden: 'Youssef'
			},
			...(given === 'Noor' ? [karel] : [])
		]
	})),
	{
		group: 5,
		given: 'Adam',
		surname: 'Al-Masri',
		born: '2017-06-21',
		guardians: [
			{ relatie: 'moeder', roepnaam: 'Huda', achternaam: 'Al-Masri', email: 'huda@example.org', taal: 'ar', tolk: 'ja' }
		]
	},
	{
		group: 5,
		given: 'Fleur',
		surname: 'Boer',
		prefix: 'de',
		born: '2017-01-09',
		guardians: [
			{
				relatie: 'vader',
				roepnaam: 'Wim',
				voorvoegsel: 'de',
				achternaam: 'Boer',
				mobiel: '06 55500104',
				huishouden: 'Wim'
			},
			{ relatie: 'moeder', roepnaam: 'Monique', achternaam: 'Kramer', gezag: 'nee', huishouden: 'Monique' }
		]
	},
	{
		group: 8,
		given: 'Yara',
		surname: 'Demir',
		born: '2014-04-30',
		guardians: [{ relatie: 'moeder', roepnaam: 'Leyla', achternaam: 'Demir', email: 'leyla@example.org' }]
	},
	{
		group: 3,
		given: 'Mees',
		surname: 'Postma',
		born: '2020-02-11',
		guardians: [{ relatie: 'vader', roepnaam: 'Rik', achternaam: 'Postma', email: 'rik@example.org' }]
	}
];

const sizes = [24, 23, 25, 24, 25, 23, 24, 22];

/** De Linde: eight groups, 190 children, households of every kind. The same each time; only the year moves along. */
export function deLinde(year: number): HandedOver {
	const luck = chance(20_260_824);
	const later = year - 2026;
	const pupils: SchoolFile['pupils'] = [];
	const guardians: GuardianLine[] = [];
	const room = new Map(sizes.map((size, at) => [at + 1, size]));
	const enrol = (group: number, child: { given: string; surname: string; prefix?: string; born: string }) => {
		const key = String(10_001 + pupils.length);
		room.set(group, room.get(group)! - 1);
		const born = `${Number(child.born.slice(0, 4)) + later}${child.born.slice(4)}`;
		pupils.push({ ...child, born, key, group: `G${group}`, year: String(group) });
		return key;
	};
	for (const { group, guardians: lines, ...child } of cast) {
		const leerling_key = enrol(group, child);
		lines.forEach((line, at) => guardians.push({ leerling_key, volgnummer: at + 1, achternaam: '', ...line }));
	}
	for (let number = 1; [...room.values()].some((left) => left > 0); number++) {
		const free = [...room].filter(([, left]) => left > 0).map(([group]) => group);
		const { children, parents } = growFamily(luck, number, free);
		for (const { group, ...child } of children) {
			const leerling_key = enrol(group, child);
			parents.forEach((line, at) => guardians.push({ leerling_key, volgnummer: at + 1, ...line }));
		}
	}
	return {
		name: 'De Linde',
		xml: edexml({ brin: '99DL', schoolYear: `${year}-${year + 1}`, groups: groups(), pupils, staff: staff() }),
		csv: guardiansCsv(guardians),
		called: Object.fromEntries([...teachers, ...team].map(([given, , called]) => [mailOf(given), called]))
	};
}

function groups() {
	return sizes.map((_, at) => ({ key: `G${at + 1}`, name: `Groep ${at + 1}`, year: String(at + 1) }));
}

function staff(): SchoolFile['staff'] {
	return [
		...teachers.map(([given, surname, , taught]) => ({
			...named(given, surname),
			roles: ['LRK'],
			groups: taught.map((group) => `G${group}`)
		})),
		...team.map(([given, surname, , role]) => ({ ...named(given, surname), roles: [role] }))
	].map((member, at) => ({ ...member, key: `M${at + 1}` }));
}

function named(given: string, whole: string) {
	const [, prefix, surname] = /^(?:((?:van|de|der|den|ter)(?: (?:de|der|den))?) )?(.+)$/.exec(whole)!;
	return { given, surname: surname!, prefix, email: mailOf(given), key: '' };
}

function mailOf(given: string) {
	return `${given.toLowerCase()}@delinde.example`;
}
