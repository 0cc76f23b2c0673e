import { expect, test } from 'vitest';
import { readPdf } from '#tests/harness/read-pdf.ts';
import { drawLetters, type LetterPage } from './letter.server.ts';

const page: LetterPage = {
	...{ language: 'nl', from: 'De Linde', to: 'Wim de Boer', greeting: 'Beste Wim de Boer,', welcome: 'Doe je mee?' },
	...{ how: 'Zo kom je binnen', steps: ['Scan.', 'Typ.'], codeLabel: 'Jouw code', code: 'CDFG-HJKM-NPQR' },
	...{ until: 'Tot en met morgen.', help: 'Bel ons.' },
	square: { data: 'https://eenlijn.example/uitnodiging#CDFG-HJKM-NPQR', label: 'Vierkant om te scannen' }
};

test('each letter is a page with its own name and code, in the order given', async () => {
	const { pages } = readPdf(
		await drawLetters('Brieven', [page, { ...page, to: 'Gülşen Yıldırım-Błaszczyk', code: 'TTTT-TTTT-TTTT' }])
	);
	expect(pages).toHaveLength(2);
	for (const words of [
		'De Linde',
		'Beste Wim de Boer,',
		'2. Typ.',
		'CDFG-HJKM-NPQR',
		'Tot en met morgen.',
		'Bel ons.'
	]) {
		expect(pages[0]).toContain(words);
	}
	expect(pages[1]!.replaceAll(' ', '')).toContain('GülşenYıldırım-Błaszczyk');
	expect(pages[1]).not.toContain('CDFG-HJKM-NPQR');
});

test('it can be read aloud: tagged, with a language, a title and words for the square', async () => {
	const { whole } = readPdf(await drawLetters('Brieven van De Linde', [page]));
	expect(whole).toContain('/Marked true');
	expect(whole).toContain('/Lang (nl)');
	expect(whole).toContain('Brieven van De Linde');
	expect(whole).toContain('/DisplayDocTitle true');
	expect(whole).toContain('/Alt (Vierkant om te scannen)');
	for (const tag of ['H1', 'P', 'Figure']) expect(whole).toContain(`/S /${tag}`);
});

test('a class of letters is one small file, quickly', async () => {
	const before = performance.now();
	const bytes = await drawLetters(
		'Brieven',
		Array.from({ length: 30 }, () => page)
	);
	expect(bytes.length).toBeLessThan(300_000);
	expect(performance.now() - before).toBeLessThan(10_000);
});
