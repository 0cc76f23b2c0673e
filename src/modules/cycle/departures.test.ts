import { beforeEach, expect, test } from 'vitest';
import type { RoundId } from '#platform/ids.ts';
import { no } from '#platform/outcome.ts';
import { anke, as, huda, noor, samira, yvonne } from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import * as bookings from './bookings.server.ts';
import * as choices from './choices.server.ts';
import { departuresOf } from './departures.server.ts';
import type { BlockId } from './offer.ts';

useDatabase();

let round: RoundId;
let ankes: BlockId;

beforeEach(async () => {
	({ round, ankesAfternoon: ankes } = await openStartRound());
	value(await bookings.book(as(samira), round, { ...time(ankes, september(24, '15:00'), 'school'), pupil: noor.id }));
});

/** As a file of school does: nothing is deleted, what is over has an end. */
const leaves = () =>
	asOwner(`update people.teaching set ends_on = '2026-09-01' where staff_id = '${anke.id}' returning id`);

test('a teacher leaves in the middle of a round: the office sees the talks that stand, and nobody else does', async () => {
	expect(value(await departuresOf(as(yvonne), round))).toEqual([]);
	await leaves();
	expect(value(await departuresOf(as(yvonne), round))).toMatchObject([
		{ callName: 'Noor', teacher: 'juf Anke', startsAt: september(24, '15:00') }
	]);
	expect(await departuresOf(as(samira), round)).toEqual(no('missing'));
	expect(value(await departuresOf(as(yvonne, undefined, september(24, '16:00')), round))).toEqual([]);
});

test('… free times are gone with the teacher, and a family reads no empty name', async () => {
	await leaves();
	const { children } = value(await choices.forFamily(as(huda), round, 'school'));
	expect(children[0]).toMatchObject({ suggested: [], others: [] });
	const adams = { ...time(ankes, september(24, '15:15')), pupil: children[0]!.pupil.id };
	expect(await bookings.book(as(huda), round, adams)).toEqual(no('not-offered'));
	const { children: samiras } = value(await choices.forFamily(as(samira), round, 'school'));
	const { booking, names } = samiras.find(({ pupil }) => pupil.id === noor.id)!;
	expect(names[booking!.teacher]).toBeUndefined();
	const seen = value(await choices.forBooking(as(samira), booking!.id));
	expect(seen).toMatchObject({ teacher: undefined, times: [] });
});
