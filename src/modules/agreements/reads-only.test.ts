import { expect, test } from 'vitest';
import { answerStep, proposeStep } from '#modules/people/says.server.ts';
import { no, ok } from '#platform/outcome.ts';
import { anke, as, noor, samira, youssef } from '#seeds/cast.ts';
import { agreeStep } from '#seeds/own-step.ts';
import { useDatabase } from '#tests/database.ts';
import { propose } from './handshakes.server.ts';

useDatabase();

test('who reads its own pages and does not answer for itself yet changes nothing there', async () => {
	const proposal = {
		...{ pupil: noor.id, kind: 'do' as const, owner: { person: noor.id }, audience: 'circle' as const },
		wording: { what: 'leest', why: 'ze dat wil', rhythm: 'elke dag', by: null, how: '', helpers: '' },
		evaluateOn: '2026-12-03' as never
	};
	await agreeStep(as(anke), [as(samira), as(youssef)], noor.id, 2);
	// Red without `onlyReads` in circles.server.ts.
	expect(await propose(as(noor), proposal)).toEqual(no('missing'));
	expect(await proposeStep(as(noor), noor.id, 3)).toEqual(ok(undefined));
	for (const guardian of [samira, youssef]) await answerStep(as(guardian), noor.id, { yes: true, withChild: false });
	expect(await propose(as(noor), proposal)).toMatchObject({ ok: true });
});
