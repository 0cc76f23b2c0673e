import { expect, test } from 'vitest';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { homePapers, roomPapers, teacherPapers, type PrintedTalk } from './paper.ts';
import { wallOf } from './wall.ts';

const at = (time: string, day = '24') => new Date(`2026-09-${day}T${time}:00+02:00`);
const person = (id: string, name: string, household: string | null = null) => ({
	id: id as PersonId,
	name,
	household: household as HouseholdId | null
});
const [samira, youssef] = [person('s', 'Samira', 'hers'), person('y', 'Youssef', 'his')];
const talk = (from: string, to: string, more: Partial<PrintedTalk> = {}): PrintedTalk => ({
	...{ startsAt: at(from), endsAt: at(to), callName: 'Noor', fullName: 'Noor El Idrissi', group: 'Groep 5' },
	...{ teacher: person('a', 'juf Anke'), guardians: [samira, youssef], place: 'school', location: 'Lokaal 5' },
	...more
});
const bram = { teacher: person('b', 'meester Bram'), location: 'Lokaal 3' };
const sems = talk('15:30', '15:45', { ...bram, callName: 'Sem', fullName: 'Sem El Idrissi', guardians: [samira] });

test('a teacher has the talks day by day, in the order of the clock', () => {
	const later = talk('15:00', '15:15', { startsAt: at('15:00', '25'), endsAt: at('15:15', '25') });
	const papers = teacherPapers([later, talk('15:30', '15:45'), talk('15:00', '15:15'), sems]);
	expect(papers.map(({ title }) => title)).toEqual(['juf Anke', 'meester Bram']);
	expect(papers[0]!.days.map(({ day, talks }) => [day, talks.length])).toEqual([
		['2026-09-24', 2],
		['2026-09-25', 1]
	]);
	expect(papers[0]!.days[0]!.talks[0]!.startsAt).toEqual(at('15:00'));
});

// Red when a talk with two homes stands on the sheet of one of them.
test('all children of a home are on one sheet, and the other home has a sheet of its own', () => {
	const papers = homePapers([talk('15:00', '15:15'), sems]);
	const onThem = papers.map(({ title, days }) => [
		title,
		days.flatMap(({ talks }) => talks.map((one) => one.callName))
	]);
	expect(onThem).toEqual([
		['Samira', ['Noor', 'Sem']],
		['Youssef', ['Noor']]
	]);
});

test('the sign of a room tells no child and no family, and has no talk by phone', () => {
	const papers = roomPapers([talk('15:00', '15:15'), sems, talk('16:00', '16:15', { place: 'phone', location: null })]);
	expect(papers.map(({ title }) => title)).toEqual(['Lokaal 3', 'Lokaal 5']);
	expect(JSON.stringify(papers)).not.toMatch(/Noor|Sem|Samira|Youssef|Groep/);
});

test('the screen shows who sits where now and what comes, and no more of what is over', () => {
	const names = new Map([
		['a' as PersonId, 'juf Anke'],
		['b' as PersonId, 'meester Bram']
	]);
	const time = (teacher: string, from: string, to: string, location: string) => ({
		...{ teacher: teacher as PersonId, startsAt: at(from), endsAt: at(to), location }
	});
	const times = [
		...[time('a', '15:00', '15:15', 'Lokaal 10'), time('a', '15:15', '15:30', 'Lokaal 10')],
		...[time('b', '15:30', '15:45', 'Lokaal 3'), time('b', '14:00', '14:15', 'Lokaal 3')]
	];
	const shown = wallOf(times, names, at('15:05'));
	expect(shown).toEqual([
		{ teacher: 'meester Bram', location: 'Lokaal 3', busyUntil: null, next: [at('15:30')] },
		{ teacher: 'juf Anke', location: 'Lokaal 10', busyUntil: at('15:15'), next: [at('15:15')] }
	]);
	expect(wallOf(times, names, at('15:15'))[1]).toMatchObject({ busyUntil: at('15:30'), next: [] });
	expect(wallOf(times, names, at('15:45'))).toEqual([]);
});
