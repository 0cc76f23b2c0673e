import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { edexml, guardiansCsv, type GuardianLine, type SchoolFile } from '#seeds/school-file.ts';
import { readFiles } from './file.input.ts';
import { mostBytes } from './text.input.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (name: string, content: string | Uint8Array) =>
	readFiles([{ name, bytes: typeof content === 'string' ? bytes(content) : content }]);
const rosterOf = (name: string, content: string | Uint8Array) => {
	const roster = read(name, content);
	if (!roster.ok) throw new Error(`${roster.reason} on line ${roster.line}: ${roster.about}`);
	return roster.value;
};

const small: SchoolFile = {
	groups: [
		{ key: 'g5', name: 'Groep 5', year: '5' },
		{ key: 'lezen', name: 'Leesgroep', combined: true }
	],
	pupils: [
		{ key: '1', given: 'Noor', surname: 'Benali', born: '2017-03-14', group: 'g5' },
		{ key: '2', given: 'Adam', surname: 'Al-Masri', born: '2017-06-21', group: 'g5' }
	],
	staff: [{ key: 'a', given: 'Anke', surname: 'Visser', roles: ['LRK'], groups: ['g5'] }]
};
const noor = small.pupils[0]!;
const line: GuardianLine = { leerling_key: '1', volgnummer: 1, achternaam: 'Benali' };
const withPupil = (pupil: object) => edexml({ ...small, pupils: [noor, { ...noor, key: '3', ...pupil }] });

test('a school file becomes a roster; the group of a class goes before a combined one', () => {
	const extra = '<samengestelde_groepen><samengestelde_groep key="lezen"/></samengestelde_groepen>';
	const roster = rosterOf(
		'edex.xml',
		edexml({
			...small,
			pupils: [
				{ ...noor, extra },
				{ ...noor, key: '2', group: undefined, extra }
			]
		})
	);
	expect(roster).toMatchObject({ formats: ['EDEXML 2.1'], brin: '99AB', schoolYear: '2026-2027', rejected: [] });
	expect(roster.groups.map(({ name }) => name)).toEqual(['Groep 5', 'Leesgroep']);
	expect(roster.pupils.map(({ group }) => group)).toEqual(['g5', 'lezen']);
	expect(roster.staff[0]).toMatchObject({ roles: ['LRK'], groups: [{ key: 'g5', roles: [] }] });
});

test('what we must not know is never kept', () => {
	const extra =
		'<etniciteit>7</etniciteit><land>MA</land><land_vader>MA</land_vader><bsn>133456785</bsn><gewicht>1.2</gewicht>';
	const xml = withPupil({ extra }).replace(
		'<leerling key="1">',
		'<leerling key="1" eckid="https://ketenid.nl/secret">'
	);
	expect(JSON.stringify(rosterOf('edex.xml', xml))).not.toMatch(/133456785|MA|ketenid|1\.2/);
});

test('vendors may add blocks, prefixes and years of their own', () => {
	const blocks = '<toevoegingen><blok xsi:type="X"><code>1</code><naam>nee</naam></blok></toevoegingen>';
	const xml = withPupil({ extra: blocks })
		.replace(/<(\/?)([a-zA-Z])/g, '<$1ll:$2')
		.replace('<ll:EDEX', '<ll:EDEX xmlns:ll="urn:x"');
	expect(rosterOf('edex.xml', xml).pupils.map(({ givenName }) => givenName)).toEqual(['Noor', 'Noor']);
	expect(rosterOf('edex.xml', edexml(small)).warnings).toEqual([
		{ warning: 'unknown-school-year', about: { year: '2026-2027' } }
	]);
});

test.each([
	['missing-key', { key: '' }, ''],
	['duplicate-key', { key: '1' }, ''],
	['unknown-group', { group: 'g9' }, 'g9'],
	['impossible-date', { born: '2017-02-30' }, '2017-02-30'],
	['impossible-date', { left: '31-12-2026' }, '31-12-2026'],
	['missing-name', { given: '', surname: '' }, '']
])('a pupil with %s is rejected with its line, the rest stands', (reason, pupil, about) => {
	const roster = rosterOf('edex.xml', withPupil(pupil));
	expect(roster.rejected).toMatchObject([{ file: 'edex.xml', line: 11, noun: 'pupil', reason, about }]);
	expect(roster.pupils).toHaveLength(1);
});

test.each([
	['broken-xml', edexml(small).replace('</leerlingen>', ''), 16],
	['doctype', edexml(small).replace('<EDEX', '<!DOCTYPE EDEX [<!ENTITY a "b">]><EDEX'), 2],
	['doctype', edexml(small).replace('Groep 5', 'Groep &vijf;'), 6],
	['not-edex', '<?xml version="1.0"?>\n<html><body/></html>', 2],
	['broken-xml', 'not a school at all', 1],
	['unknown-encoding', '<?xml version="1.0" encoding="EBCDIC"?><EDEX/>', 1],
	['empty', '', null]
])('%s: nothing can be read, and the line is named', (reason, text, line) => {
	expect(read('edex.xml', text)).toMatchObject({ ok: false, reason, file: 'edex.xml', line });
});

