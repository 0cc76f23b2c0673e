import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { attentionFor, attentions, type Attention, type Page } from './quality.ts';
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
