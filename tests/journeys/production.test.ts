import { expect, test } from 'vitest';
import { build, isFresh } from '../../scripts/build.ts';
import { onlyInTrial, trialWordsIn } from '#tests/harness/production.ts';

test('nothing of /dev is in the production build, and all of it is in the trial', async () => {
	for (const which of ['production', 'trial'] as const) if (!isFresh(which)) await build(which);
	expect(trialWordsIn('build/production')).toEqual([]);
	const seen = trialWordsIn('build/trial').join('\n');
	for (const word of onlyInTrial.slice(0, 2)) expect(seen).toContain(word);
}, 180_000);
