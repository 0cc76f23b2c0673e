import { expect, test } from 'vitest';
import type { Voice } from '#modules/people/circle.ts';
import type { Card } from './card.ts';
import { goalsOf } from './goal.ts';

const card = (id: string, voice: Voice, why: string, state: Card['state'] = 'agreed') =>
	({ id, voice, state, wording: { why } }) as unknown as Card;
const newestFirst = [
	card('d', 'home', 'Noor rekent met plezier'),
	card('c', 'school', 'noor vlotter  leest.'),
	card('b', 'home', 'Noor vlotter leest'),
	card('a', 'home', 'Noor vlotter leest', 'ended')
];
const said = (goals: ReturnType<typeof goalsOf>) =>
	goals.map(({ why, cards }) => [why, cards.map(({ id }) => id).join('')]);

test('what is for the same stands together, the oldest goal first, school’s part first', () => {
	expect(said(goalsOf(newestFirst))).toEqual([
		['Noor vlotter leest', 'cb'],
		['Noor rekent met plezier', 'd']
	]);
});

test('one voice alone, or also what is over', () => {
	expect(said(goalsOf(newestFirst, { voice: 'school' }))).toEqual([['noor vlotter  leest.', 'c']]);
	expect(said(goalsOf(newestFirst, { withOver: true }))[0]).toEqual(['Noor vlotter leest', 'cab']);
});
