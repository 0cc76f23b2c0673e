import { expect, test, vi } from 'vitest';
import { findAccount } from '#platform/accounts.server.ts';
import { change, read } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { ok } from '#platform/outcome.ts';
import * as sessions from '#platform/sessions.server.ts';
import { addMinutes, dayOf } from '#platform/time.ts';
import { anke, as, autumn, deEik, deEiksOffice, deLinde, samira, yvonne } from '#seeds/cast.ts';
import { edexml, guardiansCsv, type SchoolFile } from '#seeds/school-file.ts';
import { asOwner, everyColumn, facts, useDatabase } from '#tests/database.ts';
import { oldUploads } from '#modules/people/forgetting.server.ts';
import { findRows, saveRows } from './import.store.server.ts';
import { noRows } from './present.ts';
import * as undos from './undos.server.ts';
import * as uploads from './uploads.server.ts';

useDatabase();

const office = as(yvonne);
const school: SchoolFile = {
	brin: '99ZZ',
	groups: [{ key: 'nieuw', name: 'Groep 5 nieuw', year: '5' }],
	pupils: [
		{ key: 'pupil-noor', given: 'Noortje', surname: 'Benali', born: '2017-03-14', group: 'nieuw' },
		{ key: 'lena', given: 'Lena', surname: 'Kok', born: '2017-05-01', group: 'nieuw' }
	],
	staff: [{ key: 'sanne', given: 'Sanne', surname: 'Prins', email: 'sanne@school.example', groups: ['nieuw'] }]
};
const list = guardiansCsv([
	{ leerling_key: 'pupil-noor', volgnummer: 1, achternaam: 'Idrissi', email: 'samira.anders@example.org' },
	{ leerling_key: 'lena', volgnummer: 1, achternaam: 'Kok', email: 'kok@example.org' }
]);

async function readIn(file = school, csv = list, ctx = office) {
	const bytes = (text: string) => new TextEncoder().encode(text);
	const files = [
		{ name: 'e.xml', bytes: bytes(edexml(file)) },
		{ name: 'o.csv', bytes: bytes(csv) }
	];
	const id = await uploads.upload(ctx, files);
	if (!id.ok) throw new Error(id.reason);
	await uploads.confirm(ctx, id.value, true);
	await vi.waitFor(
		async () => expect(await uploads.look(ctx, id.value)).toMatchObject({ value: { state: 'done' } }),
		20_000
	);
	return id.value;
}

/** All that is kept, without what an import notes of itself and without what happened. */
async function everything() {
	const rows = (await everyColumn(['people.import', 'people.import_change', 'platform.fact', 'platform.outbox'])).split(
		'\n'
	);
	return rows.toSorted();
}
const rowsNow = () => read(office, (db) => findRows(db, office, dayOf(office.now)));
const idOf = async (surname: string) => (await rowsNow()).persons.find((person) => person.surname === surname)!.id;

/** Guards `putBackSignIns`, and that accounts nobody used go again. */
test('undone, everything stands as it stood: rows, who may sign in, and accounts', async () => {
	const before = await everything();
	const id = await readIn();
	expect(await everything()).not.toEqual(before);
	expect(await findAccount('kok@example.org')).toBeDefined();
	expect(await undos.lastToUndo(office)).toMatchObject({ id });
	expect(await undos.undo(office, id)).toEqual({ ok: true });
	expect(await everything()).toEqual(before);
	expect(await facts()).toEqual(['roster.imported', 'roster.undone']);
	expect(await uploads.look(office, id)).toMatchObject({ value: { state: 'undone' } });
	expect(await undos.undo(office, id)).toMatchObject({ reason: 'missing' });
	await readIn();
	expect((await rowsNow()).persons.map(({ given_name }) => given_name)).toContain('Noortje');
});

/** Guards `too-late` in `whatIsAgainst`. */
test('after a day it stays', async () => {
	const id = await readIn();
	const later = as(yvonne, deLinde, addMinutes(autumn, 24 * 60 + 1));
	expect(await undos.undo(later, id)).toEqual({ ok: false, reason: 'too-late', who: [] });
	expect(await undos.lastToUndo(later)).toBeUndefined();
});

