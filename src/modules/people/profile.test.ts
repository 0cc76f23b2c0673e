import { describe, expect, test } from 'vitest';
import { readWish } from './profile.input.ts';
import { guessesFor, isSaid, nothingSaid, pieces, type Profile } from './profile.ts';
import { wishesInWords } from './profile.words.ts';

const administration = { homeLanguage: 'ar', interpreter: true };

describe('what school thought', () => {
	test('is a question about the language and an interpreter, and about nothing else', () => {
		expect(guessesFor(nothingSaid, [], administration)).toEqual([
			{ piece: 'speaks', language: 'ar' },
			{ piece: 'interpreter', language: 'ar' }
		]);
	});
	test('is not asked again when it was answered', () => {
		expect(guessesFor(nothingSaid, ['speaks', 'interpreter'], administration)).toEqual([]);
	});
	test('is nothing beside what was said', () => {
		const said = { ...nothingSaid, speaks: ['ary'], interpreter: 'ary' };
		expect(guessesFor(said, [], administration)).toEqual([]);
	});
	test('is nothing when it is Dutch, or when there is no language to name', () => {
		expect(guessesFor(nothingSaid, [], { homeLanguage: 'nl', interpreter: false })).toEqual([]);
		expect(guessesFor(nothingSaid, [], { homeLanguage: null, interpreter: true })).toEqual([]);
	});
});

const everything: Profile = {
	reads: ['ar', 'en'],
	speaks: ['ary'],
	readAloud: true,
	pictures: true,
	interpreter: 'ar',
	channel: 'phone',
	callWhen: 'na half vier',
	ownTalk: true
};

test('every piece that is said is one sentence, worded as a wish; nothing said is no sentence', () => {
	expect(wishesInWords(nothingSaid, 'Huda', 'nl')).toEqual([]);
	expect(pieces.every((piece) => isSaid(everything, piece))).toBe(true);
	expect(wishesInWords(everything, 'Huda', 'nl')).toEqual([
		'Huda leest graag Arabisch en Engels.',
		'Huda spreekt graag Marokkaans Arabisch.',
		'Huda hoort een tekst liever dan die zelf te lezen.',
		'Huda ziet er graag plaatjes bij.',
		'Huda heeft bij een gesprek graag een tolk: Arabisch.',
		'Huda wordt liever gebeld.',
		'Bellen kan volgens Huda: na half vier',
		'Huda heeft graag een eigen gesprek.'
	]);
});

describe('a form', () => {
	const form = (...entries: [string, string][]) => {
		const data = new FormData();
		for (const [name, value] of entries) data.append(name, value);
		return readWish(data);
	};
	test('gives languages in order, each once, without the places left empty', () => {
		const languages = ['', 'ar', 'en', 'ar'].map((one): [string, string] => ['language', one]);
		expect(form(['piece', 'reads'], ...languages)).toEqual({ reads: ['ar', 'en'] });
	});
	test('of a tick that is gone takes the wish back', () => {
		expect(form(['piece', 'pictures'])).toEqual({ pictures: false });
	});
	test('that this page does not offer gives nothing', () => {
		expect(form(['piece', 'label'])).toBeUndefined();
		expect(form(['piece', 'channel'], ['wish', 'pigeon'])).toBeUndefined();
		expect(form(['piece', 'reads'], ['language', '<script>'])).toEqual({ reads: [] });
	});
});
