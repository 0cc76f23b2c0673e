import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count, fewest, hide, percentOf, standingOf, standings, weekOf, type Row } from './figure.ts';
import { csvOf } from './download.ts';

const talk = { hasTime: false, isHeld: false, noneNeeded: false, isReached: false };

test('a talk is held, planned, not needed, under way or its family is not reached yet', () => {
	expect(standingOf({ ...talk, isHeld: true })).toBe('held');
	expect(standingOf({ ...talk, hasTime: true, noneNeeded: true })).toBe('planned');
	expect(standingOf({ ...talk, noneNeeded: true, isReached: true })).toBe('notNeeded');
	expect(standingOf({ ...talk, isReached: true })).toBe('underway');
	expect(standingOf(talk)).toBe('notReached');
});

const numbers = (name: string, ...[held, planned, underway, notNeeded, notReached]: number[]): Row => ({
	...{ name, held: held!, planned: planned!, underway: underway!, notNeeded: notNeeded!, notReached: notReached! },
	total: held! + planned! + underway! + notNeeded! + notReached!
});

test('under five is hidden, and beside it what would give it away', () => {
	const [one, , all] = hide(
		[numbers('3', 20, 0, 0, 0, 2), numbers('5', 10, 9, 0, 6, 0), numbers('', 30, 9, 0, 6, 2)],
		standings
	);
	expect(one).toMatchObject({ notReached: null });
	expect(all).toMatchObject({ notReached: null });
	expect(one).toMatchObject({ held: null });
});

test('of a group under five nothing is shown', () => {
	const [small] = hide(
		[numbers('8', 3, 1, 0, 0, 0), numbers('3', 30, 10, 0, 0, 0), numbers('', 33, 11, 0, 0, 0)],
		standings
	);
	expect(small).toEqual({
		name: '8',
		total: null,
		held: null,
		planned: null,
		underway: null,
		notNeeded: null,
		notReached: null
	});
});

test('in no row and no column is one number hidden alone, and no number under five is shown', () => {
	const cell = fc.integer({ min: 0, max: 30 });
	const group = fc.tuple(cell, cell, cell, cell, cell);
	fc.assert(
		fc.property(fc.array(group, { minLength: 1, maxLength: 8 }), (groups) => {
			const rows = groups.map((each, at) => numbers(String(at), ...each));
			const sum = numbers('', ...standings.map((_, at) => groups.reduce((all, each) => all + each[at]!, 0)));
			const shown = hide([...rows, sum], standings);
			const keys = ['total', ...standings] as const;
			const lines = [
				...shown.map((row) => keys.map((key) => row[key])),
				...keys.map((key) => shown.map((row) => row[key]))
			];
			for (const line of lines) {
				expect(line.some((one) => one !== null && one > 0 && one < fewest)).toBe(false);
				if (line.filter((one) => one === null).length === 1) expect(line.some((one) => (one ?? 0) > 0)).toBe(false);
			}
		})
	);
});

test('counts by name, with all together as the last', () => {
	const talks = [
		{ of: 'Groep 3', standing: 'held' },
		{ of: 'Groep 5', standing: 'notReached' }
	] as const;
	const rows = count(talks, ['Groep 3', 'Groep 5'], 'Samen');
	expect(rows.map(({ name, total, held }) => [name, total, held])).toEqual([
		['Groep 3', 1, 1],
		['Groep 5', 1, 0],
		['Samen', 2, 1]
	]);
});

test('a share of nothing or of what is hidden is none', () => {
	expect(percentOf(18, 25)).toBe(72);
	expect(percentOf(0, 0)).toBeNull();
	expect(percentOf(null, 25)).toBeNull();
});

test('a week begins on Monday, by the clock of the school', () => {
	expect(weekOf(new Date('2026-09-27T22:30:00Z'))).toBe('2026-09-28');
	expect(weekOf(new Date('2026-09-27T21:30:00Z'))).toBe('2026-09-21');
});

test('a sheet for Dutch spreadsheets, in which no cell is a formula', () => {
	const text = csvOf(
		[
			['Groep', 'Geweest'],
			['=cmd|"/c calc"!A1', 20],
			['+31', null],
			['3;4', -1],
			['@x', 0],
			['-1+2', 3],
			['\tx', 1]
		],
		'verborgen'
	);
	expect(text.startsWith('\uFEFF')).toBe(true);
	expect(text.slice(1).split('\r\n')).toEqual([
		'Groep;Geweest',
		`"'=cmd|""/c calc""!A1";20`,
		`'+31;verborgen`,
		'"3;4";-1',
		`'@x;0`,
		`'-1+2;3`,
		`'\tx;1`,
		''
	]);
});
