import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, has, toggle } from './opening.ts';

test('a tap puts a sentence on a line of its own, a second tap takes it out', () => {
	const once = toggle('', 'Lezen gaat goed.');
	const twice = toggle(once, 'Tekenen gaat goed.');
	expect(twice).toBe('Lezen gaat goed.\nTekenen gaat goed.');
	expect(toggle(twice, 'Lezen gaat goed.')).toBe('Tekenen gaat goed.');
});

test('a sentence that was changed is the writer’s own, and stays', () => {
	const changed = 'Lezen gaat goed, vooral stil.';
	expect(has(changed, 'Lezen gaat goed.')).toBe(false);
	expect(toggle(changed, 'Lezen gaat goed.')).toBe(`${changed}\nLezen gaat goed.`);
});

test('what was typed is never lost by a tap', () => {
	const typed = fc.string({ minLength: 1 }).filter((text) => text.trim() === text && !text.includes('Ja.'));
	fc.assert(
		fc.property(typed, (text) => {
			expect(add(text, 'Ja.')).toContain(text);
			expect(toggle(toggle(text, 'Ja.'), 'Ja.')).toBe(text);
		})
	);
});
