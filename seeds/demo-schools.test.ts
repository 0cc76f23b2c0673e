import { expect, test } from 'vitest';
import * as callers from '#modules/people/callers.server.ts';
import { childrenIn } from '#modules/people/people.server.ts';
import * as schools from '#modules/people/schools.server.ts';
import { commandLine } from '#modules/people/import/imports.server.ts';
import { read } from '#platform/db.server.ts';
import { useDatabase } from '#tests/database.ts';
import { deLinde } from './de-linde.ts';
import { importDemoSchools } from './demo-schools.ts';

useDatabase();

const now = new Date('2026-08-31T07:00:00Z');

test('the same school each time', () => {
	expect(deLinde(2026)).toEqual(deLinde(2026));
});

test('De Linde has eight groups and its cast, each with their own children', async () => {
	const made = await importDemoSchools(now);
	const keeper = { school: made.deLinde, person: commandLine, now, language: 'nl' } as const;
	const school = await schools.get(keeper);
	expect(school.ok && school.value.groups.map(({ pupils }) => pupils)).toEqual([24, 23, 25, 24, 25, 23, 24, 22]);
	expect(school.ok && school.value.unknown).toBeGreaterThan(2);
	const { personas } = await callers.all(made.deLinde, now);
	const childrenOf = async (name: string) => {
		const { id, role, tasks } = personas.find((persona) => persona.name === name)!;
		const ctx = { ...keeper, person: { id, role, tasks } };
		return (await read(ctx, (db) => childrenIn(db, ctx))).map(({ callName }) => callName);
	};
	expect(await childrenOf('Samira El Idrissi')).toEqual(['Noor', 'Sem']);
	expect((await childrenOf('Carla')).sort()).toEqual(['Adam', 'Noor', 'Sem']);
	expect(await childrenOf('juf Anke')).toHaveLength(25);
	expect(await childrenOf('Yvonne')).toEqual([]);
	expect(await childrenOf('Wim de Boer')).toEqual(['Fleur']);
});
