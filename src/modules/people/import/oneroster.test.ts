import { assert, constantFrom, integer, property, string, tuple } from 'fast-check';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { oneRoster, type OneRosterSchool } from '#seeds/oneroster-file.ts';
import { guardiansCsv } from '#seeds/school-file.ts';
import { readFiles } from './file.input.ts';

const filesOf = (lists: Record<string, string>) =>
	Object.entries(lists).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
const read = (school?: OneRosterSchool) => readFiles(filesOf(oneRoster(school)));
const rosterOf = (school?: OneRosterSchool) => {
	const roster = read(school);
	if (!roster.ok) throw new Error(`${roster.file}: ${roster.reason} on line ${roster.line}: ${roster.about}`);
	return roster.value;
};
const list = (name: string, change: (text: string) => string, school?: OneRosterSchool) => ({
	...school,
	lists: { [name]: change(oneRoster(school)[name]!) }
});

test.each(['1.1', '1.2'] as const)('a set of OneRoster %s becomes a roster', (version) => {
	expect(rosterOf({ version })).toMatchObject({
		formats: [`OneRoster ${version}`],
		brin: '97AA',
		schoolYear: '2026-2027',
		groups: [
			{ key: 'g5', yearGroup: '5' },
			{ key: 'gym', yearGroup: null }
		],
		pupils: [
			{ key: 'noor', birthDate: '2017-03-14', group: 'g5', yearGroup: '5' },
			{ key: 'sem', group: 'g5' }
		],
		staff: [
			{ key: 'anke', prefix: 'van der', surname: 'Visser', roles: ['LRK'], groups: [{ key: 'g5' }] },
			{ key: 'joris', roles: ['DIR'], groups: [] }
		],
		guardians: [
			{ pupil: 'noor', key: 'samira', number: 1, relation: 'parent', authority: 'unknown' },
			{ pupil: 'noor', key: 'youssef', number: 2, relation: 'carer', authority: 'unknown' },
			{ pupil: 'sem', key: 'samira', number: 1 }
		],
		rejected: []
	});
});

test('parents are tied from either side, and from both only once', () => {
	const [pupil, parent, both] = (['pupil', 'parent', 'both'] as const).map((agents) => rosterOf({ agents }).guardians);
	expect(pupil).toEqual(both);
	expect(parent).toEqual(both);
});

test('a password is never read, and a grandmother is not let in', () => {
	for (const version of ['1.1', '1.2'] as const) {
		const roster = rosterOf({ version });
		expect(JSON.stringify(roster)).not.toMatch(/geheim99|Fatima|noor01/);
		expect(roster.warnings).toContainEqual({ warning: 'other-roles', about: { count: '1' } });
	}
});

test('who is called gone is not there, and a parent who is called gone leaves', () => {
	const gone = rosterOf(
		list('users.csv', (text) => text.replace('sem,,', 'sem,tobedeleted,').replace('youssef,,', 'youssef,inactive,'))
	);
	expect(gone.pupils.map(({ key }) => key)).toEqual(['noor']);
	expect(gone.guardians.map(({ key }) => key)).toEqual(['samira']);
	expect(gone.gone).toEqual(['youssef']);
});

test('headers and dates as real files have them', () => {
	const messy: Record<string, string> = {
		...oneRoster({ version: '1.2' }),
		'demographics.csv': 'sourcedId,status,dataLastModified,Birth Date,sex,,\nnoor,,,14/03/2017,,,\nsem,,,02-05-2020,\n'
	};
	messy['users.csv'] = messy['users.csv']!.replace('dateLastModified', 'dataLastModified')
		.replace('preferredGivenName', 'prefferedGivenName')
		.replace('agentSourcedIds', 'agents')
		.replace('grades', 'grade')
		.replace('pronouns', 'pronouns,,');
	const roster = readFiles(filesOf(messy));
	expect(roster).toMatchObject({ ok: true, value: { rejected: [], guardians: [{}, {}, {}] } });
	expect(roster.ok && roster.value.pupils.map(({ birthDate }) => birthDate)).toEqual(['2017-03-14', '2020-05-02']);
});

