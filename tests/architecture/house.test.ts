import { describe, expect, test } from 'vitest';
import { mayUse } from '#modules/map.ts';
import { directions } from './rules/directions.ts';
import { doors } from './rules/doors.ts';
import { looks } from './rules/looks.ts';
import { names } from './rules/names.ts';
import { roomsInside } from './rules/rooms.ts';
import { sourceFiles, type SourceFile } from './source.ts';

const rules = [...directions, ...roomsInside, ...names, ...doors, ...looks];
const files = sourceFiles();

const broken = (file: SourceFile) =>
	rules.flatMap(({ name, broken: look }) =>
		look(file).flatMap((found) => (found ? [`${file.path}: ${name} (${found})`] : []))
	);

describe('the house is in order', () => {
	test.each(rules)('$name', (rule) => {
		const found = files.flatMap((file) => rule.broken(file).flatMap((what) => (what ? [`${file.path}: ${what}`] : [])));
		expect(found).toEqual([]);
	});

	test('a room only uses rooms above it, so no two rooms lean on each other', () => {
		const order = Object.keys(mayUse);
		const upwards = Object.entries(mayUse).flatMap(([room, uses]) =>
			uses.filter((used) => order.indexOf(used) >= order.indexOf(room)).map((used) => `${room} → ${used}`)
		);
		expect(upwards).toEqual([]);
	});
});

describe('each rule sees its planted mistakes, and no other rule does', () => {
	const planted = rules.flatMap(({ name, planted: mistakes }) =>
		Object.entries(mistakes).flatMap(([path, texts]) => texts.map((text) => ({ name, path, text })))
	);

	test.each(planted)('$name: $path $text', ({ name, path, text }) => {
		const found = broken({ path, text });
		expect(found.length).toBeGreaterThan(0);
		for (const one of found) expect(one).toContain(name);
	});

	test.each(rules)('$name: has a planted mistake', ({ planted: mistakes }) => {
		expect(Object.values(mistakes).flat().length).toBeGreaterThan(0);
	});
});
