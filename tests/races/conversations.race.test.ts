import { expect, test } from 'vitest';
import * as chairs from '#modules/conversations/chairs.server.ts';
import * as plans from '#modules/conversations/plans.server.ts';
import * as preparations from '#modules/conversations/preparations.server.ts';
import * as recordPage from '#modules/conversations/record-page.server.ts';
import * as records from '#modules/conversations/records.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import * as table from '#modules/conversations/table.server.ts';
import { anke, as, carla, noor, samira } from '#seeds/cast.ts';
import { useRealDatabase } from '#tests/database.ts';

useRealDatabase();

async function planned(day = 0) {
	const made = await plans.plan(as(anke), {
		...{ kind: 'concern', pupil: noor.id, people: [samira.id, carla.id], pupilInvited: false },
		...{ startsAt: afternoonAfter(day), minutes: 30, place: { kind: 'school' } }
	});
	if (!made.ok) throw new Error(made.reason);
	return made.value;
}

const afternoonAfter = (days: number) => new Date(Date.UTC(2026, 8, 24 + days, 13, 45));

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

/**
 * Guards `findToChange` in `appoint` of src/modules/conversations/chairs.server.ts. With `find` it reads the talk before the
 * other's word stands, and writes it back as it was: who led it said that none is needed, and the word is gone.
 */
test('while who leads it says that no next moment is needed, a colleague is put in the lead: nothing is undone', async () => {
	for (let round = 0; round < 8; round++) {
		const id = await planned(round);
		const [said, handed] = await Promise.all([
			sittings.followUp(as(anke), id, { nextOn: null, noneNeeded: true }),
			chairs.appoint(as(anke), id, carla.id)
		]);
		expect(handed.ok).toBe(true);
		const now = await standsOn(id);
		expect(now).toEqual({ chair: carla.id, noneNeeded: said.ok });
		if (!said.ok) expect(said.reason).toBe('refused');
	}
});

/** The same guard, at the record. */
test('what the chair writes stays while a colleague is put in the lead', async () => {
	const id = await planned();
	await sittings.start(as(anke), id);
	await sittings.hold(as(anke), id);
	const [written, handed] = await Promise.all([
		records.write(as(anke), id, { forAdults: 'Wat we zagen', forCircle: 'Samen', version: 0 }),
		chairs.appoint(as(anke), id, carla.id)
	]);
	expect([written.ok, handed.ok]).toEqual([true, true]);
	const seen = await recordPage.get(as(carla), id);
	expect(seen.ok && seen.value.draft).toMatchObject({ forAdults: 'Wat we zagen', forCircle: 'Samen' });
	expect(seen.ok && seen.value.talk).toMatchObject({ chair: carla.id, state: 'held' });
});

async function standsOn(id: Awaited<ReturnType<typeof planned>>) {
	const seen = await table.get(as(samira), id);
	if (!seen.ok) throw new Error(seen.reason);
	const { chair, noneNeeded } = seen.value.talk;
	return { chair, noneNeeded };
}