test.each([
	['impossible-date', 'demographics.csv', ['2017-03-14', '2017-02-30'], 'pupil', 2],
	['missing-key', 'users.csv', ['noor,,', ',,'], 'person', 2],
	['duplicate-key', 'users.csv', ['sem,,', 'noor,,'], 'person', 3],
	['missing-name', 'users.csv', ['Anke,van der Visser', ','], 'staff', 4],
	['wrong-email', 'users.csv', ['samira@example.org', 'samira'], 'guardian', 6],
	['unknown-group', 'enrollments.csv', ['e2,,,g5', 'e2,,,g9'], 'enrolment', 3],
	['unknown-person', 'enrollments.csv', ['sem,student', 'bo,student'], 'enrolment', 4],
	['wrong-width', 'classes.csv', ['gym,,,Gym', 'gym,,Gym'], 'group', 3]
] as const)('%s in %s is rejected with its line', (reason, name, [from, to], noun, line) => {
	const { rejected } = rosterOf(list(name, (text) => text.replace(from, to)));
	expect(rejected).toContainEqual(expect.objectContaining({ file: name, line, noun, reason }));
});

test.each([
	['missing-lists', { 'users.csv': 'x,sourcedId\n1,2\n' }],
	['only-changes', { 'manifest.csv': 'propertyName,value\nfile.users,delta\n' }],
	[
		'two-schools',
		{
			'classes.csv': oneRoster()['classes.csv']!.replace('gym,,,Gym,"05,06",c,,scheduled,,org', 'gym,,,Gym,,c,,,,other')
		}
	],
	['same-kind-twice', { 'again.csv': oneRoster()['classes.csv']! }],
	['broken-csv', { 'users.csv': `${oneRoster()['users.csv']}"` }]
])('%s: nothing of the set can be read', (reason, lists) => {
	expect(read({ lists })).toMatchObject({ ok: false, reason });
});

test('a list of guardians beside it goes first for the pupils that it names', () => {
	const csv = guardiansCsv([
		{ leerling_key: 'noor', volgnummer: 1, achternaam: 'Idrissi', email: 'samira@example.org' }
	]);
	const roster = readFiles(filesOf({ ...oneRoster(), 'ouders.csv': csv }));
	expect(roster).toMatchObject({
		ok: true,
		value: { formats: ['OneRoster 1.1', 'CSV'], guardians: [{ pupil: 'sem' }, { pupil: 'noor', authority: 'yes' }] }
	});
});

test('whatever is broken in a set: a reason, or a roster of which each row is whole', () => {
	const lists = oneRoster({ version: '1.2' });
	const damage = tuple(
		constantFrom(...Object.keys(lists)),
		integer({ min: 0, max: 900 }),
		integer({ min: 0, max: 60 })
	);
	assert(
		property(
			damage,
			constantFrom('', '"', ',', '\n', '\0', ',,,"', 'sourcedId'),
			string({ maxLength: 5 }),
			([name, at, length], piece, noise) => {
				const text = lists[name]!;
				const found = readFiles(
					filesOf({ ...lists, [name]: text.slice(0, at) + piece + noise + text.slice(at + length) })
				);
				if (!found.ok) return found.reason.length > 0;
				const { pupils, guardians, rejected } = found.value;
				return (
					pupils.every(({ key }) => key) &&
					guardians.every(({ surname }) => surname) &&
					rejected.every(({ line }) => line > 0)
				);
			}
		),
		{ numRuns: 400 }
	);
});

const samples = '../shared/samples/oneroster';
test.runIf(existsSync(samples))('the samples of the standard are read whole', async () => {
	const names = readdirSync(samples);
	const files = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(`${samples}/${name}`) })));
	expect(readFiles(files)).toMatchObject({
		ok: true,
		value: {
			schoolYear: '2026-2027',
			groups: [{ name: 'Math 7 - Period 3', yearGroup: '7' }],
			pupils: [{ givenName: 'Avery', birthDate: '2013-04-02', group: 'k1' }, { givenName: 'Blake' }],
			staff: [{ givenName: 'Jordan' }],
			guardians: [
				{ pupil: 's1', surname: 'Smith' },
				{ pupil: 's2', surname: 'Smith' }
			],
			rejected: []
		}
	});
});
