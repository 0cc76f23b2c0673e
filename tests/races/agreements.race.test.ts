import { expect, test } from 'vitest';
import * as agreements from '#modules/agreements/agreements.server.ts';
import { remind } from '#modules/agreements/follow-ups.server.ts';
import { accept, adapt, decline, propose, withdraw } from '#modules/agreements/handshakes.server.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, carla, noor, samira, samirasHome, youssef } from '#seeds/cast.ts';
import { facts, useRealDatabase } from '#tests/database.ts';

/**
 * Guards `.forUpdate()` in `hold` of src/modules/agreements/agreement.store.server.ts. Without it both answers below
 * are given to the same version, and both are told to the others.
 */
useRealDatabase();

const reading = {
	pupil: noor.id,
	kind: 'do',
	owner: { household: samirasHome },
	audience: 'circle',
	wording: { what: 'lezen voor', why: 'Noor woorden leert', rhythm: 'elke avond', by: null, how: '', helpers: '' },
	evaluateOn: '2026-12-03' as Day
} as const;

async function proposed() {
	const made = await propose(as(anke), reading);
	if (!made.ok) throw new Error(made.reason);
	return made.value.id;
}

test('of four answers at the same moment one counts, and the others hear that it has just changed', async () => {
	for (let round = 0; round < 10; round++) {
		const id = await proposed();
		const answers = await Promise.all([
			accept(as(samira), id, { seen: 1 }),
			withdraw(as(anke), id, { seen: 1 }),
			adapt(as(samira), id, { seen: 1, wording: reading.wording, evaluateOn: reading.evaluateOn }),
			decline(as(samira), id, { seen: 1, words: '' })
		]);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		expect(answers.filter((answer) => !answer.ok && answer.reason === 'changed')).toHaveLength(3);
		const found = await agreements.get(as(youssef), id);
		expect(found.ok && found.value.scene.agreement).toMatchObject({ version: 2, steps: { length: 2 } });
	}
	expect(await facts()).toHaveLength(20);
});

test('two who remind at the same moment send one reminder', async () => {
	for (let round = 0; round < 10; round++) {
		const id = await proposed();
		await accept(as(samira), id, { seen: 1 });
		const reminders = await Promise.all([anke, carla, youssef].map((who) => remind(as(who), id)));
		expect(reminders.filter(({ ok }) => ok)).toHaveLength(1);
	}
});
