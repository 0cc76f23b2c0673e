import { expect, test } from 'vitest';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { addMinutes, momentOf, wallClock, type Day, type Time } from '#platform/time.ts';
import type { Block, BlockId, LocationId } from './offer.ts';
import { plain, type Round } from './round.ts';
import { areNeighbours, freeTimes, nearest, suggest, visitsOf } from './times.ts';

const at = (day: number, time: string) => momentOf(`2026-09-${day}` as Day, time as Time);
const slot = (day: number, time: string) => ({ startsAt: at(day, time), endsAt: addMinutes(at(day, time), 15) });
const anke = 'anke' as PersonId;
const samira = 'samira' as PersonId;

const round: Round = {
	...plain,
	id: 'r' as RoundId,
	kind: 'start',
	state: 'open',
	firstDay: '2026-09-14' as Day,
	lastDay: '2026-09-25' as Day,
	minutes: 15,
	noticeHours: 24,
	invitation: '',
	groups: []
};
const room = { id: 'room 5' as LocationId, name: 'Lokaal 5' };
const block = (day: number, from: string, to: string): Block => ({
	id: `${day} ${from}` as BlockId,
	teacher: anke,
	startsAt: at(day, from),
	endsAt: at(day, to),
	location: room,
	places: ['school', 'phone']
});
const blocks = [block(22, '15:00', '16:00'), block(23, '15:00', '15:30'), block(24, '19:00', '19:30')];
const now = at(21, '10:00');
const said = (times: readonly { startsAt: Date }[]) =>
	times.map(({ startsAt }) => `${wallClock(startsAt).day.slice(-2)} ${wallClock(startsAt).time}`);

test('free is what is offered and finds teacher, guardians and room free', () => {
	const occupied = [
		{ occupant: anke, ...slot(22, '15:00') },
		{ occupant: samira, ...slot(22, '15:20') },
		{ occupant: room.id, ...slot(23, '15:15') },
		{ occupant: 'somebody else', ...slot(24, '19:00') }
	];
	const free = (place: 'school' | 'phone') => said(freeTimes(round, blocks, occupied, [samira], place, 'family', now));
	expect(free('school')).toEqual(['22 15:45', '23 15:00', '24 19:00', '24 19:15']);
	expect(free('phone')).toEqual(['22 15:45', '23 15:00', '23 15:15', '24 19:00', '24 19:15']);
});

test('within the notice period only school sees a time', () => {
	const late = at(21, '15:20');
	expect(said(freeTimes(round, blocks, [], [], 'school', 'family', late))[0]).toBe('22 15:30');
	expect(said(freeTimes(round, blocks, [], [], 'school', 'school', late))[0]).toBe('22 15:00');
});

const times = freeTimes(round, blocks, [], [], 'school', 'family', now);
const alone = { booked: [], free: [] };

test('three suggestions: on different days, one in the evening', () => {
	expect(said(suggest(times, alone))).toEqual(['22 15:00', '23 15:00', '24 19:00']);
	expect(said(suggest(times.slice(0, 4), alone))).toEqual(['22 15:00', '22 15:15', '22 15:30']);
	expect(suggest([], alone)).toEqual([]);
});

test('next to the talk of a brother or sister comes first', () => {
	expect(said(suggest(times, { booked: [slot(22, '15:30')], free: [] }))).toEqual(['22 15:15', '22 15:45', '24 19:00']);
	expect(said(suggest(times, { booked: [], free: [slot(23, '15:30')] }))).toContain('23 15:15');
});

test('neighbours leave room for one visit, and do not overlap', () => {
	expect(areNeighbours(slot(22, '15:00'), slot(22, '15:15'))).toBe(true);
	expect(areNeighbours(slot(22, '15:30'), slot(22, '15:00'))).toBe(true);
	expect(areNeighbours(slot(22, '15:00'), slot(22, '15:10'))).toBe(false);
	expect(areNeighbours(slot(22, '15:00'), slot(22, '15:45'))).toBe(false);
});

test('nearest to what was just taken', () => {
	expect(said(nearest(times, at(23, '15:00')))).toEqual(['23 15:00', '23 15:15', '22 15:45']);
});

const rows = (visits: ReturnType<typeof visitsOf>) => visits.map((visit) => said(visit.times).join(', '));

test('a visit has a time of each child after the other, without waiting where that can be', () => {
	const ankes = [slot(22, '15:00'), slot(22, '15:30'), slot(23, '15:00')];
	const brams = [slot(22, '15:15'), slot(23, '15:30'), slot(24, '15:00')];
	expect(rows(visitsOf([ankes, brams]))).toEqual(['22 15:00, 22 15:15', '22 15:15, 22 15:30', '23 15:00, 23 15:30']);
	const four = [...brams, slot(23, '15:15'), slot(22, '15:45')];
	expect(rows(visitsOf([ankes, four]))).toEqual(['22 15:00, 22 15:15', '22 15:15, 22 15:30', '23 15:00, 23 15:15']);
});

test('three children: in whatever order fits; two of one teacher never at one time', () => {
	const twins = [slot(22, '15:00'), slot(22, '15:15')];
	const sister = [slot(22, '14:45'), slot(22, '15:30')];
	expect(rows(visitsOf([twins, twins, sister], 1))).toEqual(['22 14:45, 22 15:00, 22 15:15']);
	expect(visitsOf([twins, [slot(23, '15:00')]])).toEqual([]);
	expect(visitsOf([twins, []])).toEqual([]);
});
