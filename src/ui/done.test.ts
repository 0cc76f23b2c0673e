import { expect, it } from 'vitest';
import { sayDone } from './done.ts';

const words = { open: () => 'De ronde is open.' };

it('says what was done, and nothing about what is no deed of this page', () => {
	expect(sayDone(words, 'open')).toBe('De ronde is open.');
	for (const done of [null, '', 'shut', 'valueOf', 'constructor', '__proto__']) {
		expect(sayDone(words, done)).toBeUndefined();
	}
});
