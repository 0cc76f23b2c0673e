import { expect, test } from 'vitest';
import { change } from '#platform/db.server.ts';
import { no, ok } from '#platform/outcome.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, bram, carla, deEik, deEiksOffice, joris, samira, yvonne } from '#seeds/cast.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { findRows, saveRows } from '#modules/people/import/import.store.server.ts';
import { noRows } from '#modules/people/import/present.ts';
import * as schools from './schools.server.ts';

useDatabase();

const today = '2026-09-22' as Day;
const settings = { name: 'De Lindeboom', kind: 'po', region: 'noord', phone: null } as const;

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
test('the office sees the school as it is: groups with their teachers, staff with their tasks', async () => {
	const page = await schools.get(as(yvonne));
	if (!page.ok) throw new Error(page.reason);
	expect(page.value.groups.map(({ name, pupils, teachers }) => [name, pupils, teachers])).toEqual([
		['Groep 3', 2, ['meester Bram']],
		['Groep 5', 3, ['juf Anke']],
		['Groep 8', 1, ['meester Bram']]
	]);
	expect(page.value.staff.map(({ name }) => name)).toEqual(['Yvonne', 'meester Bram', 'Joris', 'Carla', 'juf Anke']);
	expect(page.value.unknown).toBe(0);
});

test.each([
	['a teacher', as(anke)],
	['a support coordinator', as(carla)],
	['a parent', as(samira)]
])('for %s there is no school to keep', async (_who, ctx) => {
	expect(await schools.get(ctx)).toEqual(no('missing'));
	expect(await schools.changeSchool(ctx, settings)).toEqual(no('missing'));
	expect(await schools.giveTasks(ctx, anke.id, ['office'])).toEqual(no('missing'));
	expect(await facts()).toEqual([]);
});

test('the office of another school reaches no staff of this one', async () => {
	const there = as(deEiksOffice, deEik);
	expect(await schools.giveTasks(there, anke.id, ['office'])).toEqual(no('missing'));
	expect(await facts()).toEqual([]);
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