test('letters are read by their mark or declaration; a wrong declaration is refused with its line', () => {
	const chloe = edexml({ ...small, pupils: [{ ...noor, given: 'Chloë' }] });
	const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
	const named = (content: Uint8Array) => rosterOf('edex.xml', content).pupils[0]!.givenName;
	expect(named(latin(chloe.replace('UTF-8', 'ISO-8859-1')))).toBe('Chloë');
	expect(named(latin(chloe.replace('UTF-8', 'windows-1252')))).toBe('Chloë');
	expect(named(bytes(`\uFEFF${chloe}`))).toBe('Chloë');
	expect(named(new Uint8Array(Uint16Array.from(`\uFEFF${chloe}`, (letter) => letter.charCodeAt(0)).buffer))).toBe(
		'Chloë'
	);
	expect(read('edex.xml', latin(chloe))).toMatchObject({ ok: false, reason: 'wrong-encoding', line: 10 });
});

/** Guards `checkSize` and `mostRejected`. */
test('20 MB of nonsense is refused at once', () => {
	const begun = performance.now();
	const noise = new Uint8Array(mostBytes).fill(97);
	expect(read('edex.xml', noise)).toMatchObject({ ok: false, reason: 'broken-xml' });
	expect(read('ouders.csv', noise)).toMatchObject({ ok: false, reason: 'unknown-format' });
	expect(read('ouders.csv', guardiansCsv([line]) + 'x\n'.repeat(9_000_000))).toMatchObject({
		reason: 'too-many-rejected'
	});
	expect(read('edex.xml', '<EDEX>'.repeat(3_000_000))).toMatchObject({ reason: 'not-edex' });
	expect(read('edex.xml', new Uint8Array(mostBytes + 1))).toMatchObject({ ok: false, reason: 'too-large' });
	expect(performance.now() - begun).toBeLessThan(10_000);
});

test('a list of guardians, with comma or semicolon, from a spreadsheet or not', () => {
	const latin = Uint8Array.from(guardiansCsv([{ ...line, achternaam: 'Groß' }]), (letter) => letter.charCodeAt(0));
	for (const content of [guardiansCsv([line]), guardiansCsv([line], ','), `\uFEFF${guardiansCsv([line])}`]) {
		expect(rosterOf('ouders.csv', content).guardians).toMatchObject([
			{ pupil: '1', number: 1, surname: 'Benali', line: 2 }
		]);
	}
	expect(rosterOf('ouders.csv', latin).guardians[0]!.surname).toBe('Groß');
});

test.each([
	['ja', '', true],
	['nee', '', true],
	['nee', 'nee', false],
	['nee', 'ja', true],
	['onbekend', '', true],
	['voogdij', 'nee', false]
])('authority %s with information "%s" allows information: %s', (gezag, informatie_toegestaan, informed) => {
	expect(rosterOf('o.csv', guardiansCsv([{ ...line, gezag, informatie_toegestaan }])).guardians[0]).toMatchObject({
		informed
	});
});

test.each([
	['missing-key', { leerling_key: '' }],
	['dummy-key', { leerling_key: '#1' }],
	['duplicate-key', {}],
	['wrong-number', { volgnummer: 'een' }],
	['wrong-relation', { volgnummer: 2, relatie: 'oma' }],
	['wrong-authority', { volgnummer: 2, gezag: 'soms' }],
	['wrong-yes-no', { volgnummer: 2, tolk: 'misschien' }],
	['missing-name', { volgnummer: 2, achternaam: '' }],
	['wrong-email', { volgnummer: 2, email: 'samira' }]
])('a guardian with %s is rejected with its line', (reason, wrong) => {
	const roster = rosterOf('ouders.csv', guardiansCsv([line, { ...line, ...wrong }]));
	expect(roster.rejected).toMatchObject([{ file: 'ouders.csv', line: 3, noun: 'guardian', reason }]);
	expect(roster.guardians).toHaveLength(1);
});

test('a list without some columns names them; a broken line is named', () => {
	const csv = guardiansCsv([line]);
	expect(read('o.csv', csv.replace(';gezag', '').replace(';tolk', ''))).toMatchObject({
		reason: 'missing-columns',
		about: 'gezag, tolk'
	});
	expect(read('o.csv', `${csv}1;2;"vader`)).toMatchObject({ reason: 'broken-csv' });
	expect(rosterOf('o.csv', `${csv}1;2\r\n`).rejected).toMatchObject([{ line: 3, reason: 'wrong-width', about: '2' }]);
});

test('two files of one school go together, of two schools not', () => {
	const file = (name: string, text: string) => ({ name, bytes: bytes(text) });
	const both = readFiles([file('o.csv', guardiansCsv([line])), file('e.xml', edexml(small))]);
	expect(both).toMatchObject({ ok: true, value: { formats: ['CSV', 'EDEXML 2.1'], administration: true } });
	const twice = readFiles([file('a.xml', edexml(small)), file('b.xml', edexml({ ...small, brin: '98CD' }))]);
	expect(twice).toMatchObject({ ok: false, reason: 'two-schools' });
});

const sample = '../shared/samples/edexml/EDEXML.Voorbeeld.2.1.xml';
test.runIf(existsSync(sample))('the sample of the standard itself is read whole', async () => {
	const roster = rosterOf('sample.xml', await readFile(sample));
	expect([roster.groups.length, roster.pupils.length, roster.staff.length]).toEqual([8, 3, 3]);
	expect(roster.rejected).toEqual([]);
});
