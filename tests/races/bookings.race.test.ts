import { expect, test } from 'vitest';
import * as bookings from '#modules/cycle/bookings.server.ts';
import { forFamily } from '#modules/cycle/choices.server.ts';
import type { NewBlock } from '#modules/cycle/offer.input.ts';
import { withdraw } from '#modules/cycle/offers.server.ts';
import { open, overview, plan } from '#modules/cycle/rounds.server.ts';
import { bookTogether } from '#modules/cycle/visits.server.ts';
import type { Tables } from '#modules/people/people.store.server.ts';
import { change } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import { ok } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import { as, deLinde, yvonne } from '#seeds/cast.ts';
import { plantClasses, type PlantedClass } from '#seeds/classes.ts';
import { offered, september, startRound, time, value } from '#seeds/start-round.ts';
import { useRealDatabase } from '#tests/database.ts';

useRealDatabase();

const three = september(24, '15:00');
const block: NewBlock = {
	startsAt: three,
	endsAt: september(24, '17:00'),
	location: null,
	places: ['phone', 'school']
};

/** `classes` each with a block of their teacher in an open round. */
async function roundFor(classes: PlantedClass[], offer: NewBlock = block) {
	const round = value(await plan(as(yvonne), { ...startRound, groups: classes.map(({ group }) => group) })).id;
	const blocks = [];
	for (const { teacher } of classes) blocks.push(await offered(as(teacher), round, offer));
	value(await open(as(yvonne), round));
	return { round, blocks };
}

function tally(outcomes: bookings.Booked[]) {
	const reasons = outcomes.map((outcome) => (outcome.ok ? 'booked' : outcome.reason));
	return Object.fromEntries(
		Map.groupBy(reasons, (reason) => reason)
			.entries()
			.map(([name, all]) => [name, all.length])
	);
}

test('fifty families want one time of one teacher: exactly one has it (participant_one_place)', async () => {
	const [one] = await plantClasses(1, 50);
	const { round, blocks } = await roundFor([one!]);
	const outcomes = await Promise.all(
		one!.families.map(({ pupil, guardian }) =>
			bookings.book(as(guardian), round, { ...time(blocks[0]!, three, 'phone'), pupil })
		)
	);
	expect(tally(outcomes)).toEqual({ booked: 1, taken: 49 });
	const late = one!.families[outcomes.findIndex((outcome) => !outcome.ok)]!.guardian;
	const { children } = value(await forFamily(as(late), round, 'phone'));
	expect(children[0]!.suggested).toHaveLength(3);
});

test('one father chooses for his children with fifty teachers, all at the same time: he has one talk (participant_one_place)', async () => {
	const classes = await plantClasses(50, 1);
	const father = classes[0]!.families[0]!.guardian;
	await makeGuardianOfAll(father.id, classes);
	const { round, blocks } = await roundFor(classes);
	const outcomes = await Promise.all(
		classes.map(({ families }, at) =>
			bookings.book(as(father), round, { ...time(blocks[at]!, three, 'phone'), pupil: families[0]!.pupil })
		)
	);
	expect(tally(outcomes)).toEqual({ booked: 1, taken: 49 });
});

test('fifty teachers share one room: it holds one talk at a time (booking_room_once)', async () => {
	const classes = await plantClasses(50, 1);
	const { round, blocks } = await roundFor(classes, { ...block, location: 'Spreekkamer' });
	const outcomes = await Promise.all(
		classes.map(({ families: [family] }, at) =>
			bookings.book(as(family!.guardian), round, { ...time(blocks[at]!, three), pupil: family!.pupil })
		)
	);
	expect(tally(outcomes)).toEqual({ booked: 1, taken: 49 });
});

