import { expect, test } from 'vitest';
import { sayFirst } from './capitals.ts';

test('a sentence begins with a capital, in Dutch also the long one', () => {
	expect(sayFirst('juf Anke', 'nl')).toBe('Juf Anke');
	expect(sayFirst('ijsbrand', 'nl')).toBe('IJsbrand');
	expect(sayFirst('', 'en')).toBe('');
});
