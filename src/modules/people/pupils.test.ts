import { expect, test } from 'vitest';
import { accountOf } from '#platform/accounts.server.ts';
import { no, ok } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { agreeStep } from '#seeds/own-step.ts';
import { edexml } from '#seeds/school-file.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { readFiles } from '#modules/people/import/file.input.ts';
import { importRoster } from '#modules/people/import/imports.server.ts';
import * as pupils from './pupils.server.ts';

useDatabase();

const { anke, as, bram, carla, deEik, deLinde, noor, samira, sem, stranger, therapist, yara, youssef, yvonne } = cast;

/** The administration has an address of Noor; of the others it says nothing here. */
async function bringEmailOfNoor() {
	const groups = [{ key: 'Groep 5', name: 'Groep 5', year: '5' }];
	const extra = '<emailadres>noor@example.org</emailadres>';
	const children = [
		{ key: 'pupil-noor', given: 'Noor', surname: 'Benali', born: '2017-03-14', group: 'Groep 5', extra }
	];
	const staff = [{ key: 'staff-anke', given: 'Anke', surname: 'Visser', groups: ['Groep 5'] }];
	const file = edexml({ brin: '99ZZ', groups, pupils: children, staff });
	const roster = readFiles([{ name: 'e.xml', bytes: new TextEncoder().encode(file) }]);
	if (!roster.ok) throw new Error(roster.reason);
	expect(await importRoster(as(yvonne), roster.value, false)).toMatchObject({ ok: true });
}

async function emailsSeenBy(who: typeof samira) {
	const page = await pupils.get(as(who), noor.id);
	if (!page.ok) throw new Error(page.reason);
	return page.value.homes.flatMap(({ guardians }) => guardians.map(({ email }) => email));
}

/** Guards the household in `maySeeContact`. */
test('one page of the child for its whole circle, but each home sees its own addresses only', async () => {
	expect(await emailsSeenBy(anke)).toEqual(['samira@example.org', 'youssef@example.org']);
	expect(await emailsSeenBy(samira)).toEqual(['samira@example.org', null]);
	expect(await emailsSeenBy(youssef)).toEqual([null, 'youssef@example.org']);
	expect(await emailsSeenBy(noor)).toEqual([null, null]);
	expect(await facts()).toEqual([]);
});

test.each([
	['another parent', as(stranger)],
	['a teacher of another group', as(bram)],
	['the office', as(yvonne)],
	['her own teacher under the name of another school', as(anke, deEik)]
])('for %s there is no page', async (_who, ctx) => {
	expect(await pupils.get(ctx, noor.id)).toEqual(no('missing'));
	expect(await facts()).toEqual([]);
});

test('a list by group holds only the children of who looks', async () => {
	const listed = await pupils.list(as(bram));
	expect(listed.map(({ group, children }) => [group, children.map(({ callName }) => callName)])).toEqual([
		['Groep 3', ['Sem', 'Mees']],
		['Groep 8', ['Yara']]
	]);
	expect(await pupils.list(as(bram, deEik))).toEqual([]);
});

test('a child may sign in when its homes and the child agreed to that step', async () => {
	await bringEmailOfNoor();
	expect(await accountOf({ school: deLinde, person: noor.id })).toBeUndefined();
	await agreeStep(as(anke), [as(samira), as(youssef)], noor.id, 2);
	expect(await accountOf({ school: deLinde, person: noor.id })).toBeDefined();
	expect(await pupils.get(as(samira), noor.id)).toMatchObject({ value: { circle: { say: 2 } } });
});

test.each([
	['a parent', as(samira), noor],
	['a professional', as(therapist), sem],
	['the child', as(noor), noor]
])('%s of the circle ties nobody', async (_who, ctx, child) => {
	expect(await pupils.tie(ctx, child.id, bram.id)).toEqual(no('refused'));
	expect(await pupils.untie(ctx, child.id, carla.id)).toEqual(no('refused'));
	expect(await facts()).toEqual([]);
});

test('the office ties a colleague to a child and unties them; the circle follows', async () => {
	expect(await pupils.get(as(carla), yara.id)).toEqual(no('missing'));
	expect(await pupils.tie(as(yvonne), yara.id, carla.id)).toEqual(ok(undefined));
	expect(await pupils.get(as(carla), yara.id)).toMatchObject({ ok: true });
	expect(await pupils.tie(as(yvonne), yara.id, carla.id)).toEqual(no('tied-already'));
	expect(await pupils.untie(as(bram), yara.id, carla.id)).toEqual(ok(undefined));
	expect(await pupils.get(as(carla), yara.id)).toEqual(no('missing'));
	expect(await pupils.untie(as(bram), yara.id, carla.id)).toEqual(no('missing'));
	expect(await facts()).toEqual(['person.tied', 'person.untied']);
});

test('nobody of another school, no parent and no unknown is tied', async () => {
	for (const person of [cast.mentor, samira, noor]) {
		expect(await pupils.tie(as(yvonne), yara.id, person.id)).toEqual(no('missing'));
	}
	expect(await pupils.tie(as(cast.deEiksOffice, deEik), yara.id, carla.id)).toEqual(no('missing'));
	expect(await facts()).toEqual([]);
});
