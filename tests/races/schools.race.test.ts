import { expect, test } from 'vitest';
import { giveTasks } from '#modules/people/schools.server.ts';
import { as, joris, yvonne } from '#seeds/cast.ts';
import { useRealDatabase } from '#tests/database.ts';

/**
 * Guards `holdSchool` in `giveTasks` of src/modules/people/schools.server.ts. Without it each of two keepers still sees
 * the other, and both leave.
 */
useRealDatabase();

test('of two who keep the school and both take the other off it at the same moment, one is left', async () => {
	for (let round = 0; round < 10; round++) {
		await giveTasks(as(yvonne), joris.id, ['leadership']);
		await giveTasks(as(yvonne), yvonne.id, ['office']);
		const taken = await Promise.all([giveTasks(as(yvonne), joris.id, []), giveTasks(as(joris), yvonne.id, [])]);
		expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
		expect(taken.filter((answer) => !answer.ok && answer.reason === 'last-office')).toHaveLength(1);
	}
});
