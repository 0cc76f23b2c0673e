import { expect, test } from 'vitest';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { mayRead } from './audience.ts';
import { householdsOf, memberOf, voiceOf, type Circle, type Member } from './circle.ts';

const member = (person: string, role: Member['role'], household: string | null = null): Member => ({
	person: person as PersonId,
	role,
	name: person,
	language: 'nl',
	household: household as HouseholdId | null,
	authority: role === 'guardian' ? 'yes' : null
});

const noor = member('Noor', 'pupil');
const samira = member('Samira', 'guardian', 'with Samira');
const grandma = member('oma', 'guardian', 'with Samira');
const youssef = member('Youssef', 'guardian', 'with Youssef');
const anke = member('juf Anke', 'staff');
const circle: Circle = {
	pupil: noor.person,
	callName: 'Noor',
	birthDate: null,
	say: 1,
	group: null,
	members: [noor, samira, grandma, youssef, anke]
};

test('parents apart each have their own home', () => {
	expect(householdsOf(circle).map(({ guardians }) => guardians.map(({ name }) => name))).toEqual([
		['Samira', 'oma'],
		['Youssef']
	]);
});

test('everyone speaks with the voice of their place', () => {
	expect([noor, samira, anke, member('logopedist', 'professional')].map(voiceOf)).toEqual([
		'child',
		'home',
		'school',
		'other'
	]);
	expect(memberOf(circle, 'a stranger' as PersonId)).toBeUndefined();
});

test.each([
	['me', []],
	['home', [grandma]],
	['adults', [grandma, youssef, anke]],
	['circle', [grandma, youssef, anke, noor]]
] as const)('what Samira writes for %s is read by her and by nobody further', (audience, readers) => {
	const reading = circle.members.filter((reader) => mayRead(audience, reader, samira));
	expect(reading.map(({ name }) => name).sort()).toEqual([samira, ...readers].map(({ name }) => name).sort());
});

test('what school writes for its own home is read by itself alone', () => {
	expect(circle.members.filter((reader) => mayRead('home', reader, anke))).toEqual([anke]);
});
