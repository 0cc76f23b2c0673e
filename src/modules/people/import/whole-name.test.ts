import { expect, test } from 'vitest';
import { splitName } from './whole-name.ts';

test.each([
	['Samira El Idrissi', ['', 'Samira', '', 'El Idrissi']],
	['Youssef Benali', ['', 'Youssef', '', 'Benali']],
	['Anna Maria de Vries', ['', 'Anna Maria', 'de', 'Vries']],
	['mevr. S. de Vries-Jansen', ['S.', '', 'de', 'Vries-Jansen']],
	['de heer  J. P. van der Berg', ['J. P.', '', 'van der', 'Berg']],
	['dhr. drs. P.A. Kok', ['P.A.', '', '', 'Kok']],
	['Vries, S. de', ['S.', '', 'de', 'Vries']],
	['de Vries, Sara', ['', 'Sara', 'de', 'Vries']],
	['El Idrissi, mevr. S.', ['S.', '', '', 'El Idrissi']],
	['Benali', ['', '', '', 'Benali']],
	['van den Berg', ['', '', 'van den', 'Berg']],
	['de', ['', '', '', 'de']],
	['Vries,', ['', '', '', 'Vries']],
	['', ['', '', '', '']]
])('%s', (whole, [voorletters, roepnaam, voorvoegsel, achternaam]) => {
	expect(splitName(whole)).toEqual({ voorletters, roepnaam, voorvoegsel, achternaam });
});
