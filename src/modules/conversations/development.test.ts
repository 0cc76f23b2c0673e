import { describe, expect, test } from 'vitest';
import { voices, type Circle, type Member } from '#modules/people/circle.ts';
import { sayings } from '#modules/people/say.ts';
import type { PersonId } from '#platform/ids.ts';
import { no } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import { autumn } from '#seeds/cast.ts';
import { mayReadNote, mayShowOwnWork, mayTakeBack, mayWriteAs } from './development.access.ts';
import * as rules from './development.ts';
import { hasRoom, mediumOf, mostOfChild } from './evidence.ts';

const [samira, youssef, anke, noor, grandfather] = ['s', 'y', 'a', 'n', 'g'] as unknown as PersonId[];
const later = new Date(autumn.getTime() + 8 * 24 * 60 * 60_000);
const note: rules.Development = {
	...{ id: 'd' as rules.DevelopmentId, pupil: noor!, author: samira!, voice: 'home', domain: 'talents' },
	...{ words: 'Bouwt een stad', audience: 'circle', version: 2, writtenAt: autumn, rewordedAt: null, withdrawnAt: null }
};
const said = { words: 'Bouwt een brug', domain: 'talents', audience: 'circle' } as const;

test('for whom: the child’s words for all around it, school hides nothing from the guardians, a home may keep to itself', () => {
	const table = voices.map((own) => [own, rules.audiencesFor(own, own), rules.audiencesFor('child', own)]);
	expect(table).toEqual([
		['child', ['circle'], ['circle']],
		['home', ['circle', 'adults', 'home'], ['circle']],
		['school', ['circle', 'adults'], ['circle']],
		['other', ['circle', 'adults'], ['circle']]
	]);
});

describe('only its writer changes a note', () => {
	test('and nobody else', () => {
		expect(rules.reword(note, anke!, { ...said, version: 2 }, false, later)).toEqual(no('not-yours'));
		expect(rules.withdraw(note, anke!, later)).toEqual(no('not-yours'));
		expect(rules.restore(note, anke!, later)).toEqual(no('not-yours'));
	});
	test('on the version that was on the screen', () => {
		expect(rules.reword(note, samira!, { ...said, version: 1 }, false, later)).toEqual(no('changed'));
		expect(rules.reword(note, samira!, { ...said, version: 2 }, false, later)).toMatchObject({
			ok: true,
			value: { words: 'Bouwt een brug', version: 3, rewordedAt: later }
		});
	});
	test('the same words on an old version are no conflict: the answer was lost on the way', () => {
		const { words, domain, audience } = note;
		expect(rules.reword(note, samira!, { words, domain, audience, version: 1 }, false, later)).toMatchObject({
			ok: true
		});
	});
	test('what lies at a talk is not taken home', () => {
		const home = { ...said, audience: 'home', version: 2 } as const;
		expect(rules.reword(note, samira!, home, true, later)).toEqual(no('shown'));
		expect(rules.reword(note, samira!, home, false, later)).toMatchObject({ ok: true });
	});
});

test('for a week it can be put back', () => {
	const withdrawn = { ...note, withdrawnAt: autumn };
	const soon = new Date(autumn.getTime() + 6 * 24 * 60 * 60_000);
	expect(rules.restore(withdrawn, samira!, soon)).toMatchObject({ ok: true, value: { withdrawnAt: null } });
	expect(rules.restore(withdrawn, samira!, later)).toEqual(no('too-late'));
});

const member = (person: PersonId | undefined, role: Member['role'], household: string | null = null) =>
	({ person: person!, role, household, name: '', language: 'nl', authority: null }) as Member;
const members = [
	member(samira, 'guardian', 'one'),
	member(youssef, 'guardian', 'two'),
	member(anke, 'staff'),
	member(noor, 'pupil'),
	member(grandfather, 'other')
];
const circle = { pupil: noor, callName: 'Noor', birthDate: '2018-09-22', say: 2, group: null, members } as Circle;

test('who reads what: within its audience, and nobody what was taken back', () => {
	const readers = (audience: rules.NoteAudience, withdrawnAt: Date | null = null) =>
		members.filter((reader) => mayReadNote({ author: samira!, audience, withdrawnAt }, circle, reader));
	expect(readers('circle')).toEqual(members);
	expect(readers('adults').map(({ person }) => person)).toEqual([samira, youssef, anke]);
	expect(readers('home').map(({ person }) => person)).toEqual([samira]);
	expect(readers('circle', autumn)).toEqual([]);
});

test('nobody speaks in another’s voice; an adult writes down what the child says', () => {
	const by = (index: number) =>
		voices.filter((voice) => mayWriteAs({ ...circle, say: 3 }, members[index]!, voice, '2026-09-22' as Day));
	expect([by(0), by(2), by(3), by(4)]).toEqual([['child', 'home'], ['child', 'school'], ['child'], ['child', 'other']]);
});

test('from eight on a child that signs in shows its own work, also where it only reads yet', () => {
	const on = (day: string) => sayings.map((say) => mayShowOwnWork({ ...circle, say }, day as Day));
	expect(on('2026-09-21')).toEqual([false, false, false, false]);
	expect(on('2026-09-22')).toEqual([false, true, true, true]);
	expect(mayWriteAs(circle, members[3]!, 'child', '2026-09-21' as Day)).toBe(false);
	expect(mayWriteAs(circle, members[3]!, 'child', '2026-09-22' as Day)).toBe(true);
});

test('from the table it is taken by who brought it, or wrote it', () => {
	expect(mayTakeBack(anke, note, members[2]!)).toBe(true);
	expect(mayTakeBack(anke, note, members[0]!)).toBe(true);
	expect(mayTakeBack(anke, note, members[1]!)).toBe(false);
	expect(mayTakeBack(undefined, note, members[1]!)).toBe(false);
});

test('who was let in stands with the home that let them in, a professional with school', () => {
	expect(voices.map((voice) => rules.laneOf({ voice }, false))).toEqual(['child', 'home', 'school', 'home']);
	expect(rules.laneOf({ voice: 'other' }, true)).toBe('school');
});

test('there is room for so much of one child, and what can be done with a file follows from what it is', () => {
	expect([hasRoom(0, mostOfChild), hasRoom(1, mostOfChild)]).toEqual([true, false]);
	expect((['image/png', 'audio/mpeg', 'application/pdf'] as const).map(mediumOf)).toEqual([
		'picture',
		'sound',
		'document'
	]);
});
