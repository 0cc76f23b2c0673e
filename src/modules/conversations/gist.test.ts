import { expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import { beginningOf, gistOf } from './gist.ts';
import { draftWords } from './gist.words.ts';
import type { Section } from './steps.ts';
import type { Speaker, Speakers } from './speaker.ts';

const said = (section: Section, text: string, audience: Entry['audience'] = 'adults') =>
	({ id: text, section, text, audience, person: section === 'wish' ? 'noor' : 'anke' }) as Entry;
const speakers: Speakers = Object.fromEntries([
	['anke', { person: 'anke', name: 'juf Anke', voice: 'school' } as Speaker],
	['noor', { person: 'noor', name: 'Noor', voice: 'child' } as Speaker]
]);
const about = { name: 'Noor', isReader: false };
const entries = [
	said('aim', 'Elkaar leren kennen'),
	said('goal-child', 'Durven vragen'),
	said('hard', 'Vragen stellen'),
	said('well', 'Voorlezen', 'circle'),
	said('wish', 'Vooraan zitten', 'circle')
];

test('a record starts from what was said, in the order of the steps; how the talk was opened stays out', () => {
	const gist = gistOf('concern', entries, () => true);
	expect(gist.steps.map(({ step, said: each }) => [step, each.map(({ text }) => text)])).toEqual([
		['overview', ['Vragen stellen', 'Voorlezen', 'Vooraan zitten']],
		['outlook', ['Durven vragen']]
	]);
	expect(gist.leftOut).toBe(0);
});

test('what not every reader of the record may hear stays out, and the chair hears how much that is', () => {
	const gist = gistOf('concern', entries, ({ text }) => text !== 'Vragen stellen');
	expect(JSON.stringify(gist.steps)).not.toContain('Vragen stellen');
	expect(gist.leftOut).toBe(1);
});

test('its words name who said it; the child is spoken to, and hears its own wish', () => {
	const words = draftWords(
		gistOf('concern', entries, () => true),
		about,
		speakers
	);
	expect(words.forAdults).toContain('Voorlezen');
	expect(words.forAdults).toMatch(/juf Anke\): Vragen stellen/);
	expect(words.forCircle).toContain('Vooraan zitten');
	expect(words.forCircle).not.toContain('Vragen stellen');
	expect(
		draftWords(
			gistOf('concern', [], () => true),
			about,
			speakers
		)
	).toMatchObject({ forAdults: '' });
});

test.each([
	['kort', 'kort'],
	[`Een hele zin. ${'woord '.repeat(60)}`, 'Een hele zin. …'],
	[`${'woord '.repeat(60)}`, `${'woord '.repeat(39)}woord …`]
])('long words are shortened at a sentence or a word: %#', (text, short) => {
	expect(beginningOf(text)).toBe(short);
});
