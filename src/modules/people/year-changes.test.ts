import { expect, test } from 'vitest';
import { change, read } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import { no, ok } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import {
	adam,
	anke,
	as,
	bram,
	carla,
	deEik,
	deEiksOffice,
	fleur,
	joris,
	noor,
	samira,
	yara,
	yvonne
} from '#seeds/cast.ts';
import { edexml } from '#seeds/school-file.ts';
import { asOwner, everyColumn, facts, useDatabase } from '#tests/database.ts';
import { readFiles } from '#modules/people/import/file.input.ts';
import { preview } from '#modules/people/import/imports.server.ts';
import type { ImportId } from '#modules/people/import/import.ts';
import { findRows } from '#modules/people/import/import.store.server.ts';
import { lastToUndo, undo } from '#modules/people/import/undos.server.ts';
import { addRunning } from '#modules/people/import/upload.store.server.ts';
import { childrenIn } from './people.server.ts';
import * as schools from './schools.server.ts';
import { readChoices } from './year-change.input.ts';
import { leaves } from './year-change.ts';
import * as yearChanges from './year-changes.server.ts';

useDatabase();

const june = new Date('2027-06-22T07:15:00Z');
const august = new Date('2027-08-23T07:15:00Z');
const office = as(yvonne, undefined, june);
const chosen = (query: Record<string, string> = {}) => readChoices(new URLSearchParams(query));

async function looked(query?: Record<string, string>, ctx = office) {
	const view = await yearChanges.look(ctx, chosen(query));
	if (!view.ok) throw new Error(view.reason);
	return view.value;
}
async function changed(query?: Record<string, string>, ctx = office) {
	const { seen } = await looked(query, ctx);
	return yearChanges.changeYear(ctx, chosen(query), seen, 'Jaarwisseling');
}
const rowsAt = (now: Date) => read(office, (db) => findRows(db, office, dayOf(now)));
async function groupsAt(now: Date) {
	const { groups, enrolments, persons } = await rowsAt(now);
	const name = new Map(groups.map((group) => [group.id, group.name]));
	const day = dayOf(now);
	const given = new Map(persons.map((person) => [person.id, person.given_name]));
	return Object.fromEntries(
		enrolments
			.filter(({ starts_on }) => starts_on <= day)
			.map(({ pupil_id, group_id }) => [given.get(pupil_id), name.get(group_id)])
			.toSorted()
	);
}
async function everything() {
	const rows = await everyColumn(['people.import', 'people.import_change', 'platform.fact', 'platform.outbox']);
	return rows.split('\n').toSorted();
}

test('everybody moves up on the first day of the new school year, and not before', async () => {
	const now = await groupsAt(june);
	expect(await changed()).toEqual(ok(undefined));
	expect(await groupsAt(june)).toEqual(now);
	expect(await groupsAt(august)).toEqual({
		Adam: 'Groep 6',
		Fleur: 'Groep 6',
		Mees: 'Groep 4',
		Noor: 'Groep 6',
		Sem: 'Groep 4'
	});
	expect(await facts()).toEqual(['year.changed']);
	const yearGroups = async (at: Date) => {
		const { pupils } = await rowsAt(at);
		return pupils.find(({ id }) => id === noor.id)!.year_group;
	};
	// Guards `inYear`: the year group would be the new one months early.
	expect([await yearGroups(june), await yearGroups(august)]).toEqual([null, '6']);
	const { groups, persons } = await rowsAt(august);
	expect(groups.filter(({ ended_on }) => !ended_on).map((group) => group.name)).toEqual([
		'Groep 3',
		'Groep 4',
		'Groep 6'
	]);
	const gone = persons.filter(({ ended_on }) => ended_on).map(({ given_name, ended_on }) => [given_name, ended_on]);
	expect(gone.toSorted()).toEqual([
		['Leyla', '2027-08-01'],
		['Yara', '2027-08-01']
	]);
});

test('the preview says per group where it goes, by name who goes elsewhere, and writes nothing', async () => {
	const before = await everything();
	const view = await looked({ [`kind:${noor.id}`]: 'Groep 5', wie: adam.id, gaat: leaves });
	expect(view.lines.map(({ group, pupils, to }) => [group, pupils, to])).toEqual([
		['Groep 3', 2, 'Groep 4'],
		['Groep 5', 3, 'Groep 6'],
		['Groep 8', 1, leaves]
	]);
	expect(view.exceptions.map(({ name, to, kind }) => [name, to, kind]).toSorted()).toEqual([
		['Adam Al-Masri', leaves, 'leaves'],
		['Noor Benali', 'Groep 5', 'repeats']
	]);
	expect(view.leaving).toEqual({ pupils: 2, guardians: 2 });
	expect(view).toMatchObject({ year: '2027-2028', from: '2027-08-01', isOpen: false });
	expect(await everything()).toEqual(before);
});

test('exceptions and teachers are as they were chosen; who taught this year sees the children no longer', async () => {
	const query = { [`kind:${noor.id}`]: 'Groep 5', 'les:0:Groep 6': bram.id, 'les:1:Groep 6': carla.id };
	expect(await changed(query)).toEqual(ok(undefined));
	expect(await groupsAt(august)).toMatchObject({ Noor: 'Groep 5', Fleur: 'Groep 6' });
	const { teachings, pupils } = await rowsAt(august);
	expect(teachings.map(({ staff_id }) => staff_id)).toEqual([bram.id]);
	expect(pupils.find(({ id }) => id === noor.id)?.year_group).toBe('5');
	expect(pupils.find(({ id }) => id === fleur.id)?.year_group).toBe('6');
});

