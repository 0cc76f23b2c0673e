import { expect, test } from 'vitest';
import type { GroupId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { noRows, type SchoolRows } from '#modules/people/import/present.ts';
import { leaves, lineKey, movesOf, nameUp, yearAfter, yearIn, yearUp, type YearChoices } from './year-change.ts';

const today = '2027-06-22' as Day;
const year = { id: 'y', name: '2026-2027', starts_on: '2026-08-31' as Day, ends_on: '2027-07-16' as Day };
const none: YearChoices = { lines: new Map(), pupils: new Map(), teachers: new Map(), extra: undefined };
const id = (text: string) => text as PersonId;
const noNext = { next_year_group: null, next_year_from: null };

/** Groups by name, with the year group of each of their pupils. */
function school(groups: Record<string, (string | null)[]>): SchoolRows {
	const rows = { ...noRows(), years: [year] };
	for (const [name, years] of Object.entries(groups)) {
		const group = name as GroupId;
		rows.groups.push({ id: group, school_year_id: 'y', key: name, name, year_group: null, ended_on: null });
		years.forEach((year_group, at) => {
			const pupil = id(`${name}-${at}`);
			rows.pupils.push({ id: pupil, birth_date: null, say: 1, year_group, ...noNext });
			rows.enrolments.push({
				id: `e-${pupil}`,
				pupil_id: pupil,
				group_id: group,
				starts_on: year.starts_on,
				ends_on: null
			});
		});
	}
	return rows;
}

test.each([
	['1', '2'],
	['7', '8'],
	['8', leaves],
	['11', '12'],
	['14', undefined],
	['16', leaves],
	['V', undefined],
	[null, undefined]
])('year group %s goes to %s', (was, next) => {
	expect(yearUp(was)).toBe(next);
});

test.each([
	['Groep 5a', ['5'], 'Groep 6a'],
	['3/4', ['3', '4'], '4/5'],
	['2b', ['12'], '3b'],
	['De Vlinders', ['4'], 'De Vlinders'],
	['Lokaal 12, groep 5', ['5'], 'Lokaal 12, groep 6']
])('%s becomes %s', (name, years, next) => {
	expect(nameUp(name, years)).toBe(next);
});

test('by itself every group goes one up, the last leaves, and the youngest group is made again', () => {
	const moves = movesOf(school({ 'Groep 1': ['1'], 'Groep 2': ['2', '2'], 'Groep 8': ['8'] }), year, none);
	expect(moves.lines.map(({ group, to, pupils }) => [group.name, to, pupils.length])).toEqual([
		['Groep 1', 'Groep 2', 1],
		['Groep 2', 'Groep 3', 2],
		['Groep 8', leaves, 1]
	]);
	expect(moves.made.map(({ name }) => name)).toEqual(['Groep 1', 'Groep 2', 'Groep 3']);
	expect(moves.exceptions).toEqual([]);
});

test('of a combination group is asked where each year group goes, and until then nobody of it goes anywhere', () => {
	const rows = school({ '3/4': ['3', '4', '4'] });
	const open = movesOf(rows, year, none);
	expect(open.lines.map((line) => [line.year, line.to])).toEqual([
		['3', undefined],
		['4', undefined]
	]);
	expect([...open.places]).toEqual([]);
	const group = rows.groups[0]!;
	const lines = new Map([
		[lineKey(group, '3'), '3/4'],
		[lineKey(group, '4'), 'Groep 5']
	]);
	const told = movesOf(rows, year, { ...none, lines, extra: ['Groep 5'] });
	expect([...told.places.values()]).toEqual(['3/4', 'Groep 5', 'Groep 5']);
	expect(yearIn(told.made.find(({ name }) => name === '3/4')!.years, '3')).toBe('4');
});

test('who is named goes elsewhere, and what that is called follows from where', () => {
	const rows = school({ 'Groep 4': ['4', '4', '4', '4', '4'], 'Groep 5': ['5'], 'Groep 5b': ['5'] });
	const pupils = new Map([
		[id('Groep 4-0'), 'Groep 4'],
		[id('Groep 4-1'), 'Groep 6'],
		[id('Groep 4-2'), leaves],
		[id('Groep 4-3'), 'Groep 5b'],
		[id('Groep 4-4'), 'Groep 5']
	]);
	const { exceptions, places } = movesOf(rows, year, { ...none, pupils });
	expect(exceptions.map(({ kind }) => kind)).toEqual(['repeats', 'skips', 'leaves', 'elsewhere']);
	expect(places.get(id('Groep 4-4'))).toBe('Groep 5');
});

/** Guards `known` in movesOf: an address may say anything. */
test('a group that is not among those to choose from is no choice', () => {
	const rows = school({ 'Groep 4': ['4'] });
	const lines = new Map([[lineKey(rows.groups[0]!, '4'), 'Groep 99']]);
	const pupils = new Map([[id('Groep 4-0'), 'Groep 98']]);
	expect([...movesOf(rows, year, { ...none, lines, pupils }).places.values()]).toEqual(['Groep 5']);
});

test('the next year follows the one with pupils in it', () => {
	const fresh = () => 'new';
	expect(yearAfter(school({ 'Groep 4': ['4'] }), today, fresh)?.next).toEqual({
		id: 'new',
		name: '2027-2028',
		starts_on: '2027-08-01',
		ends_on: '2028-07-31'
	});
	expect(yearAfter(school({ 'Groep 4': [] }), today, fresh)).toBeUndefined();
});