/** Guards `not-last` in `whatIsAgainst`. */
test('of two imports only the last can be undone, and then the one before it', async () => {
	const first = await readIn();
	const ten = as(yvonne, deLinde, addMinutes(autumn, 10));
	const second = await readIn({ ...school, pupils: school.pupils.slice(0, 1) }, list, ten);
	expect(await undos.undo(ten, first)).toEqual({ ok: false, reason: 'not-last', who: [] });
	expect(await undos.undo(ten, second)).toEqual({ ok: true });
	expect(await undos.undo(ten, first)).toEqual({ ok: true });
});

/** Guards `signed-in` in `whatIsAgainst`. */
test('who has signed in keeps it standing', async () => {
	const id = await readIn();
	await sessions.begin((await findAccount('kok@example.org'))!.id, 'a telephone');
	const before = await everything();
	expect(await undos.undo(office, id)).toEqual({ ok: false, reason: 'signed-in', who: ['Kok'] });
	expect(await everything()).toEqual(before);
});

/** Guards `written` in `whatIsAgainst`: words about somebody would hang in the air. */
test('what was written about somebody it added keeps it standing', async () => {
	const id = await readIn();
	const lena = (await rowsNow()).persons.find(({ given_name }) => given_name === 'Lena')!.id;
	await change(office, (db) => {
		recordFact(db, office, 'agreement.proposed', lena);
		return Promise.resolve(ok(undefined));
	});
	expect(await undos.undo(office, id)).toEqual({ ok: false, reason: 'written', who: ['Lena Kok'] });
});

/** Guards `findChanged` in `whatIsAgainst`. */
test('what was changed since keeps it standing', async () => {
	const id = await readIn();
	const person = await idOf('Prins');
	await change(office, async (db) => {
		const staff = [{ id: person, tasks: ['office' as const], roles: [], proposed_tasks: [] }];
		await saveRows(db, office, { ...noRows(), staff }, () => {});
		return ok(undefined);
	});
	expect(await undos.undo(office, id)).toEqual({ ok: false, reason: 'changed', who: ['Sanne Prins'] });
});

/** Guards `movedSignIns`: their account is theirs, and putting it back would give it away. */
test('who enters by another account since keeps it standing', async () => {
	const id = await readIn();
	const person = await idOf('Prins');
	const [{ id: account }] = (await asOwner<{ id: string }>(
		"insert into platform.account (id, email) values (gen_random_uuid(), 'sanne.thuis@example.org') returning id"
	)) as [{ id: string }];
	await asOwner(`update platform.membership set account_id = '${account}' where person_id = '${person}'`);
	expect(await undos.undo(office, id)).toMatchObject({ reason: 'changed', who: ['Sanne Prins'] });
});

/** Guards `forgetChange`: what was put back is not kept a second time. */
test('once undone, nothing of how it was stays behind', async () => {
	expect(await undos.undo(office, await readIn())).toEqual({ ok: true });
	expect(await asOwner('select row_id from people.import_change')).toEqual([]);
});

test.each([
	['a teacher', as(anke)],
	['a guardian', as(samira)],
	['the office of another school', as(deEiksOffice, deEik)]
])('for %s there is nothing to undo', async (_who, ctx) => {
	const id = await readIn();
	expect(await undos.undo(ctx, id)).toMatchObject({ reason: 'missing' });
	expect(await undos.lastToUndo(ctx)).toBeUndefined();
});

/** Guards `forgetChanges` in `oldUploads.clear`: what a family asked to be changed since is not kept without a use. */
test('what is kept to undo an import goes when the day is over, also when no file follows', async () => {
	await readIn();
	const left = async (minutes: number) => {
		const ctx = { ...office, now: addMinutes(office.now, minutes) };
		await change(ctx, async (db) => ok(await oldUploads.clear(db, ctx, addMinutes(ctx.now, -60 * 24 * 31))));
		return (await everyColumn()).includes('membership');
	};
	expect(await left(23 * 60)).toBe(true);
	expect(await left(25 * 60)).toBe(false);
	expect(await undos.lastToUndo(office)).toBeUndefined();
});
