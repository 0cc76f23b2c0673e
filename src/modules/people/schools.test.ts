import { expect, test } from 'vitest';
import { change, read } from '#platform/db.server.ts';
import { no, ok } from '#platform/outcome.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, bram, carla, deEik, deEiksOffice, joris, noor, samira, yvonne } from '#seeds/cast.ts';
import { guardiansCsv } from '#seeds/school-file.ts';
import { facts, useDatabase } from '#tests/database.ts';
import type { Authority } from './circle.ts';
import { readFiles } from '#modules/people/import/file.input.ts';
import { findRows, saveRows } from '#modules/people/import/import.store.server.ts';
import { importRoster } from '#modules/people/import/imports.server.ts';
import { noRows } from '#modules/people/import/present.ts';
import * as schools from './schools.server.ts';

useDatabase();

const today = '2026-09-22' as Day;
const imported = ['roster.imported'];
const settings = { name: 'De Lindeboom', kind: 'po', region: 'noord', phone: null } as const;

/** The administration does not know whether Youssef has authority over Noor; the row it is kept in. */
async function unknownAuthority() {
	const line = { leerling_key: 'pupil-noor' };
	const noorsParents = guardiansCsv([
		{ ...line, volgnummer: 1, achternaam: 'El Idrissi', email: 'samira@example.org', huishouden: 'a' },
		{ ...line, volgnummer: 2, achternaam: 'Benali', email: 'youssef@example.org', gezag: 'onbekend', huishouden: 'b' }
	]);
	const roster = readFiles([{ name: 'o.csv', bytes: new TextEncoder().encode(noorsParents) }]);
	if (!roster.ok) throw new Error(roster.reason);
	await importRoster(as(yvonne), roster.value, false);
	return (await guardianships()).find(({ authority }) => authority === 'unknown')!.id;
}
/** Somebody the administration has no address of. */
function withoutMail(person: PersonId) {
	const ctx = as(yvonne);
	return change(ctx, async (db) => {
		const { persons } = await findRows(db, ctx, today);
		const known = persons.filter(({ id }) => id === person);
		await saveRows(db, ctx, { ...noRows(), persons: known.map((row) => ({ ...row, email: null })) }, () => {});
		return ok(undefined);
	});
}
const check = (guardianship: string, authority: Authority = 'no', checkedOn = today) => ({
	...{ guardianship, authority, checkedOn }
});

async function guardianships() {
	return (await read(as(yvonne), (db) => findRows(db, as(yvonne), today))).guardianships;
}
async function kept(id: string) {
	const row = (await guardianships()).find((one) => one.id === id)!;
	return { authority: row.authority, on: row.authority_checked_on, by: row.authority_checked_by };
}

test('the office sees the school as it is: groups with their teachers, staff with their tasks', async () => {
	const page = await schools.get(as(yvonne));
	if (!page.ok) throw new Error(page.reason);
	expect(page.value.groups.map(({ name, pupils, teachers }) => [name, pupils, teachers])).toEqual([
		['Groep 3', 2, ['meester Bram']],
		['Groep 5', 3, ['juf Anke']],
		['Groep 8', 1, ['meester Bram']]
	]);
	expect(page.value.staff.map(({ name }) => name)).toEqual(['Yvonne', 'meester Bram', 'Joris', 'Carla', 'juf Anke']);
	expect(page.value.unknown).toEqual([]);
});

test.each([
	['a teacher', as(anke)],
	['a support coordinator', as(carla)],
	['a parent', as(samira)]
])('for %s there is no school to keep', async (_who, ctx) => {
	const id = await unknownAuthority();
	expect(await schools.get(ctx)).toEqual(no('missing'));
	expect(await schools.changeSchool(ctx, settings)).toEqual(no('missing'));
	expect(await schools.giveTasks(ctx, anke.id, ['office'])).toEqual(no('missing'));
	expect(await schools.checkAuthority(ctx, check(id))).toEqual(no('missing'));
	expect(await facts()).toEqual(imported);
});

test('the office of another school reaches neither staff nor authority of this one', async () => {
	const id = await unknownAuthority();
	const there = as(deEiksOffice, deEik);
	expect(await schools.giveTasks(there, anke.id, ['office'])).toEqual(no('missing'));
	expect(await schools.checkAuthority(there, check(id))).toEqual(no('missing'));
	expect(await kept(id)).toEqual({ authority: 'unknown', on: null, by: null });
	expect(await facts()).toEqual(imported);
});

test('a school is changed by its own office', async () => {
	expect(await schools.changeSchool(as(yvonne), settings)).toEqual(ok(undefined));
	expect(await schools.get(as(joris))).toMatchObject({ value: { school: { ...settings, brin: '99ZZ' } } });
	expect(await schools.get(as(deEiksOffice, deEik))).toMatchObject({ value: { school: { name: 'De Eik' } } });
	expect(await facts()).toEqual(['school.changed']);
});

test('tasks are given, and somebody is left who can give them', async () => {
	expect(await schools.giveTasks(as(yvonne), bram.id, ['teacher', 'support'])).toEqual(ok(undefined));
	expect(await schools.giveTasks(as(yvonne), joris.id, [])).toEqual(ok(undefined));
	expect(await schools.giveTasks(as(yvonne), yvonne.id, ['teacher'])).toEqual(no('last-office'));
	const page = await schools.get(as(yvonne));
	const tasks = page.ok && page.value.staff.find(({ id }) => id === yvonne.id)?.tasks;
	expect(tasks).toEqual(['office']);
	expect(await facts()).toEqual(['staff.tasks-given', 'staff.tasks-given']);
});

test('who keeps the school can sign in: somebody without an e-mail address is not left alone with it', async () => {
	await withoutMail(joris.id);
	expect(await schools.giveTasks(as(yvonne), yvonne.id, ['teacher'])).toEqual(no('last-with-mail'));
	expect(await facts()).toEqual([]);
	expect(await schools.giveTasks(as(yvonne), anke.id, ['teacher', 'office'])).toEqual(ok(undefined));
	expect(await schools.giveTasks(as(yvonne), yvonne.id, ['teacher'])).toEqual(ok(undefined));
});

test('checked authority is kept with the day of the proof and who saw it, and is asked for no more', async () => {
	const id = await unknownAuthority();
	const before = await schools.get(as(yvonne));
	expect(before.ok && before.value.unknown).toMatchObject([{ id, pupil: 'Noor', group: 'Groep 5' }]);
	expect(await schools.checkAuthority(as(yvonne), check(id, 'no', '2026-09-18' as Day))).toEqual(ok(undefined));
	expect(await kept(id)).toEqual({ authority: 'no', on: '2026-09-18', by: yvonne.id });
	expect(await schools.get(as(yvonne))).toMatchObject({ value: { unknown: [] } });
	expect(await facts()).toEqual([...imported, 'authority.checked']);
});

test('proof is not from the future, and a tie that is not there has none', async () => {
	const id = await unknownAuthority();
	expect(await schools.checkAuthority(as(yvonne), check(id, 'yes', '2026-09-23' as Day))).toEqual(no('in-the-future'));
	expect(await schools.checkAuthority(as(yvonne), check(noor.id))).toEqual(no('missing'));
	expect(await kept(id)).toEqual({ authority: 'unknown', on: null, by: null });
	expect(await facts()).toEqual(imported);
});