test('both parents choose at once for one child, at different times: it has one talk (booking_once)', async () => {
	const [one] = await plantClasses(1, 1);
	const { round, blocks } = await roundFor([one!]);
	const { pupil, guardian } = one!.families[0]!;
	const starts = ['15:00', '15:15', '15:30', '15:45', '16:00', '16:15', '16:30', '16:45'];
	const outcomes = await Promise.all(
		starts.map((start) =>
			bookings.book(as(guardian), round, { ...time(blocks[0]!, september(24, start), 'phone'), pupil })
		)
	);
	expect(tally(outcomes)).toEqual({ booked: 1, 'already-booked': 7 });
});

test('a block is taken back while a family books in it: one of the two happens (booking_block)', async () => {
	for (let again = 0; again < 10; again++) {
		const [one] = await plantClasses(1, 1);
		const { round, blocks } = await roundFor([one!]);
		const { pupil, guardian } = one!.families[0]!;
		const [booked, withdrawn] = await Promise.all([
			bookings.book(as(guardian), round, { ...time(blocks[0]!, three, 'phone'), pupil }),
			withdraw(as(one!.teacher), round, blocks[0]!)
		]);
		expect(booked.ok).toBe(!withdrawn.ok);
	}
});

test('eight families each want the same two times for their two children: one has both, nobody has one (bookTogether)', async () => {
	const [first, second] = await plantClasses(2, 8);
	const { round, blocks } = await roundFor([first!, second!]);
	for (const [at, { guardian }] of first!.families.entries()) {
		await makeGuardianOfAll(guardian.id, [first!, { ...second!, families: [second!.families[at]!] }]);
	}
	const outcomes = await Promise.all(
		first!.families.map(({ pupil, guardian }, at) => {
			const wanted = [
				{ ...time(blocks[0]!, three, 'phone'), pupil },
				{ ...time(blocks[1]!, september(24, '15:15'), 'phone'), pupil: second!.families[at]!.pupil }
			];
			return bookTogether(as(guardian), round, at % 2 ? wanted : wanted.toReversed());
		})
	);
	expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.length : outcome.reason)).toSorted()).toEqual([
		2,
		...Array.from({ length: 7 }, () => 'taken')
	]);
	const booked = value(await overview(as(yvonne), round)).groups.map((group) => group.booked);
	expect(booked).toEqual([1, 1]);
});

test('a parent and the teacher move one talk at the same moment: one does, the other hears so (findToChange)', async () => {
	for (let again = 0; again < 5; again++) {
		const [one] = await plantClasses(1, 1);
		const { round, blocks } = await roundFor([one!]);
		const { pupil, guardian } = one!.families[0]!;
		const { id } = value(await bookings.book(as(guardian), round, { ...time(blocks[0]!, three, 'phone'), pupil }));
		const to = (start: string) => time(blocks[0]!, september(24, start), 'phone');
		const outcomes = await Promise.all([
			bookings.move(as(guardian), id, to('15:30'), { seen: 0 }),
			bookings.move(as(one!.teacher), id, to('16:00'), { seen: 0 })
		]);
		expect(tally(outcomes)).toEqual({ booked: 1, changed: 1 });
	}
});

async function makeGuardianOfAll(guardian: PlantedClass['teacher']['id'], classes: PlantedClass[]) {
	const others = classes.slice(1).map(({ families }) => families[0]!.pupil);
	await change({ school: deLinde }, async (db) => {
		const tables = db.withTables<Tables>();
		const home = await tables
			.selectFrom('people.guardianship')
			.where('school_id', '=', deLinde)
			.where('guardian_id', '=', guardian)
			.select('household_id')
			.executeTakeFirstOrThrow();
		await tables
			.insertInto('people.guardianship')
			.values(
				others.map((pupil_id) => ({
					school_id: deLinde,
					id: newId(),
					pupil_id,
					guardian_id: guardian,
					household_id: home.household_id,
					position: 2,
					relation: 'parent' as const,
					authority: 'yes' as const,
					informed: true,
					starts_on: '2026-08-31' as Day
				}))
			)
			.execute();
		return ok(undefined);
	});
}
