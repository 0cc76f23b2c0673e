import { expect, test } from 'vitest';
import { differences, linesOf } from './eyes.ts';

test('the words of a page are those in its middle, each line once', () => {
	const html =
		'<nav><p>Vandaag</p></nav><main id="main"><h1>Noor</h1><p>juf  Anke &amp; Carla</p><style>p{}</style><li>Noor</li></main>';
	expect(linesOf(html)).toEqual(['Noor', 'juf Anke & Carla']);
});

test('what differs is what some read and others do not; who does not find the page does not count', () => {
	const mother = { found: true, lines: ['Noor', '06 12'] };
	const father = { found: true, lines: ['Noor'] };
	const stranger = { found: false, lines: ['Deze pagina is er niet.'] };
	expect(differences([mother, father, stranger])).toEqual([{ line: '06 12', seen: [true, false, false] }]);
});
