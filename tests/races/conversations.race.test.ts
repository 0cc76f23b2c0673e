import { expect, test } from 'vitest';
import * as plans from '#modules/conversations/plans.server.ts';
import * as preparations from '#modules/conversations/preparations.server.ts';
import * as recordPage from '#modules/conversations/record-page.server.ts';
import * as records from '#modules/conversations/records.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import { anke, as, carla, noor, samira } from '#seeds/cast.ts';
import { useRealDatabase } from '#tests/database.ts';

useRealDatabase();

async function planned() {
	const made = await plans.plan(as(anke), {
		...{ kind: 'concern', pupil: noor.id, people: [samira.id, carla.id], pupilInvited: false },
		...{ startsAt: new Date('2026-09-24T13:45:00Z'), minutes: 30, place: { kind: 'school' } }
	});
	if (!made.ok) throw new Error(made.reason);
	return made.value;
}

const devices = ['telefoon', 'laptop', 'tablet', 'computer op school'];

/**
 * Guards `.forNoKeyUpdate()` in `hold` of src/modules/conversations/preparation.store.server.ts. Without it all four
 * read the same answer, and the last one to write takes the place of the others.
 */
test('one preparation saved on four devices at the same moment keeps all four texts', async () => {
	const id = await planned();
	for (const question of ['well', 'hard', 'exception', 'reach'] as const) {
		const saved = await Promise.all(
			devices.map((text) => preparations.save(as(samira), id, 'own', { question, text, version: 0 }))
		);
		expect(saved.filter(({ ok }) => ok)).toHaveLength(devices.length);
		const found = await preparations.get(as(samira), id, 'own');
		const kept = found.ok && found.value.preparation.answers.find((answer) => answer.question === question)?.text;
		for (const text of devices) expect(kept).toContain(text);
	}
});

/**
 * Guards `for no key update of c` in `findToChange` of src/modules/conversations/conversation.store.server.ts. Without
 * it both colleagues merge with the same draft, and the words of one are gone.
 */
test('one record written by two colleagues at the same moment keeps the words of both', async () => {
	const id = await planned();
	await sittings.start(as(anke), id);
	await sittings.hold(as(anke), id);
	const expected: string[] = [];
	for (let round = 0; round < 5; round++) {
		const before = await recordPage.get(as(anke), id);
		const version = (before.ok && before.value.draft?.version) || 0;
		const begun = (before.ok && before.value.draft?.forAdults) || '';
		const written = [`juf Anke ${round}`, `Carla ${round}`];
		await Promise.all(
			[anke, carla].map((who, at) =>
				records.write(as(who), id, { forAdults: `${begun}\n${written[at]}`, forCircle: '', version })
			)
		);
		expected.push(...written);
		const after = await recordPage.get(as(anke), id);
		const kept = after.ok && after.value.draft?.forAdults;
		for (const words of expected) expect(kept).toContain(words);
	}
});
