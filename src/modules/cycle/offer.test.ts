import { expect, test } from 'vitest';
import type { GroupId, PersonId } from '#platform/ids.ts';
import { momentOf, type Day, type Time } from '#platform/time.ts';
import { enough, slotsOf, teamsOf } from './offer.ts';

const on = (from: string, to: string) => ({
	startsAt: momentOf('2026-09-22' as Day, from as Time),
	endsAt: momentOf('2026-09-22' as Day, to as Time)
});
const afternoon = on('15:00', '17:30');
const evening = on('18:30', '20:30');

test('a block holds as many talks as fit', () => {
	expect(slotsOf(afternoon, 15)).toHaveLength(10);
	expect(slotsOf(on('15:00', '15:40'), 15).map(({ endsAt }) => endsAt)).toEqual([
		on('15:15', '15:15').endsAt,
		on('15:30', '15:30').endsAt
	]);
	expect(slotsOf(on('15:00', '15:10'), 15)).toEqual([]);
});

test('25 children, 18 times: seven talks, 105 minutes short', () => {
	expect(enough(25, [afternoon, evening], 15)).toEqual({
		talks: 25,
		slots: 18,
		short: 7,
		shortMinutes: 105,
		evening: true
	});
});

test('enough talks without an evening is said too', () => {
	expect(enough(10, [afternoon], 15)).toMatchObject({ short: 0, evening: false });
	expect(enough(1, [on('17:30', '18:15')], 15).evening).toBe(true);
});

test('who shares a group offers together; who has two groups offers for both', () => {
	const [five, six, seven, eight] = ['5', '6', '7', '8'] as GroupId[];
	const [anke, bram, chris] = ['anke', 'bram', 'chris'] as PersonId[];
	const teaching = [
		{ group: five!, teacher: anke! },
		{ group: six!, teacher: bram! },
		{ group: five!, teacher: chris! },
		{ group: seven!, teacher: bram! },
		{ group: eight!, teacher: null }
	];
	expect(teamsOf(teaching)).toEqual([
		{ groups: [five], teachers: [anke, chris] },
		{ groups: [six, seven], teachers: [bram] },
		{ groups: [eight], teachers: [] }
	]);
});
