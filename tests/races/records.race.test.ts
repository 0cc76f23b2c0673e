import { expect, test } from 'vitest';
import { lookBackOn } from '#modules/agreements/evaluations.server.ts';
import { accept, propose } from '#modules/agreements/handshakes.server.ts';
import * as plans from '#modules/conversations/plans.server.ts';
import * as recordPage from '#modules/conversations/record-page.server.ts';
import * as records from '#modules/conversations/records.server.ts';
import * as retellings from '#modules/conversations/retellings.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, carla, deLinde, noor, samira, samirasHome } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { sound } from '#tests/access/record-rows.ts';
import { asOwner, useRealDatabase } from '#tests/database.ts';

useRealDatabase();

const draft = (forAdults: string, version: number) => ({ forAdults, forCircle: 'Samen.', version });

async function held(at: number) {
	const id = value(
		await plans.plan(as(anke), {
			...{ kind: 'concern', pupil: noor.id, people: [samira.id, carla.id], pupilInvited: false },
			...{ startsAt: new Date(Date.UTC(2026, 8, 24, 6 + at)), minutes: 30, place: { kind: 'school' } }
		})
	);
	value(await sittings.start(as(anke), id));
	value(await sittings.hold(as(anke), id));
	return id;
}

const page = async (id: ConversationId) => value(await recordPage.get(as(anke), id));

/**
 * Guards `seen === written.version` in `seenIn` (src/modules/conversations/records.server.ts): without it, what a colleague wrote
 * at that moment is shared unread. The lock in `leadingIn` is held by the test of four who amend.
 */
test('shared while a colleague writes: what was on the screen is shared or nothing, and no word is lost', async () => {
	for (let round = 0; round < 6; round++) {
		const id = await held(round);
		value(await records.write(as(anke), id, draft('Anke', 0)));
		const [shared, written] = await Promise.all([
			records.record(as(anke), id, 1),
			records.write(as(carla), id, draft('Anke\nCarla', 1))
		]);
		const { record, draft: kept } = await page(id);
		expect(written.ok).toBe(true);
		expect(kept?.forAdults).toContain('Carla');
		expect(record?.forAdults).toBe(shared.ok ? 'Anke' : undefined);
		if (!shared.ok) expect(shared.reason).toBe('conflict');
	}
});

/** Guards `findToChange` in `leadingIn` too: without it both read the same last edition, and one falls over its number. */
test('amended by four at the same moment there is one new edition, and the others hear that nothing changed', async () => {
	for (let round = 0; round < 4; round++) {
		const id = await held(round);
		value(await records.write(as(anke), id, draft('Eerst', 0)));
		value(await records.record(as(anke), id, 1));
		value(await records.write(as(anke), id, draft('Daarna', 1)));
		const amended = await Promise.all([anke, carla, anke, carla].map((who) => records.amend(as(who), id, 2)));
		expect(amended.filter(({ ok }) => ok)).toHaveLength(1);
		expect(amended.flatMap((one) => (one.ok ? [] : one.reason))).toEqual(Array(3).fill('nothing-changed'));
		expect((await page(id)).record).toMatchObject({ number: 2, forAdults: 'Daarna' });
	}
});

/** Guards `talks.findToChange` in `mine` of src/modules/conversations/retellings.server.ts. */
test('told aloud on two devices at the same moment, one telling is kept and nothing of the other is left', async () => {
	const id = await held(0);
	value(await records.write(as(anke), id, draft('Klaar', 0)));
	value(await records.record(as(anke), id, 1));
	const told = await Promise.all([1, 2, 3].map(() => retellings.retell(as(samira), id, sound)));
	expect(told.every(({ ok }) => ok)).toBe(true);
	expect(await asOwner('select 1 from conversations.retelling')).toHaveLength(1);
	expect(await asOwner('select 1 from platform.file')).toHaveLength(1);
});

/** Guards `toSorted` in `lookBackOn` of src/modules/agreements/evaluations.server.ts: without it each waits for the other. */
test('two who look back on one goal at the same moment, each in their own order, are both kept', async () => {
	const later = (who: typeof anke) => as(who, deLinde, new Date('2026-12-21T08:00:00Z'));
	const words = { why: 'Noor vlot leest', rhythm: 'elke week', by: null, how: '', helpers: '' };
	const about = { pupil: noor.id, kind: 'do', audience: 'circle', evaluateOn: '2026-12-03' as Day } as const;
	for (let round = 0; round < 5; round++) {
		const ids = await Promise.all(
			['een', 'twee', 'drie', 'vier'].map(async (what) => {
				const wording = { ...words, what: `${what} ${round}` };
				const { id } = value(await propose(as(anke), { ...about, owner: { household: samirasHome }, wording }));
				value(await accept(as(samira), id, { seen: 1 }));
				return id;
			})
		);
		const parts = ids.map((id) => ({ id, did: 'x', missed: '', closer: 'yes', wants: 'continue' }) as const);
		const told = await Promise.all([
			lookBackOn(later(anke), parts),
			lookBackOn(later(samira), parts.toReversed()),
			lookBackOn(later(carla), [...parts.slice(2), ...parts.slice(0, 2)])
		]);
		expect(told).toEqual([1, 2, 3].map(() => ({ ok: true, value: undefined })));
	}
});
