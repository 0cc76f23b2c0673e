import { assert, constantFrom, integer, property, string, tuple } from 'fast-check';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { edexml, type SchoolFile } from '#seeds/school-file.ts';
import { readFiles } from './file.input.ts';

const read = (text: string) => readFiles([{ name: 'edex.xml', bytes: new TextEncoder().encode(text) }]);
const rosterOf = (text: string) => {
	const roster = read(text);
	if (!roster.ok) throw new Error(`${roster.reason} on line ${roster.line}: ${roster.about}`);
	return roster.value;
};

const noor = { key: '1', given: 'Noor', surname: 'Benali', born: '2017-03-14', group: 'g5' };
const small: SchoolFile = {
	groups: [{ key: 'g5', name: 'Groep 5', year: '5' }],
	pupils: [noor],
	staff: [{ key: 'a', given: 'Anke', surname: 'Visser', groups: ['g5'] }]
};
/** The same file with a prefix before each name, in the namespace of UWLR. */
const uwlr = edexml({ ...small, version: '2.3' })
	.replace(/<\?xml.*\?>\s*/, '')
	.replace(/<EDEX[^>]*>/, '<EDEX>')
	.replaceAll('EDEX>', 'leerlinggegevens>')
	.replace(/<(\/?)([a-z])/g, '<$1ll:$2');
const namespace = 'http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens';

test.each([
	['bare', uwlr.replace('<ll:leerlinggegevens>', `<ll:leerlinggegevens xmlns:ll="${namespace}">`)],
	['as an answer', `<ll:leerlinggegevens_antwoord xmlns:ll="${namespace}">${uwlr}</ll:leerlinggegevens_antwoord>`],
	[
		'in its envelope',
		`<?xml version="1.0"?><S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Header><x><y/></x></S:Header>
		<S:Body><ll:leerlinggegevens_antwoord xmlns:ll="${namespace}">${uwlr}</ll:leerlinggegevens_antwoord></S:Body></S:Envelope>`
	]
])('UWLR is read as EDEXML is: %s', (_how, text) => {
	expect(rosterOf(text)).toMatchObject({
		formats: ['UWLR 2.3'],
		brin: '99AB',
		groups: [{ key: 'g5' }],
		pupils: [{ key: '1', givenName: 'Noor', group: 'g5', yearGroup: '5' }],
		staff: [{ key: 'a', groups: [{ key: 'g5' }] }],
		rejected: []
	});
});

test('an envelope without a school in it is no school file', () => {
	expect(read('<S:Envelope xmlns:S="x"><S:Body><fault/></S:Body></S:Envelope>')).toMatchObject({ reason: 'not-edex' });
});

test.each([
	['what the pupil has', '5', '6', '6'],
	['what the group has, when the pupil has none', '5', undefined, '5'],
	['what the pupil has, in a combination group', 'C', '4', '4'],
	['unknown, in a combination group', 'C', undefined, null]
])('the year group of a pupil is %s', (_which, group, own, yearGroup) => {
	const school = { ...small, groups: [{ ...small.groups[0]!, year: group }], pupils: [{ ...noor, year: own }] };
	expect(rosterOf(edexml(school)).pupils[0]!.yearGroup).toBe(yearGroup);
});

test('codes that are newer than the standard are read all the same', () => {
	const school: SchoolFile = {
		groups: [{ key: 'g5', name: 'Groep 5', year: 'ISK' }],
		pupils: [{ ...noor, year: '17', extra: '<geslacht>7</geslacht>' }],
		staff: [{ ...small.staff[0]!, roles: ['XYZ'] }],
		schoolYear: '2031-2032',
		version: '3.0'
	};
	const roster = rosterOf(edexml(school));
	expect(roster).toMatchObject({ schoolYear: '2031-2032', pupils: [{ yearGroup: '17' }], rejected: [] });
	expect(roster.warnings.map(({ warning }) => warning)).toEqual(['unknown-version', 'unknown-school-year']);
});

test.each([
	['laughs', '<!DOCTYPE lolz [<!ENTITY l "ha"><!ENTITY ll "&l;&l;&l;&l;&l;&l;">]>'],
	['a file from elsewhere', '<!DOCTYPE EDEX [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
	['a DTD from elsewhere', '<!DOCTYPE EDEX SYSTEM "http://example.org/x.dtd">']
])('a document type with %s is refused at once', (_what, doctype) => {
	const text = edexml(small).replace('<EDEX', `${doctype}<EDEX`);
	expect(read(text)).toMatchObject({ ok: false, reason: 'doctype' });
});

test('whatever is broken in a file: a reason, or a roster of which each row is whole', () => {
	const whole = edexml(small);
	const damage = tuple(
		integer({ min: 0, max: whole.length }),
		integer({ min: 0, max: 200 }),
		constantFrom('', '<', '>', '&x;', '"', '\0', '<![CDATA[', ']]>', '<!--', '</EDEX>', '\uFFFF', '<leerling key="1">')
	);
	assert(
		property(damage, string({ maxLength: 6, unit: 'binary' }), ([at, length, piece], noise) => {
			const found = read(whole.slice(0, at) + piece + noise + whole.slice(at + length));
			if (!found.ok) return found.reason.length > 0;
			return found.value.pupils.every(({ key, surname, givenName }) => key && (surname || givenName));
		}),
		{ numRuns: 600 }
	);
});

const samples = '../shared/samples/edexml';
test.runIf(existsSync(samples))('both samples of the standard itself are read whole', async () => {
	for (const name of readdirSync(samples)) {
		const roster = readFiles([{ name, bytes: await readFile(`${samples}/${name}`) }]);
		expect(roster).toMatchObject({ ok: true, value: { brin: '99ZZ', schoolYear: '2014-2015', rejected: [] } });
		expect(roster.ok && roster.value.pupils.map(({ leftOn }) => leftOn)).toEqual([null, null, '2014-07-18']);
		expect(JSON.stringify(roster)).not.toMatch(/133456785|2731|id\.school|"MA"|Opmerking/);
	}
});
