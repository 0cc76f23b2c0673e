import { chance } from './chance.ts';
import type { HandedOver } from './de-linde.ts';
import { growFamily } from './family-tree.ts';
import { edexml, guardiansCsv, type GuardianLine, type SchoolFile } from './school-file.ts';

const classes = [
	{ key: 'H4A', name: 'H4A', year: '14' },
	{ key: 'H4B', name: 'H4B', year: '14' },
	{ key: 'V5C', name: 'V5C', year: '15' }
];
const mail = (given: string) => `${given.toLowerCase()}@deeik.example`;

/** Who teaches one subject to several classes, and can be asked for on an evening: French, English, physics, mathematics. */
const subjectTeachers = [
	{ key: 'D5', given: 'Claire', surname: 'Dubois', called: 'mevrouw Dubois', groups: ['H4A', 'H4B'] },
	{ key: 'D6', given: 'Hanna', surname: 'Veldman', called: 'mevrouw Veldman', groups: ['H4A', 'H4B', 'V5C'] },
	{ key: 'D7', given: 'Rob', surname: 'Timmer', called: 'meneer Timmer', groups: ['H4B', 'V5C'] },
	{ key: 'D8', given: 'Yusuf', surname: 'Aksoy', called: 'meneer Aksoy', groups: ['H4A', 'H4B', 'V5C'] }
];

/** De Eik, secondary: three classes with their mentors and subject teachers, Milan and his mentor among them. It proves the wall between schools. */
export function deEik(year: number): HandedOver {
	const luck = chance(1_609);
	const pupils: SchoolFile['pupils'] = [
		{ key: '70001', given: 'Milan', surname: 'Novak', born: `${year - 16}-02-19`, group: 'H4B', year: '14' }
	];
	const guardians: GuardianLine[] = [
		{
			leerling_key: '70001',
			volgnummer: 1,
			relatie: 'moeder',
			roepnaam: 'Jana',
			achternaam: 'Novak',
			email: 'jana@example.org'
		}
	];
	for (const { key: group, year: yearGroup } of classes) {
		for (let number = 1; number <= 12; number++) {
			const { children, parents } = growFamily(luck, 1000 + pupils.length, [8]);
			const leerling_key = String(70_001 + pupils.length);
			const { given, surname, prefix, born } = children[0]!;
			const age = yearGroup === '14' ? 4 : 5;
			const birthDay = `${Number(born.slice(0, 4)) - age + year - 2026}${born.slice(4)}`;
			pupils.push({ key: leerling_key, given, surname, prefix, born: birthDay, group, year: yearGroup });
			parents.forEach((line, at) => guardians.push({ leerling_key, volgnummer: at + 1, ...line }));
		}
	}
	const staff: SchoolFile['staff'] = [
		{ key: 'D1', given: 'Dirk', surname: 'Hoekstra', email: mail('Dirk'), roles: ['LRK'], groups: ['H4B'] },
		{ key: 'D2', given: 'Marleen', surname: 'Roos', email: mail('Marleen'), roles: ['LRK'], groups: ['H4A', 'V5C'] },
		...subjectTeachers.map(({ key, given, surname, groups }) => ({
			...{ key, given, surname, email: mail(given), roles: ['VAK'], groups }
		})),
		{ key: 'D3', given: 'Nadia', surname: 'Kok', email: mail('Nadia'), roles: ['ADM'] },
		{ key: 'D4', given: 'Wessel', surname: 'Bruin', prefix: 'de', email: mail('Wessel'), roles: ['DIR'] }
	];
	return {
		name: 'De Eik',
		xml: edexml({ brin: '98DE', schoolYear: `${year}-${year + 1}`, groups: classes, pupils, staff }),
		csv: guardiansCsv(guardians),
		called: {
			...{ [mail('Dirk')]: 'meneer Hoekstra', [mail('Marleen')]: 'mevrouw Roos', [mail('Nadia')]: 'Nadia' },
			...Object.fromEntries(subjectTeachers.map(({ given, called }) => [mail(given), called]))
		}
	};
}
