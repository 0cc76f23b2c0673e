import { expect, test } from 'vitest';
import { accountOf, findAccount } from '#platform/accounts.server.ts';
import { read } from '#platform/db.server.ts';
import { no } from '#platform/outcome.ts';
import { schoolWithBrin } from '#platform/tenants.server.ts';
import { childrenIn } from '#modules/people/people.server.ts';
import { findStaff } from '#modules/people/school.store.server.ts';
import { anke, as, autumn, deEik, deLinde, samira, yvonne } from '#seeds/cast.ts';
import { edexml, guardiansCsv, type SchoolFile } from '#seeds/school-file.ts';
import { everyColumn, facts, useDatabase } from '#tests/database.ts';
import { readFiles } from './file.input.ts';
import * as imports from './imports.server.ts';
import { count } from './report.ts';

useDatabase();

const file: SchoolFile = {
	brin: '97AA',
	groups: [{ key: 'g5', name: 'Groep 5', year: '5' }],
	pupils: [
		{ key: '1', given: 'Lena', surname: 'Kok', born: '2017-03-14', group: 'g5' },
		{ key: '2', given: 'Bo', surname: 'Kok', born: '2018-05-02', group: 'g5' }
	],
	staff: [
		{ key: 'a', given: 'Sanne', surname: 'Prins', email: 'sanne@school.example', roles: ['LRK'], groups: ['g5'] },
		{ key: 'b', given: 'Ton', surname: 'Vos', email: 'ton@school.example', roles: ['ADM'] },
		{ key: 'c', given: 'Els', surname: 'Wit', email: 'els@school.example', roles: ['DIR'] }
	]
};
const list = guardiansCsv(
	['1', '2'].map((leerling_key) => ({ leerling_key, volgnummer: 1, achternaam: 'Kok', email: 'kok@example.org' }))
);
const roster = (school: SchoolFile, csv = list) => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	const found = readFiles([
		{ name: 'e.xml', bytes: bytes(edexml(school)) },
		{ name: 'o.csv', bytes: bytes(csv) }
	]);
	if (!found.ok) throw new Error(found.reason);
	return found.value;
};
const house = { person: imports.commandLine, now: autumn, language: 'nl' } as const;
const open = (school = file, skip = false) => imports.openSchool(house, roster(school), { name: 'De Vlier' }, skip);

async function opened() {
	const outcome = await open();
	if (!outcome.ok) throw new Error(outcome.reason);
	return { ...house, school: outcome.value.school };
}

test('a school is set up from its files: its people are tied to its children and may sign in', async () => {
	const ctx = await opened();
	expect(await schoolWithBrin('97aa')).toBe(ctx.school);
	expect(await facts()).toEqual(['school.opened', 'roster.imported']);
	expect(await findAccount('kok@example.org')).toBeDefined();
	const seen = await imports.preview(ctx, roster(file));
	expect(seen).toMatchObject({ ok: true, value: { writes: { persons: [], guardianships: [] }, rejected: [] } });
	expect(await open()).toEqual(no('brin-taken'));
});

/** Guards the list `wanted` in element.input.ts: what is not in it is read past. */
test('what a school may not pass on is in no column of any table', async () => {
	const secrets = [
		'133456785',
		'laatste-vier',
		'9876543',
		'ketenid',
		'Marokko',
		'6971VB',
		'geheim99',
		'etnisch',
		'gewogen'
	];
	const [bsn, last4, weight, chain, country, postcode, password, ethnic, weighed] = secrets;
	const extra =
		`<etniciteit>${ethnic}</etniciteit><land>${country}</land><land_vader>${country}</land_vader>` +
		`<bsn>${bsn}</bsn><bsn_ondwnr-4>${last4}</bsn_ondwnr-4><sofinummer>${bsn}</sofinummer>` +
		`<rijksregisternummer>${bsn}</rijksregisternummer><gewicht>${weight}</gewicht><gewicht_nieuw>${weighed}</gewicht_nieuw>` +
		`<postcodenl>${postcode}</postcodenl><gebruikersnaam>${password}</gebruikersnaam>` +
		`<toevoegingen><blok xsi:type="Extra"><code>${bsn}</code><achternaam>${ethnic}</achternaam></blok></toevoegingen>`;
	const xml = edexml({ ...file, pupils: [{ ...file.pupils[0]!, extra }] }).replace(
		'<leerling key',
		`<leerling eckid="https://${chain}.nl/x" key`
	);
	const found = readFiles([{ name: 'e.xml', bytes: new TextEncoder().encode(xml) }]);
	const done = found.ok && (await imports.openSchool(house, found.value, { name: 'De Vlier' }, false));
	expect(done).toMatchObject({ ok: true, value: { plan: { rejected: [] } } });
	const kept = await everyColumn();
	expect(kept).toContain('Lena');
	for (const secret of secrets) expect(kept).not.toContain(secret);
});

