import { edexml, guardiansCsv, type SchoolFile } from '#seeds/school-file.ts';

/** De Vlier, a school of its own for one story: juf Anke and group 5, with Noor, whose parents live apart. */
const school: SchoolFile = {
	brin: '97VL',
	groups: [{ key: 'g5', name: 'Groep 5', year: '5' }],
	pupils: [
		{ key: '1', given: 'Noor', surname: 'Benali', born: '2017-03-14', group: 'g5' },
		{ key: '2', given: 'Adam', surname: 'Al-Masri', born: '2017-06-21', group: 'g5' },
		{ key: '3', given: 'Fleur', surname: 'Boer', prefix: 'de', born: '2017-01-09', group: 'g5' }
	],
	staff: [
		{ key: 'a', given: 'Anke', surname: 'Visser', email: 'anke@vlier.example.org', roles: ['LRK'], groups: ['g5'] },
		{ key: 'b', given: 'Yvonne', surname: 'Bakker', email: 'yvonne@vlier.example.org', roles: ['ADM'] }
	]
};

const guardians = [
	{
		...{ leerling_key: '1', volgnummer: 1, relatie: 'moeder', roepnaam: 'Samira', achternaam: 'El Idrissi' },
		...{ email: 'samira@vlier.example.org', huishouden: 'A' }
	},
	{
		...{ leerling_key: '1', volgnummer: 2, relatie: 'vader', roepnaam: 'Youssef', achternaam: 'Benali' },
		...{ email: 'youssef@vlier.example.org', huishouden: 'B' }
	},
	{ leerling_key: '2', volgnummer: 1, roepnaam: 'Huda', achternaam: 'Al-Masri', email: 'huda@vlier.example.org' },
	{ leerling_key: '3', volgnummer: 1, roepnaam: 'Wim', voorvoegsel: 'de', achternaam: 'Boer' },
	/** Of a child that nobody knows: this row is rejected. */
	{ leerling_key: '9', volgnummer: 1, roepnaam: 'Rik', achternaam: 'Postma', email: 'rik@vlier.example.org' }
];

/** What the office takes from its administration: the pupils, and a list of guardians with one mistake in it. */
export const files = {
	pupils: { name: 'leerlingen.xml', mimeType: 'text/xml', buffer: Buffer.from(edexml(school)) },
	guardians: { name: 'ouders.csv', mimeType: 'text/csv', buffer: Buffer.from(guardiansCsv(guardians)) }
};
