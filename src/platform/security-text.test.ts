import { expect, test } from 'vitest';
import { securityText } from './security-text.ts';

test('security.txt says what RFC 9116 asks for, and ends within a year', () => {
	const now = new Date('2026-09-22T07:15:00Z');
	const text = securityText({ origin: 'https://eenlijn.example', contact: 'mailto:veilig@eenlijn.example', now });
	const field = (name: string) => text.split('\n').filter((line) => line.startsWith(`${name}: `));
	expect(field('Contact')).toEqual(['Contact: mailto:veilig@eenlijn.example']);
	expect(field('Preferred-Languages')).toEqual(['Preferred-Languages: nl, en']);
	expect(field('Canonical')).toEqual(['Canonical: https://eenlijn.example/.well-known/security.txt']);
	const [expires] = field('Expires');
	const days = (Date.parse(expires!.slice(9)) - now.getTime()) / 86_400_000;
	expect(days).toBeGreaterThan(30);
	expect(days).toBeLessThan(365);
});
