import { expect, test } from 'vitest';
import type { Day } from '#platform/time.ts';
import { nationalHolidays } from './holiday.ts';
import { dueDays, nextStep, stepsOf } from './joiner.ts';

const joined = '2026-10-05' as Day;
const off = nationalHolidays({ name: '2026-2027' }, 'midden');
const at = (text: string) => new Date(`${text}T13:00:00Z`);

test('an intake in the first week, talks after about 3 and 8 weeks; never in a holiday', () => {
	expect(dueDays(joined, [])).toEqual({ intake: '2026-10-12', first: '2026-10-26', second: '2026-11-30' });
	expect(dueDays('2026-09-28' as Day, off).first).toBe('2026-10-26');
});

// The clock goes back on 25 October, between joining and the first of these days.
test('three weeks are 21 days, also when one of them has 25 hours', () => {
	expect(dueDays('2026-10-06' as Day, []).first).toBe('2026-10-27');
	expect(dueDays('2027-03-09' as Day, []).first).toBe('2027-03-30');
});

test('held when a talk of that kind was held; the follow-ups in their order', () => {
	const intake = { kind: 'intake', startsAt: at('2026-10-01'), heldAt: at('2026-10-01') } as const;
	const first = { kind: 'progress', startsAt: at('2026-10-27'), heldAt: at('2026-10-27') } as const;
	const second = { kind: 'progress', startsAt: at('2026-11-30'), heldAt: null } as const;
	const steps = stepsOf(joined, [second, first, intake], off);
	expect(steps.map(({ heldOn, plannedOn }) => heldOn ?? plannedOn)).toEqual(['2026-10-01', '2026-10-27', '2026-11-30']);
	expect(steps[2]).toMatchObject({ heldOn: null, plannedOn: '2026-11-30' });
	expect(nextStep(steps)).toBeUndefined();
});

test('what was asked for and has no time yet is still to be planned; talks from before the child came do not follow up', () => {
	const asked = { kind: 'intake', startsAt: null, heldAt: null } as const;
	const before = { kind: 'progress', startsAt: at('2026-09-10'), heldAt: at('2026-09-10') } as const;
	const steps = stepsOf(joined, [asked, before], off);
	expect(steps.map(({ heldOn, plannedOn }) => heldOn ?? plannedOn)).toEqual([null, null, null]);
	expect(nextStep(steps)?.step).toBe('intake');
});
