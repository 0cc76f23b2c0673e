import { expect, test } from 'vitest';
import * as absences from '#modules/cycle/after/absences.server.ts';
import * as attendances from '#modules/cycle/after/attendances.server.ts';
import * as proposals from '#modules/cycle/after/proposals.server.ts';
import * as bookings from '#modules/cycle/bookings.server.ts';
import type { NewBlock } from '#modules/cycle/offer.input.ts';
import { open, plan } from '#modules/cycle/rounds.server.ts';
import { as, deLinde, yvonne } from '#seeds/cast.ts';
import { plantClasses } from '#seeds/classes.ts';
import { offered, september, startRound, time, value } from '#seeds/start-round.ts';
import { useRealDatabase } from '#tests/database.ts';

useRealDatabase();

const block = (day: number): NewBlock => ({
	...{ startsAt: september(day, '15:00'), endsAt: september(day, '17:00') },
	...{ location: null, places: ['phone'] }
});
const at = (day: number, start: string, of: Parameters<typeof time>[0]) => time(of, september(day, start), 'phone');

/** A class of three families; the first two have a time on the 24th, and on the 29th there is room. */
async function classWithTalks() {
	const [one] = await plantClasses(1, 3);
	const { teacher, families, group } = one!;
	const round = value(await plan(as(yvonne), { ...startRound, groups: [group] })).id;
	const first = await offered(as(teacher), round, block(24));
	const second = await offered(as(teacher), round, block(29));
	value(await open(as(yvonne), round));
	const [a, b, c] = families;
	const mine = value(await bookings.book(as(a!.guardian), round, { ...at(24, '15:00', first), pupil: a!.pupil }));
	const theirs = value(await bookings.book(as(b!.guardian), round, { ...at(24, '15:15', first), pupil: b!.pupil }));
	const away = { teacher: teacher.id, startsAt: september(24, '00:00'), endsAt: september(25, '00:00') };
	return { teacher, a: a!, b: b!, c: c!, round, first, second, mine, theirs, away };
}

const seenBy = async ({ teacher, away }: Awaited<ReturnType<typeof classWithTalks>>) =>
	value(await absences.look(as(teacher), away)).seen;
const ask = async (scene: Awaited<ReturnType<typeof classWithTalks>>, seen?: string) =>
	absences.propose(as(scene.teacher), scene.away, seen ?? (await seenBy(scene)));

test('a family books at the time that is being kept for another: one of the two has it', async () => {
	for (let again = 0; again < 6; again++) {
		const scene = await classWithTalks();
		const { c, round, second, mine, a } = scene;
		const wanted = { ...at(29, '15:00', second), pupil: c.pupil };
		const seen = await seenBy(scene);
		const [asked, booked] = await Promise.all([ask(scene, seen), bookings.book(as(c.guardian), round, wanted)]);
		const held = asked.ok ? value(await proposals.offered(as(a.guardian), mine.id)).proposal.time : null;
		const isKept = held?.startsAt.getTime() === wanted.startsAt.getTime();
		expect(isKept && booked.ok).toBe(false);
		expect(asked.ok || booked.ok).toBe(true);
	}
});

// Red without `refuseKept` in booking.store.server.ts, and without `for update` in `holdBlocks` (after/absence.store.server.ts).
test('a family books with a teacher who says at that moment that she is away: it is asked about, or refused', async () => {
	for (let again = 0; again < 6; again++) {
		const scene = await classWithTalks();
		const { c, round, first } = scene;
		const wanted = { ...at(24, '16:00', first), pupil: c.pupil };
		const seen = await seenBy(scene);
		const [asked, booked] = await Promise.all([ask(scene, seen), bookings.book(as(c.guardian), round, wanted)]);
		if (booked.ok && asked.ok) {
			expect((await proposals.offered(as(c.guardian), booked.value.id)).ok).toBe(true);
		}
	}
});

test('a parent moves while the teacher falls ill: the talk is at one time, and is asked about at that time only', async () => {
	for (let again = 0; again < 6; again++) {
		const scene = await classWithTalks();
		const { a, mine, second } = scene;
		const seen = await seenBy(scene);
		const [asked, moved] = await Promise.all([
			ask(scene, seen),
			bookings.move(as(a.guardian), mine.id, at(29, '16:45', second))
		]);
		expect(asked.ok || moved.ok).toBe(true);
		const open = await proposals.asked(as(a.guardian));
		if (moved.ok) expect(open).toEqual([]);
	}
});

test('two parents say yes to two kept times and a third to one of them: nobody sits twice, no time is given twice', async () => {
	const scene = await classWithTalks();
	value(await ask(scene));
	const { a, b, c, mine, theirs, round } = scene;
	const first = value(await proposals.offered(as(a.guardian), mine.id)).proposal.time!;
	const second = value(await proposals.offered(as(b.guardian), theirs.id)).proposal.time!;
	const said = await Promise.all([
		proposals.accept(as(a.guardian), mine.id, first),
		proposals.accept(as(a.guardian), mine.id, first),
		proposals.accept(as(b.guardian), theirs.id, second),
		bookings.book(as(c.guardian), round, { ...first, pupil: c.pupil })
	]);
	expect(said.slice(0, 2).filter(({ ok }) => ok)).toHaveLength(1);
	expect(said[2]!.ok).toBe(true);
	expect(said[3]).toMatchObject({ ok: false, reason: 'taken' });
});

// Two locks hold it: of the booking, and of its talk.
test('held and not held are said at the same moment: one of the two is so', async () => {
	const { teacher, mine } = await classWithTalks();
	const later = as(teacher, deLinde, september(24, '17:00'));
	const said = await Promise.all([attendances.hold(later, mine.id), attendances.miss(later, mine.id, 'home')]);
	expect(said.filter(({ ok }) => ok)).toHaveLength(1);
});