test('the bar counts the making of sign-ins, never goes back, and is full only at the very end', async () => {
	const ctx = await opened();
	const told: number[] = [];
	let all = 0;
	const more = { ...file, pupils: [...file.pupils, { ...file.pupils[0]!, key: '3', given: 'Mees' }] };
	const csv = `${list}3;1;ouder;ja;;;;;Kok;mees.kok@example.org;;;;\r\n`;
	await imports.importRoster(ctx, roster(more, csv), false, (written, of) => {
		told.push(written);
		all = of;
	});
	expect(told).toEqual(told.toSorted((a, b) => a - b));
	expect(told.filter((written) => written === all)).toHaveLength(1);
	expect(told.at(-1)).toBe(all);
});

test('importing again changes nothing and tells nothing', async () => {
	const ctx = await opened();
	expect(await imports.importRoster(ctx, roster(file), false)).toMatchObject({ ok: true });
	expect(await facts()).toEqual(['school.opened', 'roster.imported']);
});

test('who leaves no longer signs in, and who moves group has one group', async () => {
	const ctx = await opened();
	const groups = [...file.groups, { key: 'g6', name: 'Groep 6', year: '6' }];
	const next = {
		...file,
		groups,
		pupils: [{ ...file.pupils[0]!, group: 'g6' }],
		staff: [file.staff[0]!, file.staff[2]!]
	};
	const later = { ...ctx, now: new Date('2026-11-02T09:00:00Z') };
	const done = await imports.importRoster(later, roster(next, list.split('\r\n').slice(0, 2).join('\r\n')), false);
	expect(done.ok && [count(done.value.pupils), count(done.value.staff), count(done.value.guardians)]).toEqual([
		{ add: 0, change: 1, end: 1 },
		{ add: 0, change: 0, end: 1 },
		{ add: 0, change: 1, end: 0 }
	]);
	const gone = done.ok && done.value.signIns.dismiss[0]!;
	expect(gone && (await accountOf({ school: ctx.school, person: gone }))).toBeUndefined();
});

test('a file without them sends neither the last of the office away, nor who reads it in', async () => {
	const ctx = await opened();
	const staff = await read(ctx, (db) => findStaff(db, ctx));
	const called = (name: string) => staff.find(({ given_name }) => given_name === name)!;
	const [ton, els] = [called('Ton'), called('Els')];
	const nobody = roster({ ...file, staff: file.staff.slice(0, 1) });
	const byTon = { ...ctx, person: { id: ton.id, role: 'staff', tasks: ['office'] } } as const;

	const seen = await imports.importRoster(byTon, nobody, false);
	expect(seen.ok && seen.value.staff.end).toEqual(['Els Wit']);
	expect(seen.ok && seen.value.warnings.map(({ warning }) => warning)).toContain('reader-kept');
	expect(await accountOf({ school: ctx.school, person: ton.id })).toBeDefined();
	expect(await accountOf({ school: ctx.school, person: els.id })).toBeUndefined();

	const machine = await imports.importRoster(ctx, nobody, false);
	expect(machine.ok && machine.value.staff).toEqual({ add: [], change: [], end: [] });
	expect(machine.ok && machine.value.warnings.map(({ warning }) => warning)).toContain('office-kept');
	expect(await accountOf({ school: ctx.school, person: ton.id })).toBeDefined();
});

test('a file with rejected rows changes nothing, unless they may be skipped', async () => {
	const wrong = { ...file, pupils: [...file.pupils, { ...file.pupils[0]!, key: '3', born: '2017-02-30' }] };
	expect(await open(wrong)).toEqual(no('rejected'));
	expect(await schoolWithBrin('97AA')).toBeUndefined();
	expect(await facts()).toEqual([]);
	expect(await open(wrong, true)).toMatchObject({ ok: true });
	const ctx = { ...house, school: (await schoolWithBrin('97AA'))! };
	expect(await imports.importRoster(ctx, roster(wrong), false)).toEqual(no('rejected'));
});

test.each([
	['a teacher', as(anke)],
	['a guardian', as(samira)]
])('for %s there is nothing to import', async (_who, ctx) => {
	expect(await imports.preview(ctx, roster(file))).toEqual(no('missing'));
	expect(await imports.importRoster(ctx, roster(file), true)).toEqual(no('missing'));
	expect(await facts()).toEqual([]);
});

test('the office of one school changes nothing in another', async () => {
	expect(await imports.importRoster(as(yvonne, deLinde), roster(file), false)).toEqual(no('other-school'));
	await imports.importRoster(as(yvonne, deLinde), roster({ ...file, brin: '99ZZ' }), false);
	const still = await read({ school: deEik }, (db) => childrenIn(db, as(anke, deEik)));
	expect(still).toEqual([]);
	expect((await read({ school: deLinde }, (db) => childrenIn(db, as(samira)))).length).toBe(0);
});
