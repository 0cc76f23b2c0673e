import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { attentionFor, attentions, placeOfAttention, type Attention, type Page } from './quality.ts';
import { attentionWords } from './quality.words.ts';
import { sections } from './steps.ts';

/** A concern talk under way in which everything stands that the ten points ask for. */
const whole: Page = {
	sections,
	bringsNews: true,
	begun: true,
	said: [
		{ section: 'aim', voice: 'home' },
		{ section: 'expectation', voice: 'home' },
		{ section: 'point', voice: 'school' },
		{ section: 'well', voice: 'home' },
		{ section: 'hard', voice: 'school' },
		{ section: 'factor-teaching', voice: 'school' },
		{ section: 'goal-child', voice: 'school' },
		{ section: 'need', voice: 'home' },
		{ section: 'wish', voice: 'child' }
	],
	agreements: ['agreed'],
	nextIsKnown: true
};
const without = (...gone: string[]) => whole.said.filter(({ section }) => !gone.includes(section));

test('where everything stands, nothing is asked', () => expect(attentionFor(whole)).toEqual([]));

const table: [Attention, Partial<Page>][] = [
	['interest', { said: without('aim') }],
	['roles', { said: without('expectation') }],
	['aims', { said: without('point') }],
	['positives', { said: [...without('well'), { section: 'exception', voice: 'home' }] }],
	['views', { said: without('well').concat({ section: 'well', voice: 'school' }) }],
	['analysis', { said: without('factor-teaching') }],
	['needs', { said: without('need') }],
	['child', { said: whole.said.filter(({ voice }) => voice !== 'child') }],
	['footing', { nextIsKnown: false }],
	['agreements', { agreements: [] }],
	['answers', { agreements: ['agreed', 'proposed'] }]
];

/** *De tien aandachtspunten* of the handbook (§1), each with what asks for it; what belongs at the table waits until it begins. */
const tenPoints: [number, string, Attention[], 'before' | 'at the table'][] = [
	[1, 'common interest', ['interest'], 'before'],
	[2, 'own role and responsibility', ['roles'], 'before'],
	[3, 'clear aims', ['aims'], 'before'],
	[4, 'positives as well as concerns', ['positives'], 'before'],
	[5, 'home and school can differ', ['views'], 'before'],
	[6, 'goals follow from analysis', ['analysis'], 'before'],
	[7, 'needs of child, teacher and parents', ['needs'], 'before'],
	[8, 'child is involved', ['child'], 'before'],
	[9, 'the support route gives footing', ['footing'], 'at the table'],
	[10, 'agreements are made, written down, evaluated', ['agreements', 'answers'], 'at the table']
];

describe('the ten points of attention', () => {
	test.each(tenPoints)('%i. %s', (_, _name, asks, from) => {
		for (const attention of asks) {
			const lacking = { ...whole, ...table.find(([each]) => each === attention)![1] };
			expect(attentionFor(lacking)).toEqual([attention]);
			expect(attentionFor({ ...lacking, begun: false })).toEqual(from === 'before' ? [attention] : []);
		}
	});

	test('ten, and nothing is asked for that is none of them', () => {
		expect(tenPoints.map(([number]) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(tenPoints.flatMap(([, , asks]) => asks)).toEqual(attentions);
	});

	test('each leads to where it can be done now', () => {
		expect(Object.keys(placeOfAttention)).toEqual([...attentions]);
	});

	/** Guards "never a block": no door, use case or rule knows of them; they are drawn, and that is all. */
	test('nothing in the house waits for them', () => {
		const all = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => /\.(ts|svelte)$/.test(path));
		const readers = all.filter((path) => /\/quality\.ts'/.test(readFileSync(join('src', path), 'utf8')));
		expect(readers.filter((path) => !/quality\.(test|words)\.ts$|dev\/stories/.test(path)).sort()).toEqual([
			'modules/conversations/views/Aid.svelte',
			'modules/conversations/views/Attentions.svelte'
		]);
	});

	/** Guards "never a score": a thought has no number in it, of points, of people or of how far along. */
	test.each(['nl', 'en'] as const)('no thought counts (%s)', (locale) => {
		for (const attention of attentions) {
			const { think, act } = attentionWords[attention];
			for (const says of [think, act]) expect(says({ name: 'Noor' }, { locale })).not.toMatch(/\d|%|score/i);
		}
	});
});

describe('each point, when it is missing and only then', () => {
	test.each(table)('%s', (attention, page) => expect(attentionFor({ ...whole, ...page })).toEqual([attention]));

	test('none is left out of the table', () => expect(table.map(([attention]) => attention)).toEqual(attentions));
});

test('what belongs at the table is not asked before it begins', () => {
	const page = { ...whole, begun: false, agreements: [], nextIsKnown: false };
	expect(attentionFor(page)).toEqual([]);
});

test('a start talk is asked for a subject and for the child’s voice, and for nothing else', () => {
	const start: Page = {
		...{ sections: ['point', 'challenge', 'learn', 'wish', 'opportunity', 'contact'], bringsNews: false, begun: false },
		...{ said: [], agreements: [], nextIsKnown: false }
	};
	expect(attentionFor(start)).toEqual(['aims', 'child']);
});

test('of a talk without steps nothing is asked', () => {
	expect(attentionFor({ ...whole, sections: [], said: [], agreements: ['proposed'] })).toEqual([]);
});

test('no words at all: no worry is weighed, and nobody is told to take sides', () => {
	const asked = attentionFor({ ...whole, said: [] });
	expect(asked).not.toContain('positives');
	expect(asked).not.toContain('views');
});

test('two of the same never count for more: it is no score', () => {
	const said = fc.array(
		fc.record({ section: fc.constantFrom(...sections), voice: fc.constantFrom('home', 'child', 'school', 'other') })
	);
	fc.assert(
		fc.property(said, (words) => {
			const page = { ...whole, said: words } as Page;
			expect(attentionFor({ ...page, said: [...page.said, ...page.said] })).toEqual(attentionFor(page));
		})
	);
});
