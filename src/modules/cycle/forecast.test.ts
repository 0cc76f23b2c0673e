import { expect, test } from 'vitest';
import type { GroupId, PersonId } from '#platform/ids.ts';
import { momentOf, type Day, type Time } from '#platform/time.ts';
import { forecastOf, type Ground } from './forecast.ts';

const [five, six] = ['5', '6'] as GroupId[] as [GroupId, GroupId];
const [anke, bram] = ['anke', 'bram'] as PersonId[] as [PersonId, PersonId];
const on = (from: string, to: string) => ({
	startsAt: momentOf('2026-09-22' as Day, from as Time),
	endsAt: momentOf('2026-09-22' as Day, to as Time)
});
const ground: Ground = {
	groups: [
		{ id: five, name: 'Groep 5', pupils: 8, drawn: 2 },
		{ id: six, name: 'Groep 6', pupils: 4, drawn: 0 }
	],
	teaching: [
		{ group: five, teacher: anke, name: 'juf Anke' },
		{ group: six, teacher: bram, name: 'meester Bram' }
	],
	blocks: [
		{ ...on('15:00', '16:30'), teacher: anke },
		{ ...on('18:30', '19:30'), teacher: bram }
	],
	holidays: []
};
const sketch = { kind: 'start', mode: 'choose', groups: [five, six], minutes: 15, groupMinutes: {} } as const;

test('what each team must offer, in talks and in minutes, and which evening is missing', () => {
	expect(forecastOf(ground, { ...sketch, groups: [five, six] })).toEqual([
		{
			...{ groups: ['Groep 5'], teachers: ['juf Anke'], minutes: 120 },
			count: { talks: 8, slots: 6, short: 2, shortMinutes: 30, evening: false }
		},
		{
			...{ groups: ['Groep 6'], teachers: ['meester Bram'], minutes: 60 },
			count: { talks: 4, slots: 4, short: 0, shortMinutes: 0, evening: true }
		}
	]);
});

test('a group with a length of its own needs more; another round counts only who was drawn', () => {
	const longer = forecastOf(ground, { ...sketch, groups: [five], groupMinutes: { [five]: 30 } });
	expect(longer).toMatchObject([{ minutes: 240, count: { slots: 3, short: 5 } }]);
	expect(forecastOf(ground, { ...sketch, kind: 'progress', groups: [five] })).toMatchObject([{ count: { talks: 2 } }]);
});

test('who shares a group offers together, and a group without a teacher is told as such', () => {
	const shared = { ...ground, teaching: [...ground.teaching, { group: five, teacher: bram, name: 'meester Bram' }] };
	expect(forecastOf(shared, { ...sketch, groups: [five, six] })).toMatchObject([
		{ teachers: ['juf Anke', 'meester Bram'], count: { talks: 12, slots: 10, evening: true } }
	]);
	expect(forecastOf({ ...ground, teaching: [] }, { ...sketch, groups: [five] })).toMatchObject([{ teachers: [] }]);
});

test('without a group or a length there is nothing to reckon yet', () => {
	expect(forecastOf(ground, { ...sketch, groups: [] })).toEqual([]);
	expect(forecastOf(ground, { ...sketch, groups: [five], minutes: undefined })).toEqual([]);
	expect(forecastOf(ground, { ...sketch, groups: [five], minutes: 3 })).toEqual([]);
});
