import { afterAll, describe, expect, test } from 'vitest';
import * as m from '#words/compiled/messages.js';
import { getLocale, overwriteGetLocale } from '#words/compiled/runtime.js';
import type { Step } from './four-steps.ts';
import { hints, remarksOn, type Hint } from './writing.ts';
import { remarkWords } from './writing.words.ts';

type Kind = (typeof hints)[Hint];
/** Each of the four (handbook §4.6) at the step that it hides, in both languages; and beside it what the step is meant for. */
const examples: [Step, Kind, 'nl' | 'en', string, string][] = [
	['observation', 'judgement', 'nl', 'Noor is lui.', 'Noor had maandag en dinsdag geen boek bij zich.'],
	['observation', 'judgement', 'en', 'Noor is lazy.', 'Noor came without her book on Monday and Tuesday.'],
	['feeling', 'pseudo-feeling', 'nl', 'Ik voel me niet serieus genomen.', 'Ik voel me verdrietig.'],
	['feeling', 'pseudo-feeling', 'en', 'I feel not taken seriously.', 'I feel sad.'],
	['feeling', 'pseudo-feeling', 'nl', 'Ik heb het gevoel dat jullie niet luisteren.', 'Ik ben bang.'],
	['feeling', 'pseudo-feeling', 'en', 'I feel that you do not listen.', 'I am scared.'],
	['need', 'strategy', 'nl', 'Ik heb nodig dat jullie bellen.', 'Ik heb behoefte aan duidelijkheid.'],
	['need', 'strategy', 'en', 'I need you to call.', 'I need clarity.'],
	['need', 'strategy', 'nl', 'Noor heeft bijles nodig.', 'Noor heeft steun nodig.'],
	['need', 'strategy', 'en', 'Noor needs a tutor.', 'Noor needs support.'],
	['request', 'demand', 'nl', 'Jullie moeten donderdag bellen.', 'Willen jullie donderdag bellen?'],
	['request', 'demand', 'en', 'You must call on Thursday.', 'Would you call on Thursday?']
];

describe('judgements, pseudo-feelings, strategies and demands, each at its step', () => {
	test.each(examples)('%s, %s (%s): %s', (step, kind, _, hidden, meant) => {
		expect(remarksOn(step, hidden).map(({ hint }) => hints[hint])).toContain(kind);
		expect(remarksOn(step, meant)).toEqual([]);
	});

	test('none of the four is left out, in either language', () => {
		for (const language of ['nl', 'en']) {
			const seen = examples.filter((each) => each[2] === language).map(([, kind]) => kind);
			expect(new Set(seen)).toEqual(new Set(Object.values(hints)));
		}
	});
});

/** What nobody wants to read about their own words: blame, a rule, a raised voice. */
const unkind = {
	nl: /\b(fout|verkeerd|slecht|moet|mag niet|verboden|helaas|let op|onjuist|niet toegestaan)\b|!/i,
	en: /\b(wrong|mistake|bad|should|must|not allowed|forbidden|incorrect|unfortunately|warning)\b|!/i
};

/** Guards the sentences of the aid: it asks, and leaves the choice. */
describe.each(['nl', 'en'] as const)('the aid says it kindly (%s)', (locale) => {
	const usual = getLocale;
	afterAll(() => overwriteGetLocale(usual));
	const said = (hint: Hint, behind = false) => {
		overwriteGetLocale(() => locale);
		return remarkWords({
			...{ hint, words: 'X', at: 0 },
			...(behind && { behind: { feelings: ['sad', 'tired'] as const, need: 'respect' as const } })
		});
	};

	test.each(Object.keys(hints) as Hint[])('%s', (hint) => {
		for (const sentence of hint === 'doing' ? [said(hint), said(hint, true)] : [said(hint)]) {
			expect(sentence).toContain('‘X’');
			expect(sentence).not.toMatch(unkind[locale]);
			expect(sentence, 'it asks or offers').toMatch(/\?|zoals|such as/);
			// The aid keeps to what it asks of others.
			expect(remarksOn('observation', sentence.replaceAll('‘X’', '…'))).toEqual([]);
		}
	});

	test('and that it may be left as it is', () => {
		expect(m.hard_hint_advice({}, { locale })).toMatch(locale === 'nl' ? /laten staan/ : /leave it/);
	});
});
