import { expect, test } from 'vitest';
import type { GroupId } from '#platform/ids.ts';
import { momentOf, wallClock, type Day, type Time } from '#platform/time.ts';
import { lengthOf, timesIn } from './length.ts';

const at = (time: string) => momentOf('2026-09-22' as Day, time as Time);
const hour = { startsAt: at('15:00'), endsAt: at('16:00') };
const eight = 'eight' as GroupId;
const round = { minutes: 15, groupMinutes: { [eight]: 20 } };
const said = (length: Parameters<typeof timesIn>[1]) =>
	timesIn(hour, length).map(({ startsAt, endsAt }) => `${wallClock(startsAt).time}-${wallClock(endsAt).time}`);

test('a longer talk begins where any would, and ends before the teacher leaves', () => {
	expect(said(lengthOf(round, 'five' as GroupId, { minutes: 30 }))).toEqual([
		'15:00-15:30',
		'15:15-15:45',
		'15:30-16:00'
	]);
});

test('a group has its own length, a child its own within it', () => {
	expect(said(lengthOf(round, eight))).toEqual(['15:00-15:20', '15:20-15:40', '15:40-16:00']);
	expect(said(lengthOf(round, eight, { minutes: 40 }))).toEqual(['15:00-15:40', '15:20-16:00']);
	expect(said(lengthOf(round, eight, { minutes: 10 }))).toEqual(['15:00-15:10', '15:20-15:30', '15:40-15:50']);
});
