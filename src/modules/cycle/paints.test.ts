import { expect, test } from 'vitest';
import { read } from '#platform/db.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { anke, as, bram, noor, samira } from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as bookings from './bookings.server.ts';
import type { NewPaint } from './offer.input.ts';
import { mine } from './offers.server.ts';
import { cellsOf } from './paint.ts';
import { keepPace, paint } from './paints.server.ts';
import { paceIn } from '#modules/cycle/wishes/wishes.server.ts';

useDatabase();

const cells = (day: number, from: string, to: string) =>
	cellsOf({ startsAt: september(day, from), endsAt: september(day, to) });
const paints = (given: Partial<NewPaint>): NewPaint => ({
	...{ paint: [], wipe: [], location: 'Lokaal 5', places: ['school', 'phone'] },
	...given
});
async function blocksOf(who: { id: PersonId }, round: RoundId) {
	const offer = value(await mine(as({ ...anke, ...who }), round));
	return offer.blocks.map(({ startsAt, endsAt }) => [startsAt, endsAt]);
}

test('what a teacher paints is offered, and what she wipes is not any more', async () => {
	const { round } = await openStartRound();
	value(
		await paint(as(anke), round, paints({ paint: cells(30, '15:00', '16:30'), wipe: cells(24, '15:30', '15:45') }))
	);
	expect(await blocksOf(anke, round)).toEqual([
		[september(24, '15:00'), september(24, '15:30')],
		[september(24, '15:45'), september(24, '16:00')],
		[september(29, '19:00'), september(29, '20:00')],
		[september(30, '15:00'), september(30, '16:30')]
	]);
});

test('a block in which a talk was agreed stays, and she hears so', async () => {
	const { round, ankesAfternoon } = await openStartRound();
	const chosen = { pupil: noor.id, ...time(ankesAfternoon, september(24, '15:00')) };
	value(await bookings.book(as(samira), round, chosen));
	const wiped = await paint(as(anke), round, paints({ wipe: cells(24, '15:00', '16:00') }));
	expect(wiped).toEqual({ ok: true, value: { kept: 1 } });
	expect(await blocksOf(anke, round)).toContainEqual([september(24, '15:00'), september(24, '16:00')]);
});

test('too short, over, outside the round or not one of its teachers: nothing is painted and nothing told', async () => {
	const { round } = await openStartRound();
	const [before, blocks] = [await facts(), await blocksOf(anke, round)];
	const refused = (who: typeof anke, given: Partial<NewPaint>) => paint(as(who), round, paints(given));
	expect(await refused(anke, { paint: cells(21, '15:00', '16:00') })).toMatchObject({ reason: 'past' });
	const later = ['2026-10-05 15:00'] as string[] as NewPaint['paint'];
	expect(await refused(anke, { paint: later })).toMatchObject({ reason: 'outside-round' });
	expect(await refused(samira, { paint: cells(30, '15:00', '16:00') })).toMatchObject({ reason: 'missing' });
	expect(await facts()).toEqual(before);
	expect(await blocksOf(anke, round)).toEqual(blocks);
});

test('each teacher says how they keep it up', async () => {
	const { round } = await openStartRound();
	const pace = { maxRun: 60, breakMinutes: 15, maxPerDay: 120 };
	value(await keepPace(as(anke), round, pace));
	value(await keepPace(as(anke), round, { ...pace, maxRun: 75 }));
	expect(await keepPace(as(bram), round, { ...pace, breakMinutes: 0 })).toMatchObject({ reason: 'pace-wrong' });
	expect(await read(as(anke), (db) => paceIn(db, as(anke), { id: round }))).toEqual(
		new Map([[anke.id, { ...pace, maxRun: 75 }]])
	);
});