test('a parent keeps the child, whose pages go along', async () => {
	const parent = as(samira, undefined, august);
	const seen = async () => (await read(parent, (db) => childrenIn(db, parent))).map(({ id }) => id);
	const before = await seen();
	await changed();
	expect(before.length).toBe(2);
	expect(await seen()).toEqual(before);
});

test('twice changes nothing: the new year is there', async () => {
	const { seen } = await looked();
	expect(await changed()).toEqual(ok(undefined));
	const after = await everything();
	for (const ctx of [office, as(joris, undefined, june), as(yvonne, undefined, new Date('2027-06-23T07:15:00Z'))]) {
		expect(await yearChanges.look(ctx, chosen())).toEqual(no('year-there'));
		expect(await yearChanges.changeYear(ctx, chosen(), seen, '')).toEqual(no('year-there'));
	}
	expect(await everything()).toEqual(after);
	expect(await facts()).toEqual(['year.changed']);
});

test('a year later it can be done again', async () => {
	await changed();
	expect(await changed({}, as(yvonne, undefined, new Date('2028-06-20T07:15:00Z')))).toEqual(ok(undefined));
	expect(await groupsAt(new Date('2028-09-01T07:15:00Z'))).toMatchObject({ Noor: 'Groep 7', Sem: 'Groep 5' });
});

test('the office sees the new groups when they are there, and not before', async () => {
	await changed();
	const seen = async (now: Date) => {
		const page = await schools.get(as(yvonne, undefined, now));
		return page.ok && page.value.groups.map(({ name, pupils }) => `${name}: ${pupils}`);
	};
	expect(await seen(june)).toEqual(['Groep 3: 2', 'Groep 5: 3', 'Groep 8: 1']);
	expect(await seen(august)).toEqual(['Groep 3: 0', 'Groep 4: 2', 'Groep 6: 3']);
});

/** Guards the second look by name in group-plan.ts: or a file would move everybody again. */
test('a file of the new year finds the groups that were made for it', async () => {
	await changed();
	const text = edexml({
		brin: '99ZZ',
		schoolYear: '2027-2028',
		groups: [{ key: 'k6', name: 'Groep 6', year: '6' }],
		pupils: [{ key: 'pupil-noor', given: 'Noor', surname: 'Benali', born: '2017-03-14', group: 'k6' }],
		staff: []
	});
	const roster = readFiles([{ name: 'e.xml', bytes: new TextEncoder().encode(text) }]);
	const seen = roster.ok && (await preview(office, roster.value));
	if (!seen || !seen.ok) throw new Error('unread');
	expect(seen.value.groups).toMatchObject({ add: [], change: [{ name: 'Groep 6', fields: ['key'] }] });
	expect(seen.value.writes.enrolments.filter(({ pupil_id }) => pupil_id === noor.id)).toEqual([]);
});

test('undone within a day everything stands as it stood', async () => {
	const before = await everything();
	await changed();
	expect(await everything()).not.toEqual(before);
	const last = await lastToUndo(office);
	expect(await undo(office, last!.id)).toEqual({ ok: true });
	expect(await everything()).toEqual(before);
	expect(await facts()).toEqual(['year.changed', 'roster.undone']);
});

test('it waits for an import, and for who looked at something else', async () => {
	const { seen } = await looked();
	const other = chosen({ [`kind:${noor.id}`]: leaves });
	expect(await yearChanges.changeYear(office, other, seen, '')).toEqual(no('changed'));
	await change(office, async (db) => {
		await addRunning(db, office, newId<ImportId>());
		return ok(undefined);
	});
	expect(await yearChanges.changeYear(office, chosen(), seen, '')).toEqual(no('importing'));
	expect(await facts()).toEqual([]);
});

test('a group without a place to go holds it up', async () => {
	await asOwner(`update people.pupil set year_group = '4' where id = '${adam.id}'`);
	const view = await looked();
	expect(view.isOpen).toBe(true);
	expect(await changed()).toEqual(no('open'));
	expect(await facts()).toEqual([]);
});

test.each([
	['a teacher', as(anke, undefined, june)],
	['a support coordinator', as(carla, undefined, june)],
	['a parent', as(samira, undefined, june)],
	['a pupil', as(yara, undefined, june)]
])('for %s there is no year to change', async (_who, ctx) => {
	const { seen } = await looked();
	expect(await yearChanges.look(ctx, chosen())).toEqual(no('missing'));
	expect(await yearChanges.changeYear(ctx, chosen(), seen, '')).toEqual(no('missing'));
	expect(await facts()).toEqual([]);
});

test('the office of another school changes only its own', async () => {
	const before = await groupsAt(august);
	const there = as(deEiksOffice, deEik, june);
	const line = (await looked({}, there)).lines[0]!;
	expect(await changed({ [`groep:${line.key}`]: leaves, [`kind:${noor.id}`]: leaves }, there)).toEqual(ok(undefined));
	expect(await groupsAt(august)).toEqual(before);
});
