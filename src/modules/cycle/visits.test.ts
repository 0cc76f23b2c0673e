import { beforeEach, expect, test } from 'vitest';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { no } from '#platform/outcome.ts';
import { adam, anke, as, deEik, huda, noor, samira, sem, yvonne, youssef } from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { asOwner, facts, useDatabase } from '#tests/database.ts';
import { parseChoices, writeChoices } from './booking.input.ts';
import * as bookings from './bookings.server.ts';
import * as choices from './choices.server.ts';
import type { BlockId } from './offer.ts';
import { settle } from './participants.server.ts';
import { bookTogether } from './visits.server.ts';

useDatabase();

let round: RoundId;
let ankes: BlockId;
let brams: BlockId;
let before: number;

beforeEach(async () => {
	({ round, ankesAfternoon: ankes, bramsAfternoon: brams } = await openStartRound());
	before = (await facts()).length;
});

const newFacts = async () => (await facts()).slice(before);
const choice = (pupil: PersonId, block: BlockId, at: string) => ({ ...time(block, september(24, at)), pupil });
const both = () => [choice(noor.id, ankes, '15:00'), choice(sem.id, brams, '15:15')];
const page = async (person: typeof samira) => value(await choices.forFamily(as(person), round, 'school'));

test('the talks of a brother and a sister after one another, chosen in one press, are one visit', async () => {
	const { together } = await page(samira);
	expect(together[0]!.times.map(({ pupil }) => pupil).toSorted()).toEqual([noor.id, sem.id].toSorted());
	const form = new FormData();
	form.set('times', writeChoices(together[0]!.times));
	const booked = value(await bookTogether(as(samira), round, value(parseChoices(form))));
	expect(booked.map(({ startsAt }) => startsAt)).toEqual(together[0]!.times.map(({ startsAt }) => startsAt));
	expect((await page(samira)).together).toEqual([]);
	const rows = await asOwner<{ visits: string }>(`select count(distinct visit_id) as visits from cycle.booking`);
	expect(Number(rows[0]!.visits)).toBe(1);
});

test('is one of the times gone, then neither is booked and nobody hears a thing', async () => {
	value(await bookings.book(as(huda), round, choice(adam.id, ankes, '15:00')));
	before = (await facts()).length;
	expect(await bookTogether(as(samira), round, both())).toEqual(no('taken'));
	expect(await newFacts()).toEqual([]);
	expect((await page(samira)).children.map(({ booking }) => booking)).toEqual([null, null]);
});

test.each([
	['somebody else’s child among them', as(huda)],
	['a teacher', as(anke)],
	['the office', as(yvonne)],
	['the same parent under the name of another school', as(samira, deEik)]
])('%s: nothing is booked', async (_who, ctx) => {
	const outcome = await bookTogether(ctx, round, [...both(), choice(adam.id, ankes, '15:30')]);
	expect(outcome.ok).toBe(false);
	expect(await newFacts()).toEqual([]);
});

test('what no button sends is no choice', () => {
	const parsed = (times: string) => {
		const form = new FormData();
		form.set('times', times);
		return parseChoices(form).ok;
	};
	const [first, second] = both().map((one) => writeChoices([one]));
	expect(parsed(`${first} ${second}`)).toBe(true);
	expect(parsed('')).toBe(false);
	expect(parsed(`${first} ${first}`)).toBe(false);
	expect(parsed(`${first} x`)).toBe(false);
	expect(parsed(Array.from({ length: 9 }, () => first).join(' '))).toBe(false);
});

test('a longer talk is one booking, and nobody else sits in any part of it', async () => {
	const longer = { because: 'everybody', priority: 'must', minutes: 30, first: false, third: null } as const;
	value(await settle(as(yvonne), round, [{ ...longer, pupil: noor.id }]));
	const booked = value(await bookings.book(as(samira), round, choice(noor.id, ankes, '15:15')));
	expect(booked.endsAt).toEqual(september(24, '15:45'));
	expect(await bookings.book(as(huda), round, choice(adam.id, ankes, '15:30'))).toEqual(no('taken'));
	const moved = value(await bookings.move(as(samira), booked.id, time(ankes, september(24, '15:00'))));
	expect(moved.endsAt).toEqual(september(24, '15:30'));
	expect(await bookings.move(as(samira), booked.id, time(ankes, september(24, '15:45')))).toEqual(no('not-offered'));
});

test('a talk that somebody else has just moved is not moved unseen: who was second hears how it stands', async () => {
	const { id } = value(await bookings.book(as(samira), round, choice(noor.id, ankes, '15:00')));
	value(await bookings.move(as(anke), id, time(ankes, september(24, '15:30')), { seen: 0 }));
	const second = await bookings.move(as(youssef), id, time(ankes, september(24, '15:45')), { seen: 0 });
	expect(second).toEqual(no('changed'));
	const now = value(await choices.forBooking(as(youssef), id));
	expect(now.booking.startsAt).toEqual(september(24, '15:30'));
	expect(now.times.flatMap(({ times }) => times).length).toBeGreaterThan(2);
	expect((await bookings.move(as(youssef), id, time(ankes, september(24, '15:45')), { seen: 1 })).ok).toBe(true);
});
