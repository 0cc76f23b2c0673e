import { expect, test } from 'vitest';
import * as bookings from '#modules/cycle/bookings.server.ts';
import type { NewBlock } from '#modules/cycle/offer.input.ts';
import type { BlockId } from '#modules/cycle/offer.ts';
import { cellsOf } from '#modules/cycle/paint.ts';
import { paint } from '#modules/cycle/paints.server.ts';
import { open, plan } from '#modules/cycle/rounds.server.ts';
import { answer, wishesIn, type NewWish } from '#modules/cycle/wishes/wishes.server.ts';
import { read } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { as, yvonne } from '#seeds/cast.ts';
import { plantClasses } from '#seeds/classes.ts';
import { offered, september, startRound, time, value } from '#seeds/start-round.ts';
import { useRealDatabase } from '#tests/database.ts';

useRealDatabase();

const span = { startsAt: september(24, '15:00'), endsAt: september(24, '16:00') };
const block: NewBlock = { ...span, location: null, places: ['phone'] };
const wish = (pupil: PersonId, given: Partial<NewWish> = {}): NewWish => ({
	...{ seen: 0, times: [], earliest: null, latest: null, timing: null, place: 'school', interpreter: null },
	...{ visits: 1, together: true, children: [{ pupil, answer: 'talk', note: null, teachers: [] }] },
	...given
});

/** Guards booking_block: without that key the talk would stand in a block that is gone. */
test('a teacher wipes an afternoon while families choose in it: who has a time keeps it', async () => {
	const classes = await plantClasses(12, 1);
	const round = value(await plan(as(yvonne), { ...startRound, groups: classes.map(({ group }) => group) })).id;
	const blocks: BlockId[] = [];
	for (const { teacher } of classes) blocks.push(await offered(as(teacher), round, block));
	value(await open(as(yvonne), round));
	const wipes = { paint: [], wipe: cellsOf(span), location: null, places: ['phone' as const] };
	const outcomes = await Promise.all(
		classes.map(async ({ teacher, families: [family] }, at) =>
			Promise.all([
				paint(as(teacher), round, wipes),
				bookings.book(as(family!.guardian), round, {
					...time(blocks[at]!, span.startsAt, 'phone'),
					pupil: family!.pupil
				})
			])
		)
	);
	for (const [wiped, booked] of outcomes) {
		const gone = wiped.ok && wiped.value.kept === 0;
		expect(gone).toBe(!booked.ok);
		if (!booked.ok) expect(['not-offered', 'missing']).toContain(booked.reason);
	}
});

/** Guards wish_pk for the first answer and `where version` in wish.store.server.ts for the next. */
test('two devices answer for one home at once: one counts, the other hears so, first and later', async () => {
	const [one] = await plantClasses(1, 10);
	const round = value(await plan(as(yvonne), { ...startRound, mode: 'wishes', groups: [one!.group] })).id;
	value(await open(as(yvonne), round));
	for (const seen of [0, 1]) {
		const both = one!.families.map(({ pupil, guardian }) =>
			Promise.all(
				(['phone', 'online'] as const).map((place) =>
					answer(as(guardian), round, wish(pupil, { seen, place, timing: place === 'phone' ? 'early' : 'late' }))
				)
			)
		);
		for (const outcomes of await Promise.all(both)) {
			expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
			expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'changed' });
		}
	}
	const wishes = await read(as(yvonne), (db) => wishesIn(db, as(yvonne), { id: round }));
	expect(wishes).toHaveLength(10);
	for (const { place, timing, version } of wishes) {
		expect(version).toBe(2);
		expect(timing).toBe(place === 'phone' ? 'early' : 'late');
	}
});
