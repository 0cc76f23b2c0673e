import { expect, test } from 'vitest';
import { asDomain, asIssuer, domainOf, isOpenAddress } from './oidc.ts';

test.each([
	['https://login.microsoftonline.com/1/v2.0', true],
	['http://login.example.org', false],
	['https://user:pass@example.org', false],
	['https://example.org/?a=1', false],
	['https://10.0.0.1', false],
	['https://[::1]/', false],
	['https://db', false],
	['https://db.internal', false],
	['http://localhost:4000', false],
	['javascript:alert(1)', false]
])('%s may be a provider: %s', (address, may) => {
	expect(asIssuer(address)).toBe(may ? address : undefined);
	expect(isOpenAddress(new URL(address))).toBe(may || address.includes('?') || address.includes('@'));
});

test('for who tries things out a provider may run on this machine, and on no other without https', () => {
	expect(asIssuer('http://localhost:4000', true)).toBe('http://localhost:4000');
	expect(asIssuer('http://10.0.0.1', true)).toBeUndefined();
});

test('a school’s addresses end in a name of its own', () => {
	expect(asDomain(' @DeLinde.nl ')).toBe('delinde.nl');
	for (const domain of ['gmail.com', 'nl', 'de linde.nl', 'a@b.nl', '-a.nl']) expect(asDomain(domain)).toBeUndefined();
	expect(domainOf('Anke@School.example.org')).toBe('school.example.org');
});
