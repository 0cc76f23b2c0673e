import { beforeEach, expect, test } from 'vitest';
import * as bookings from '#modules/cycle/bookings.server.ts';
import * as delays from '#modules/cycle/evening/delays.server.ts';
import * as routes from '#modules/cycle/evening/routes.server.ts';
import * as shifts from '#modules/cycle/evening/shifts.server.ts';
import * as cast from '#seeds/cast.ts';
import { openEvening, that } from '#seeds/evening-round.ts';
import { september, time, value } from '#seeds/start-round.ts';
import { asOwner, useRealDatabase } from '#tests/database.ts';

useRealDatabase();

const { anke, mees, samira, stranger, youssef } = cast;
const at = (clock: string) => september(29, clock);
let evening: Awaited<ReturnType<typeof openEvening>>;

beforeEach(async () => {
	evening = await openEvening();
	value(await delays.runLate(that(anke), evening.round, 15));
});

const later = () => ({ booking: evening.sems.id, startsAt: at('19:45') });
const around = () => ({ booking: evening.sems.id, startsAt: at('19:00') });
const reasons = (outcomes: readonly { ok: boolean; reason?: string }[]) =>
	outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.reason)).toSorted();

/** Guards the bookings held by `findToChange` in `take` of src/modules/cycle/evening/shifts.server.ts. */
test('father swaps while mother takes it later: one of the two happens, and no talk stands twice', async () => {
	for (let turn = 0; turn < 4; turn++) {
		const { round } = evening;
		const both = await Promise.all([
			shifts.swap(that(youssef), round, around()),
			shifts.shift(that(samira), round, later())
		]);
		expect(reasons(both)).toEqual(['done', 'not-possible-now']);
		const { stations } = value(await routes.get(that(samira), round)).evenings[0]!;
		expect(stations.map(({ sequence }) => sequence).toSorted()).toEqual(both[0]!.ok ? [1, 1] : [0, 1]);
		await asOwner('delete from cycle.delay returning day');
		await asOwner(`update cycle.booking set starts_at = '${at('19:00').toISOString()}', ends_at = '${at('19:15').toISOString()}',
			location_id = location_id, sequence = 0 where id = '${evening.noors.id}' returning id`);
		await asOwner(`update cycle.booking set starts_at = '${at('19:30').toISOString()}', ends_at = '${at('19:45').toISOString()}',
			sequence = 0 where id = '${evening.sems.id}' returning id`);
		await seatAgain();
		value(await delays.runLate(that(anke), round, 15));
	}
});

async function seatAgain() {
	await asOwner(`update conversations.conversation c set starts_at = b.starts_at from cycle.booking b
		where b.conversation_id = c.id returning c.id`);
	await asOwner(`update conversations.participant set during = null returning conversation_id`);
	await asOwner(`update conversations.participant p set during = tstzrange(b.starts_at, b.ends_at) from cycle.booking b
		where b.conversation_id = p.conversation_id and b.state = 'booked' returning p.conversation_id`);
}

/** Guards participant_one_place, which refuses what was still free when it was looked at. */
test('the later time is wanted by another family at the same moment: one of them has it', async () => {
	const { round, brams } = evening;
	const both = await Promise.all([
		shifts.shift(that(samira), round, later()),
		bookings.bookFor(that(cast.bram), round, stranger.id, { ...time(brams, at('19:45')), pupil: mees.id })
	]);
	expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	const [refused] = both.filter(({ ok }) => !ok);
	expect(['taken', 'not-possible-now']).toContain(refused && 'reason' in refused ? refused.reason : '');
	const rows = await asOwner(
		`select 1 from cycle.booking where state = 'booked' and starts_at = '${at('19:45').toISOString()}'`
	);
	expect(rows).toHaveLength(1);
});

/** Guards the primary key of cycle.delay with its `on conflict`: a hasty tap is no second delay. */
test('a teacher taps four times at once: they run late once, and every page hears of it once', async () => {
	const { round } = evening;
	value(await delays.runLate(that(anke), round, 0));
	const version = async () =>
		(await asOwner<{ changes: string }>(`select changes from cycle.round where id = '${round}'`))[0]!;
	const before = Number((await version()).changes);
	const taps = await Promise.all([5, 5, 5, 5].map((minutes) => delays.runLate(that(anke), round, minutes)));
	expect(taps.every(({ ok }) => ok)).toBe(true);
	expect(await asOwner('select minutes from cycle.delay')).toEqual([{ minutes: 5 }]);
	expect(Number((await version()).changes)).toBe(before + 1);
});
