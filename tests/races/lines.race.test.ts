import { expect, test } from 'vitest';
import * as lines from '#modules/people/lines.server.ts';
import { anke, as, noor, samira, youssef } from '#seeds/cast.ts';
import { facts, useRealDatabase } from '#tests/database.ts';

/**
 * Guards the `for no key update` of `findToChange` in src/modules/people/line.store.server.ts. Without it neither home sees
 * the other's yes, and what all three said yes to never holds.
 */
useRealDatabase();

test('two homes that say yes at the same moment: the last yes makes it hold, and it is told once', async () => {
	for (let round = 0; round < 10; round++) {
		expect(await lines.propose(as(anke), noor.id, 'to-whom', `Nieuws gaat naar beide huizen (${round})`)).toMatchObject(
			{
				ok: true
			}
		);
		const seen = await lines.get(as(anke), noor.id);
		const id = seen.ok && seen.value.parts.find(({ proposed }) => proposed)!.proposed!.id;
		if (!id) throw new Error('Nothing was proposed.');
		const answers = await Promise.all([samira, youssef].map((who) => lines.accept(as(who), noor.id, id)));
		expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
		const after = await lines.get(as(anke), noor.id);
		const part = after.ok && after.value.parts.find((one) => one.agreed?.wording.includes(`(${round})`));
		expect(part).toMatchObject({ proposed: null });
	}
	const told = await facts();
	expect(told.filter((fact) => fact === 'line.agreed')).toHaveLength(10);
});
